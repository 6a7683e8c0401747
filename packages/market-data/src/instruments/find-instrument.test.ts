import fc from "fast-check";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { market } from "../testing/instruments.ts";
import { findInstrument, findInstruments } from "./find-instrument.ts";
import { createInstruments } from "./instruments.ts";

const instruments = createInstruments(market, new Date());
const symbols = (rows: readonly { tradingsymbol: string }[]) => rows.map(({ tradingsymbol }) => tradingsymbol);

test("finds by key and by token; the exchange tells two shares of a company apart", () => {
  for (const row of market) {
    expect(findInstrument(instruments, `${row.exchange}:${row.tradingsymbol}`)).toBe(row);
    expect(findInstrument(instruments, row.instrument_token)).toBe(row);
  }
  expect(findInstrument(instruments, "BSE:INFY")?.exchange).toBe("BSE");
});

test("what is not listed is undefined", () => {
  expect(findInstrument(instruments, "NFO:INFY")).toBeUndefined();
  expect(findInstrument(instruments, "NSE:constructor")).toBeUndefined();
  expect(findInstrument(instruments, 1)).toBeUndefined();
  expect(findInstrument(instruments, { name: "constructor" })).toBeUndefined();
});

test("a filter finds what expires next, all of them come in order of expiry and strike", () => {
  expect(findInstrument(instruments, { name: "NIFTY", instrument_type: "FUT" })?.expiry).toBe("2026-03-26");
  const options = findInstruments(instruments, { name: "NIFTY", instrument_type: ["CE", "PE"] });
  expect(options.map(({ expiry, strike, instrument_type }) => [expiry, strike, instrument_type])).toEqual([
    ["2026-03-12", 24_500, "CE"],
    ["2026-03-12", 24_500, "PE"],
    ["2026-03-26", 24_500, "CE"],
    ["2026-03-26", 24_500, "PE"],
    ["2026-03-26", 24_550, "CE"],
    ["2026-03-26", 24_600, "PE"],
  ]);
  const wanted = { name: "NIFTY", expiry: "2026-03-26", strike: 24_500, instrument_type: "CE" };
  expect(symbols(findInstruments(instruments, wanted))).toEqual(["NIFTY26032624500CE"]);
  expect(symbols(findInstruments(instruments, { segment: "INDICES" }))).toEqual(["NIFTY 50", "NIFTY BANK"]);
  expect(findInstruments(instruments, { exchange: "NSE", expiry: null, tradingsymbol: "INFY" })).toHaveLength(1);
});

test("a filter finds what a walk through the list finds", () => {
  const some = <T>(values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const filters = fc.record({
    name: some(["NIFTY", "INFOSYS", "NONE"]),
    exchange: some<string | string[]>(["NSE", "BSE", ["BSE", "NFO"], []]),
    instrument_type: some(["CE", "PE", "FUT", "EQ"]),
    expiry: some([null, "2026-03-12", "2026-03-26"]),
    strike: some([0, 24_500, 24_550]),
  });
  fc.assert(
    fc.property(filters, (filter) => {
      const fits = market.filter((row) =>
        Object.entries(filter).every(([field, wanted]) => {
          const value = row[field as keyof typeof row];
          return wanted === undefined || (Array.isArray(wanted) ? wanted.includes(String(value)) : value === wanted);
        }),
      );
      const found = findInstruments(instruments, filter);
      expect(new Set(found)).toEqual(new Set(fits));
      expect(found).toHaveLength(fits.length);
    }),
  );
});

test.each(["INFY", "", null, undefined, true])("refuses %j", async (wanted) => {
  const error = await caught(() => findInstrument(instruments, wanted as string));
  expect(error.message).toMatch(/^findInstrument: wanted: must be a key like "NSE:INFY"/);
});

test("where two rows share a token or a key, the first one counts", () => {
  const [infy] = market;
  const twin = { ...(infy as NonNullable<typeof infy>), name: "TWIN" };
  const both = createInstruments([...market, twin], new Date());
  expect(both.byToken(twin.instrument_token)).toBe(infy);
  expect(both.byKey("NSE:INFY")).toBe(infy);
  expect([...both.byName("TWIN")]).toEqual([twin]);
  expect([...both]).toHaveLength(market.length + 1);
  expect(both.size).toBe(market.length + 1);
});
