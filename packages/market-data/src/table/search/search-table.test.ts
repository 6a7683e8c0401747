import type { Instrument } from "@kite/models";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createInstruments } from "../../instruments/instruments.ts";
import { searchInstruments } from "../../instruments/search-instruments.ts";
import { searchWord } from "../../instruments/search-word.ts";
import { contract, csvOf, share } from "../../testing/instruments.ts";
import { InstrumentListReader } from "../instrument-list-reader.ts";
import { InstrumentTable } from "../instrument-table.ts";
import { TableSearch } from "./search-table.ts";
import { stepLength } from "./steps.ts";

const parts = ["BHA", "CHAN", "INDO", "MAHA", "NAV", "STEEL", "BANK", "POWER", "FIN", "MOTORS"];
const days = ["2026-01-27", "2026-02-24", "2026-03-31"];

/** Some thousand rows more than fit into a step: contracts of a few names, and shares with names of their own. */
function manyRows(): Instrument[] {
  const word = (index: number) => `${parts[index % 10]}${parts[Math.floor(index / 10) % 10]}`;
  const shares = Array.from({ length: stepLength + 2_000 }, (_, index) =>
    share(index, `${word(index)}${index}`, `${word(index * 7)} ${word(index * 3)} LIMITED`),
  );
  const contracts = ["NIFTY", "BANKNIFTY", "INDOBANK"].flatMap((name) =>
    days.flatMap((day) => [
      contract(1, name, day, "FUT"),
      ...Array.from({ length: 400 }, (_, index) =>
        contract(index, name, day, index % 2 ? "CE" : "PE", 20_000 + 50 * (index >> 1)),
      ),
    ]),
  );
  const exchanges = [contract(1, "SENSEX", "2026-01-27", "CE", 80_000, { exchange: "BFO", segment: "BFO-OPT" })];
  return [...contracts, ...exchanges, ...shares, share(9, "NIFTY 50", "NIFTY 50"), share(8, "IndoBank 2", "indo Bank")];
}

const rows = manyRows();
const read = async (list: readonly Instrument[]) => {
  const reader = new InstrumentListReader();
  reader.write(new TextEncoder().encode(csvOf(list)));
  return reader.finish("test");
};
let table: InstrumentTable;
const walked = createInstruments(rows, new Date());
beforeAll(async () => {
  const { columns, index } = await read(rows);
  table = new InstrumentTable(columns, index, new Date(), 0);
});

const letter = fc.constantFrom(..."ABDEFIKLNORST");
const word = fc.oneof(
  fc.constantFrom("NIFTY", "BANKNIFTY", "LIMITED", "FUT", "CE", "24500", "2450", "26FEB", "MAR", "NFO", "2026", "50"),
  fc.tuple(fc.constantFrom(...parts), fc.constantFrom("", ...parts)).map((both) => both.join("")),
  // With a letter that is wrong, missing, doubled or at the place of its neighbour.
  fc
    .tuple(fc.constantFrom(...parts, "NIFTY", "BANKNIFTY", "LIMITED"), fc.nat(8), letter, fc.nat(3))
    .map(([text, at, other, slip]) => {
      const swapped = text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
      const changes = [other + text.slice(at + 1), text.slice(at + 1), other + text.slice(at)];
      return slip === 3 ? swapped : text.slice(0, at) + changes[slip];
    }),
);
const query = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));

test("gives the rows of a walk in its order, from a list of many steps", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(query, fc.constantFrom(1, 5, 20, 300), (text, limit) => {
      const found = searchInstruments(table, text, { limit });
      expect(found).toEqual(searchInstruments(walked, text, { limit }));
    }),
    { numRuns: 60 },
  );
});

test("what searches need is made in steps, none of which goes through more than some thousand rows", async () => {
  const { columns, index } = await read(rows);
  const search = new TableSearch(columns, index);
  const steps: number[] = [];
  for (let step = search.prepare(); step > 0; step = search.prepare()) steps.push(step);
  expect(Math.max(...steps)).toBeLessThanOrEqual(8_192);
  // Symbols are counted, looked through for blanks, sorted and marked; names are split and sorted by their words.
  expect(steps.reduce((sum, step) => sum + step, 0)).toBe(4 * columns.length + 2 * columns.names.length);
  expect(search.prepare()).toBe(0);
});

test("a search in the middle of the steps makes the rest itself, and the steps end well", async () => {
  const { columns, index } = await read(rows);
  for (const stepsBefore of [0, 1, 3, 7]) {
    const search = new TableSearch(columns, index);
    for (let step = 0; step < stepsBefore; step += 1) search.prepare();
    for (const text of ["INDOBANK1", "BANK STEEL", "NIFYT"]) {
      const found = search.search(text.split(" ").map(searchWord), "", {});
      expect(found.map((row) => columns.instrument(row))).toEqual(searchInstruments(walked, text));
    }
    expect(search.prepare()).toBe(0);
  }
});
