import type { Instrument } from "@kite/models";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { findInstrument, findInstruments } from "../instruments/find-instrument.ts";
import { getOptionChain } from "../instruments/get-option-chain.ts";
import { createInstruments } from "../instruments/instruments.ts";
import { searchInstruments } from "../instruments/search-instruments.ts";
import { contract, market, share } from "../testing/instruments.ts";
import { tableOf } from "../testing/table.ts";

vi.setConfig({ testTimeout: 20_000 });

const letters = fc.string({ unit: fc.constantFrom("A", "B", "C"), minLength: 1, maxLength: 6 });
const symbol = fc.oneof(letters, fc.constantFrom("A B", "AB 50", "ab", "M&M", "₹A", "", "A-BE"));
const name = fc.oneof(
  letters,
  fc.tuple(letters, letters).map((words) => words.join(" ")),
  fc.constantFrom("", "A, B", "₹ AB", "Ab aB", 'A "B"'),
);
const token = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(2 ** 32 - 1, 2 ** 32, 408065));
const row: fc.Arbitrary<Instrument> = fc.oneof(
  fc
    .record({ token, symbol, name, exchange: fc.constantFrom("NSE", "BSE", "NEW", "A:B") })
    .map(({ token: instrument_token, symbol, name, exchange }) =>
      share(1, symbol, name, { instrument_token, exchange }),
    ),
  fc
    .record({
      token,
      name,
      expiry: fc.constantFrom("2026-01-08", "2126-03-26", "2126-04-30", "2126-02-31"),
      type: fc.constantFrom("CE", "PE", "FUT"),
      strike: fc.constantFrom(10, 20.5, 50, 100),
      exchange: fc.constantFrom("NFO", "BFO"),
    })
    .map(({ token: instrument_token, name, expiry, type, strike, exchange }) =>
      contract(1, name, expiry, type as "CE", type === "FUT" ? 0 : strike, { instrument_token, exchange }),
    ),
);
const rows = fc.array(row, { minLength: 1, maxLength: 40 });

test("holds the rows of a list, whatever they are", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const table = await tableOf(list);
      expect([...table]).toStrictEqual(list.map((each) => ({ ...each })));
      expect(table.size).toBe(list.length);
    }),
    { numRuns: 100 },
  );
});

test("finds by token, key and name what a walk finds", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const [table, walked] = [await tableOf(list), createInstruments(list, new Date())];
      for (const { instrument_token, exchange, tradingsymbol, name } of [...list, share(2, "NONE", "NONE")]) {
        expect(table.byToken(instrument_token)).toEqual(walked.byToken(instrument_token));
        const key = `${exchange}:${tradingsymbol}`;
        expect(table.byKey(key)).toEqual(walked.byKey(key));
        expect([...table.byName(name)]).toEqual([...walked.byName(name)]);
      }
      for (const key of ["", "A", ":", "NSE:", "constructor"]) expect(table.byKey(key)).toEqual(walked.byKey(key));
      for (const odd of [-1, 0.5, Number.NaN, 2 ** 33]) expect(table.byToken(odd)).toEqual(walked.byToken(odd));
    }),
    { numRuns: 100 },
  );
});

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const filters = fc.record({
  name: some("A", "AB", "", "₹ AB"),
  exchange: some<string | string[]>("NSE", "NFO", ["BSE", "BFO"], []),
  instrument_type: some("CE", "PE", "FUT", "EQ"),
  expiry: some(null, "2026-01-08", "2126-02-31", "soon"),
  strike: some(0, 20.5, 50),
  tradingsymbol: some("A", "₹A", "ab"),
});

test("finds by a filter what a walk finds, in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(rows, filters, async (list, filter) => {
      const [table, walked] = [await tableOf(list), createInstruments(list, new Date())];
      expect(findInstruments(table, filter)).toEqual(findInstruments(walked, filter));
      expect(findInstrument(table, filter)).toEqual(findInstrument(walked, filter));
    }),
    { numRuns: 150 },
  );
});

const query = fc
  .array(
    fc.oneof(symbol, letters, fc.constantFrom("CE", "FUT", "NFO", "EQ", "MAR", "26MAR", "2126", "50", "20.5", "ABCB")),
    {
      maxLength: 3,
    },
  )
  .map((words) => words.join(" "));

test("searches as a walk does: the same rows in the same order, slips and filters included", async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      query,
      fc.constantFrom("", "nse:", "NFO:"),
      filters,
      async (list, words, exchange, filter) => {
        const [table, walked] = [await tableOf(list), createInstruments(list, new Date())];
        for (const options of [{}, { limit: 2 }, { limit: 100, fuzzy: false }, { limit: 5, ...filter }]) {
          const found = searchInstruments(table, exchange + words, options);
          expect(found).toEqual(searchInstruments(walked, exchange + words, options));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("answers someone who types as a walk does", async () => {
  const begins = fc.constantFrom("ABC", "ABCD", "AAA", "NIFTY", "NIF", "NIFTY 50", "NIFTY50");
  const typed = fc
    .record({ begins, ends: letters, name: letters, exchange: fc.constantFrom("NSE", "BSE", "NEW") })
    .map(({ begins, ends, name, exchange }) => share(1, begins + ends.slice(1), name, { exchange }));
  const future = fc
    .record({
      name: begins,
      expiry: fc.constantFrom("2026-01-08", "2026-03-26"),
      strike: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ name, expiry, strike }) => contract(1, name, expiry, strike % 3 ? "PE" : "FUT", strike));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(typed, future), { minLength: 1, maxLength: 60 }), begins, async (list, text) => {
      const [table, walked] = [await tableOf(list), createInstruments(list, new Date())];
      for (const query of [text, text.replaceAll(" ", ""), list[0]?.tradingsymbol ?? ""]) {
        for (const limit of [1, 3, 10]) {
          const found = searchInstruments(table, query, { limit });
          expect(found).toEqual(searchInstruments(walked, query, { limit }));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("gives the option chains that a walk gives", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("A", "AB", "₹ AB"), fc.nat(120), async (list, name, spot) => {
      const [table, walked] = [await tableOf(list), createInstruments(list, new Date())];
      for (const exchange of [undefined, "NFO", "BFO"]) {
        const params = { name, spot, exchange };
        expect(getOptionChain(table, params)).toEqual(getOptionChain(walked, params));
        expect(getOptionChain(table, params)).toEqual(getOptionChain(walked, params));
      }
    }),
    { numRuns: 100 },
  );
});

test("whoever asks again gets the same object", async () => {
  const table = await tableOf(market);
  for (const { instrument_token, exchange, tradingsymbol } of market) {
    expect(table.byKey(`${exchange}:${tradingsymbol}`)).toBe(table.byToken(instrument_token));
  }
});
