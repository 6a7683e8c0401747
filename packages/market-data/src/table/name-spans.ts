import type { InstrumentColumns } from "./instrument-columns.ts";

/** Names whose rows are found without another look. */
const namesKept = 16;

/** Where the rows of each name lie: lists have them near each other, so that few others are in between. */
export class NameSpans {
  readonly #columns: InstrumentColumns;
  /** By name: its first row, and the one after its last. */
  readonly #first: Uint32Array;
  readonly #end: Uint32Array;
  /** The rows of names that were asked for. */
  readonly #kept: Map<number, readonly number[]> = new Map();

  constructor(columns: InstrumentColumns) {
    this.#columns = columns;
    this.#first = new Uint32Array(columns.names.length);
    this.#end = new Uint32Array(columns.names.length);
    const { nameId, length } = columns;
    for (let row = 0; row < length; row += 1) {
      const id = nameId[row] as number;
      if (this.#end[id] === 0) this.#first[id] = row;
      this.#end[id] = row + 1;
    }
  }

  /** The rows of a name, in the order of the list. */
  rowsOf(name: string): readonly number[] {
    const { names, odd } = this.#columns;
    const id = names.idOf(name);
    const rows = this.#kept.get(id) ?? this.#keep(id);
    if (odd.size === 0) return rows;
    // The place of an odd row in the columns is blank: its name is in the row itself.
    const others = [...odd].filter(([, instrument]) => instrument.name === name).map(([row]) => row);
    return rows
      .filter((row) => !odd.has(row))
      .concat(others)
      .sort((one, other) => one - other);
  }

  #keep(id: number): readonly number[] {
    const { nameId } = this.#columns;
    const end = this.#end[id] ?? 0;
    const rows: number[] = [];
    for (let row = this.#first[id] ?? 0; row < end; row += 1) if (nameId[row] === id) rows.push(row);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= namesKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(id, rows);
    return rows;
  }
}
