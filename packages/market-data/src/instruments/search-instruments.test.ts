import type { Instrument } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { contract, market, share } from "../testing/instruments.ts";
import { createInstruments } from "./instruments.ts";
import { type SearchOptions, searchInstruments } from "./search-instruments.ts";

const instruments = createInstruments(market, new Date());
const search = (query: string, options?: SearchOptions) =>
  searchInstruments(instruments, query, options).map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`);

test.each([
  ["INFY", ["NSE:INFY", "BSE:INFY"]],
  ["infy", ["NSE:INFY", "BSE:INFY"]],
  ["bse:infy", ["BSE:INFY"]],
  ["m&m", ["NSE:M&M"]],
  ["tata mot", ["NSE:TATAMOTORS"]],
  ["motors tata", ["NSE:TATAMOTORS"]],
  ["steel", ["NSE:TATASTEEL"]],
  ["tatasteel", ["NSE:TATASTEEL"]],
  ["nifty 24500 ce", ["NFO:NIFTY26031224500CE", "NFO:NIFTY26032624500CE"]],
  ["nifty 24500 pe 26mar", ["NFO:NIFTY26032624500PE"]],
  ["nifty apr fut", ["NFO:NIFTY260430FUT"]],
  ["nifty fut 2026", ["NFO:NIFTY260326FUT", "NFO:NIFTY260430FUT"]],
  ["  gold  ", ["NSE:GOLDBEES"]],
  ["otors", ["NSE:TATAMOTORS"]],
])("%j finds %j", (query, expected) => {
  expect(search(query)).toEqual(expected);
});

test("the symbol itself comes first, then what begins so, shares before futures before options", () => {
  expect(search("nifty 50")[0]).toBe("NSE:NIFTY 50");
  expect(search("reliance").slice(0, 2)).toEqual(["NSE:RELIANCE", "NFO:RELIANCE260326FUT"]);
  const found = search("nifty");
  expect(found.slice(0, 4)).toEqual(["NSE:NIFTY 50", "NSE:NIFTY BANK", "NFO:NIFTY260326FUT", "NFO:NIFTY260430FUT"]);
  expect(found.slice(4)).toHaveLength(6);
});

test.each([
  ["relaince", "NSE:RELIANCE"],
  ["infosis", "NSE:INFY"],
  ["infsys", "NSE:INFY"],
  ["infoosys", "NSE:INFY"],
  ["tatamotrs", "NSE:TATAMOTORS"],
  ["mahindar", "NSE:M&M"],
  ["tata stel", "NSE:TATASTEEL"],
])("%j is a slip for %s", (query, expected) => {
  expect(search(query)[0]).toBe(expected);
  expect(search(query, { fuzzy: false })).toEqual([]);
});

test("a word that begins a word of the name comes before one inside of it", () => {
  const list = [share(1, "AAA", "FOOBAR"), share(2, "ZZZ", "FOO BAR"), share(3, "YBARY", "OTHER")];
  const found = searchInstruments(createInstruments(list, new Date()), "bar");
  expect(found.map(({ tradingsymbol }) => tradingsymbol)).toEqual(["ZZZ", "AAA", "YBARY"]);
});

test("numbers, short words and a wrong first letter are not forgiven", () => {
  for (const query of ["24510 ce", "inx", "nfo:infy", "xnfosys", "zzz"]) expect(search(query)).toEqual([]);
});

test("a filter holds, and the limit too", () => {
  expect(search("infy", { exchange: "BSE" })).toEqual(["BSE:INFY"]);
  expect(search("nifty", { instrument_type: ["CE", "PE"], expiry: "2026-03-12" })).toHaveLength(2);
  expect(search("nifty", { limit: 3 })).toHaveLength(3);
  expect(search("relaince", { instrument_type: "FUT" })).toEqual(["NFO:RELIANCE260326FUT"]);
});

test("nothing is found by nothing", () => {
  for (const query of ["", "   ", ":", "\n"]) expect(search(query)).toEqual([]);
});

test.each([
  [null, {}],
  ["infy", { limit: 0 }],
  ["infy", { limit: 1.5 }],
])("refuses %j with %j", async (query, options) => {
  const error = await caught(() => searchInstruments(instruments, query as string, options));
  expect(error.message).toMatch(/^searchInstruments: (query|limit): /);
});

/** Slips between two words by their definition, without a table. */
function slipsBetween(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  const [head, next] = [one[0], one[1]];
  const options = [
    slipsBetween(one.slice(1), other) + 1,
    slipsBetween(one, other.slice(1)) + 1,
    slipsBetween(one.slice(1), other.slice(1)) + (head === other[0] ? 0 : 1),
  ];
  if (next !== undefined && head === other[1] && next === other[0])
    options.push(slipsBetween(one.slice(2), other.slice(2)) + 1);
  return Math.min(...options);
}

const monthNames = ["JAN", "FEB", "MAR", "APR"];
/** Whether a word fits a row, said in another way than the search says it. */
function fits(word: string, row: Instrument): boolean {
  const [year, month, day] = row.expiry?.split("-") ?? [];
  const name = month && monthNames[Number(month) - 1];
  const facts = [
    row.exchange,
    row.instrument_type,
    row.strike ? `${row.strike}` : "",
    year,
    name,
    `${day}${name}`,
    `${Number(day)}${name}`,
  ];
  return facts.includes(word) || row.tradingsymbol.includes(word) || row.name.includes(word);
}
function almost(word: string, row: Instrument): boolean {
  const most = word.length < 8 ? 1 : 2;
  if (/\d/.test(word) || word.length < 4) return false;
  return [row.tradingsymbol, ...row.name.split(" ")].some((text) => {
    const beginnings = Array.from({ length: text.length + 1 }, (_, length) => text.slice(0, length));
    return (
      text[0] === word[0] &&
      beginnings.some((each) => Math.abs(each.length - word.length) <= most && slipsBetween(each, word) <= most)
    );
  });
}

const letters = fc.string({ unit: fc.constantFrom("A", "B", "C"), minLength: 1, maxLength: 5 });
const rows = fc.array(
  fc.oneof(
    fc.tuple(letters, letters, letters).map(([symbol, first, second]) => share(1, symbol, `${first} ${second}`)),
    fc
      .tuple(
        letters,
        fc.constantFrom("2026-01-08", "2026-03-26"),
        fc.constantFrom("CE", "FUT"),
        fc.integer({ min: 1, max: 12 }),
      )
      .map(([name, expiry, type, strike]) => contract(1, name, expiry, type as "CE", type === "CE" ? strike * 10 : 0)),
  ),
  { maxLength: 25 },
);
const words = fc.array(
  fc.oneof(
    letters,
    fc.constantFrom("CE", "FUT", "NSE", "NFO", "JAN", "26MAR", "8JAN", "08JAN", "2026", "10", "50", "100"),
  ),
  { minLength: 1, maxLength: 3 },
);

test("finds what fits, all of it and nothing else, whatever is asked", () => {
  fc.assert(
    fc.property(rows, words, (list, query) => {
      const book = createInstruments(list, new Date());
      const exact = list.filter((row) => query.every((word) => fits(word, row)));
      const close = list.filter((row) => query.every((word) => fits(word, row) || almost(word, row)));
      expect(new Set(searchInstruments(book, query.join(" "), { limit: 1_000, fuzzy: false }))).toEqual(new Set(exact));
      const found = searchInstruments(book, query.join(" ").toLowerCase(), { limit: 1_000 });
      expect(new Set(found)).toEqual(new Set(close));
      expect(found).toHaveLength(close.length);
      // What fits comes before what almost fits.
      expect(new Set(found.slice(0, exact.length))).toEqual(new Set(exact));
      expect(searchInstruments(book, query.join(" "), { limit: 3 })).toEqual(found.slice(0, 3));
    }),
    { numRuns: 400 },
  );
});

test("whoever types a whole symbol gets it first", () => {
  fc.assert(
    fc.property(rows, fc.nat(), (list, pick) => {
      fc.pre(list.length > 0);
      const wanted = list[pick % list.length] as Instrument;
      const [first] = searchInstruments(createInstruments(list, new Date()), wanted.tradingsymbol, { limit: 1 });
      expect(first?.tradingsymbol).toBe(wanted.tradingsymbol);
    }),
  );
});
