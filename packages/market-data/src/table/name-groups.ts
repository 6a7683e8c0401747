import type { InstrumentColumns } from "./instrument-columns.ts";

/** The rows of each name, in the order of the list. */
export class NameGroups {
  readonly #columns: InstrumentColumns;
  /** Where the rows of each name begin in `rows`. */
  readonly #starts: Uint32Array;
  readonly #rows: Uint32Array;

  constructor(columns: InstrumentColumns) {
    const { nameId, names, length } = columns;
    const starts = new Uint32Array(names.length + 1);
    for (let row = 0; row < length; row += 1) (starts[(nameId[row] as number) + 1] as number) += 1;
    for (let id = 0; id < names.length; id += 1) (starts[id + 1] as number) += starts[id] as number;
    const next = starts.slice();
    const rows = new Uint32Array(length);
    for (let row = 0; row < length; row += 1) {
      const id = nameId[row] as number;
      rows[next[id] as number] = row;
      (next[id] as number) += 1;
    }
    this.#columns = columns;
    this.#starts = starts;
    this.#rows = rows;
  }

  rowsOf(name: string): ArrayLike<number> & Iterable<number> {
    const { names, odd } = this.#columns;
    const id = names.idOf(name);
    const rows = id === -1 ? new Uint32Array(0) : this.#rows.subarray(this.#starts[id], this.#starts[id + 1]);
    if (odd.size === 0) return rows;
    // The place of an odd row in the columns is blank: its name is in the row itself.
    const others = [...odd].filter(([, instrument]) => instrument.name === name).map(([row]) => row);
    return [...rows]
      .filter((row) => !odd.has(row))
      .concat(others)
      .sort((one, other) => one - other);
  }
}
