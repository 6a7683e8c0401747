import { hashBytes } from "./hash.ts";
import { columnNames, InstrumentColumns } from "./instrument-columns.ts";

/** Joins lists into one, in their order; a single one is given as it is. */
export function joinColumns(lists: readonly InstrumentColumns[]): InstrumentColumns {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const joined = new InstrumentColumns();
  for (const list of lists) append(joined, list);
  joined.trim();
  return joined;
}

function append(joined: InstrumentColumns, list: InstrumentColumns): void {
  const first = joined.length;
  const firstByte = joined.symbolOffset[first] as number;
  const bytes = list.symbolOffset[list.length] as number;
  joined.reserve(list.length, bytes);
  for (const name of columnNames) joined[name].set(list[name].subarray(0, list.length), first);
  joined.symbols.set(list.symbols.subarray(0, bytes), firstByte);
  const idsOf = (own: "names" | "tails") =>
    Uint32Array.from({ length: list[own].length }, (_, id) => {
      const { bytes: source, offsets } = list[own];
      const [start, end] = [offsets[id] as number, offsets[id + 1] as number];
      return joined[own].add(source, start, end, hashBytes(source, start, end));
    });
  const [names, tails] = [idsOf("names"), idsOf("tails")];
  for (let row = 0; row < list.length; row += 1) {
    joined.nameId[first + row] = names[list.nameId[row] as number] as number;
    joined.tailId[first + row] = tails[list.tailId[row] as number] as number;
    joined.symbolOffset[first + row + 1] = firstByte + (list.symbolOffset[row + 1] as number);
  }
  for (const [row, instrument] of list.odd) joined.odd.set(first + row, instrument);
  joined.length = first + list.length;
}
