import type { Instrument } from "@kite/models";
import type { InstrumentEngine, QuickInstruments } from "../instruments/engine.ts";
import type { InstrumentColumns } from "./instrument-columns.ts";
import { NameSpans } from "./name-spans.ts";
import type { RowIndex } from "./row-index.ts";
import { tableEngine } from "./table-engine.ts";

/** Rows that are kept after they were made: whoever looks at the same ones again and again gets the same objects. */
const places = 8_192;

/** The instruments of a day in columns; a row is made when it is asked for. */
export class InstrumentTable implements QuickInstruments {
  readonly size: number;
  readonly downloadedAt: Date;
  readonly leftOut: number;
  readonly engine: InstrumentEngine;
  readonly #columns: InstrumentColumns;
  readonly #index: RowIndex;
  #spans: NameSpans | undefined;
  /** Rows beyond the columns, by token and by key. */
  #oddRows: ReadonlyMap<number | string, number> | undefined;
  /** By the last digits of a row's number: which row is kept, plus one, and the row. */
  readonly #keptRows: Uint32Array = new Uint32Array(places);
  readonly #kept: Instrument[] = [];

  constructor(columns: InstrumentColumns, index: RowIndex, downloadedAt: Date, leftOut: number) {
    this.size = columns.length;
    this.downloadedAt = downloadedAt;
    this.leftOut = leftOut;
    this.#columns = columns;
    this.#index = index;
    this.engine = tableEngine(this, columns, index);
  }

  byToken(instrument_token: number): Instrument | undefined {
    return this.#first(this.#index.rowOfToken(instrument_token), instrument_token);
  }

  byKey(key: string): Instrument | undefined {
    return this.#first(this.#index.rowOfKey(key), key);
  }

  *byName(name: string): Iterable<Instrument> {
    for (const row of this.rowsOf(name)) yield this.row(row);
  }

  *[Symbol.iterator](): Iterator<Instrument> {
    // A walk through a long list must not push out what is kept.
    const isKept = this.size <= places;
    for (let row = 0; row < this.size; row += 1) yield isKept ? this.row(row) : this.#columns.instrument(row);
  }

  /** The numbers of the rows of a name. */
  rowsOf(name: string): readonly number[] {
    this.#spans ??= new NameSpans(this.#columns);
    return this.#spans.rowsOf(name);
  }

  row(row: number): Instrument {
    const place = row % places;
    if (this.#keptRows[place] === row + 1) return this.#kept[place] as Instrument;
    const instrument = this.#columns.instrument(row);
    this.#keptRows[place] = row + 1;
    this.#kept[place] = instrument;
    return instrument;
  }

  /** The row of a key: the one in the columns, or one beyond them that comes earlier in the list. */
  #first(row: number, key: number | string): Instrument | undefined {
    if (this.#columns.odd.size === 0) return row === -1 ? undefined : this.row(row);
    this.#oddRows ??= oddRows(this.#columns.odd);
    const odd = this.#oddRows.get(key) ?? -1;
    if (row === -1 && odd === -1) return undefined;
    return this.row(row === -1 || (odd !== -1 && odd < row) ? odd : row);
  }
}

function oddRows(odd: ReadonlyMap<number, Instrument>): ReadonlyMap<number | string, number> {
  const rows = new Map<number | string, number>();
  for (const [row, { instrument_token, exchange, tradingsymbol }] of odd) {
    for (const key of [instrument_token, `${exchange}:${tradingsymbol}`]) if (!rows.has(key)) rows.set(key, row);
  }
  return rows;
}
