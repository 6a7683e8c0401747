import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caught } from "../testing/caught.ts";
import { contract, market, share } from "../testing/instruments.ts";
import { type GetOptionChainParams, getOptionChain } from "./get-option-chain.ts";
import { createInstruments } from "./instruments.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-03-12T15:00:00+05:30"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const instruments = createInstruments(market, new Date());
const symbol = (row: { tradingsymbol: string } | null | undefined) => row?.tradingsymbol ?? null;

test("gives the next expiry, its strikes with both sides, and all expiries", () => {
  const chain = getOptionChain(instruments, { name: "NIFTY" });
  expect(chain).toMatchObject({ name: "NIFTY", exchange: "NFO", expiry: "2026-03-12", atTheMoney: null });
  expect(chain?.expiries).toEqual(["2026-03-12", "2026-03-26"]);
  expect(chain?.strikes.map(({ strike, call, put }) => [strike, symbol(call), symbol(put)])).toEqual([
    [24_500, "NIFTY26031224500CE", "NIFTY26031224500PE"],
  ]);
});

test("an option lives until the end of its last day in India", () => {
  vi.setSystemTime(new Date("2026-03-12T23:59:59+05:30"));
  expect(getOptionChain(instruments, { name: "NIFTY" })?.expiry).toBe("2026-03-12");
  vi.setSystemTime(new Date("2026-03-13T00:00:00+05:30"));
  expect(getOptionChain(instruments, { name: "NIFTY" })?.expiry).toBe("2026-03-26");
  vi.setSystemTime(new Date("2026-03-27T00:00:00+05:30"));
  expect(getOptionChain(instruments, { name: "NIFTY" })).toBeNull();
  expect(getOptionChain(instruments, { name: "NIFTY", expiry: "2026-03-26" })?.strikes).toHaveLength(3);
});

test("a side that is not listed is null", () => {
  const chain = getOptionChain(instruments, { name: "NIFTY", expiry: "2026-03-26" });
  expect(chain?.strikes.map(({ strike, call, put }) => [strike, call !== null, put !== null])).toEqual([
    [24_500, true, true],
    [24_550, true, false],
    [24_600, false, true],
  ]);
});

test.each([
  [24_524.95, 24_500],
  [24_525, 24_500],
  [24_525.05, 24_550],
  [1, 24_500],
  [99_999, 24_600],
])("at %d the strike at the money is %d", (spot, strike) => {
  expect(getOptionChain(instruments, { name: "NIFTY", expiry: "2026-03-26", spot })?.atTheMoney?.strike).toBe(strike);
});

test("two strikes are equally near as decimals, though not in binary", () => {
  // 82.3 - 82.25 is less than 82.25 - 82.2 in binary.
  const currency = [82.2, 82.3].map((strike, index) =>
    contract(index, "USDINR", "2026-03-27", "CE", strike, { exchange: "CDS" }),
  );
  const chain = getOptionChain(createInstruments(currency, new Date()), { name: "USDINR", spot: 82.25 });
  expect(chain).toMatchObject({ exchange: "CDS", atTheMoney: { strike: 82.2 } });
});

test("options of one exchange are not mixed with those of another", () => {
  const both = [
    contract(1, "X", "2026-03-27", "CE", 100, { exchange: "BFO", segment: "BFO-OPT" }),
    contract(2, "X", "2026-03-26", "CE", 100),
    contract(3, "X", "2026-03-26", "PE", 100),
  ];
  const book = createInstruments(both, new Date());
  expect(getOptionChain(book, { name: "X" })).toMatchObject({ exchange: "NFO", expiries: ["2026-03-26"] });
  const other = getOptionChain(book, { name: "X", exchange: "BFO" });
  expect(other).toMatchObject({ exchange: "BFO", expiry: "2026-03-27", strikes: [{ strike: 100, put: null }] });
});

test("null for a name without options, and for an exchange without them", () => {
  expect(getOptionChain(instruments, { name: "INFOSYS" })).toBeNull();
  expect(getOptionChain(instruments, { name: "NONE" })).toBeNull();
  expect(getOptionChain(instruments, { name: "NIFTY", exchange: "BFO" })).toBeNull();
});

test.each([
  [{ name: "" }, /^getOptionChain: name: /],
  [
    { name: "NIFTY", expiry: "2026-03-19" },
    /^getOptionChain: expiry: NIFTY has none on 2026-03-19; it has 2026-03-12, 2026-03-26$/,
  ],
  [{ name: "NIFTY", spot: Number.NaN }, /^getOptionChain: spot: /],
  [{ name: "NIFTY", spot: "24500" }, /^getOptionChain: spot: /],
])("refuses %j", async (params, message) => {
  const error = await caught(() => getOptionChain(instruments, params as GetOptionChainParams));
  expect(error).toMatchObject({ code: "InvalidInput" });
  expect(error.message).toMatch(message);
});

test("agrees with a walk through the list, for any list", () => {
  const option = fc.record({
    name: fc.constantFrom("NIFTY", "BANKNIFTY"),
    expiry: fc.constantFrom("2026-03-05", "2026-03-12", "2026-03-19", "2026-03-26"),
    type: fc.constantFrom("CE", "PE", "FUT"),
    half: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(option, { maxLength: 80 }), fc.integer({ min: 0, max: 340 }), (list, tenths) => {
      const rows = list.map(({ name, expiry, type, half }, index) =>
        contract(index, name, expiry, type as "CE", half / 2),
      );
      const spot = tenths / 20;
      const book = createInstruments([...rows, share(1, "NIFTY", "NIFTY")], new Date());
      const chain = getOptionChain(book, { name: "NIFTY", spot });
      const options = rows.filter((row) => row.name === "NIFTY" && row.instrument_type !== "FUT");
      const alive = options.filter((row) => (row.expiry ?? "") >= "2026-03-12");
      if (alive.length === 0) {
        expect(chain).toBeNull();
        return;
      }
      const expiry = alive.map((row) => row.expiry ?? "").sort()[0];
      const listed = options.filter((row) => row.expiry === expiry);
      const strikes = [...new Set(listed.map(({ strike }) => strike))].sort((one, other) => one - other);
      const find = (strike: number, type: string) =>
        listed.find((row) => row.strike === strike && row.instrument_type === type) ?? null;
      expect(chain?.expiry).toBe(expiry);
      expect(chain?.expiries).toEqual([...new Set(options.map((row) => row.expiry))].sort());
      expect(chain?.strikes).toEqual(
        strikes.map((strike) => ({ strike, call: find(strike, "CE"), put: find(strike, "PE") })),
      );
      // In twentieths everything is whole, so nothing is rounded.
      const distance = (strike: number) => Math.abs(strike * 20 - tenths);
      const least = Math.min(...strikes.map(distance));
      expect(chain?.atTheMoney?.strike).toBe(strikes.find((strike) => distance(strike) === least));
    }),
  );
});
