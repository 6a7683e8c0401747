import type { Instrument } from "@kite/models";

/**
 * The instruments of a day, to look up and to walk through. Rows are handed out one at a time, so that how they are kept is
 * nobody's business: treat them as read-only.
 */
export interface Instruments extends Iterable<Instrument> {
  readonly size: number;
  /** When this list was downloaded. */
  readonly downloadedAt: Date;
  /** Rows of the list that were not as documented. */
  readonly leftOut: number;
  byToken(instrument_token: number): Instrument | undefined;
  /** By `exchange:tradingsymbol`, e.g. `NSE:INFY`. */
  byKey(key: string): Instrument | undefined;
  /** All rows of a name, in the order of the list: `NIFTY` gives its futures and options. */
  byName(name: string): Iterable<Instrument>;
}

/** Builds the indexes over rows, each when it is asked for first. Where two rows have the same token or key, the first counts. */
export function createInstruments(rows: readonly Instrument[], downloadedAt: Date, leftOut = 0): Instruments {
  let tokens: Map<number, Instrument> | undefined;
  let keys: Map<string, Instrument> | undefined;
  let names: Map<string, Instrument[]> | undefined;
  return {
    size: rows.length,
    downloadedAt,
    leftOut,
    [Symbol.iterator]: () => rows[Symbol.iterator](),
    byToken(instrument_token) {
      tokens ??= firstBy(rows, (row) => row.instrument_token);
      return tokens.get(instrument_token);
    },
    byKey(key) {
      keys ??= firstBy(rows, ({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`);
      return keys.get(key);
    },
    byName(name) {
      names ??= allBy(rows, (row) => row.name);
      return names.get(name) ?? [];
    },
  };
}

function firstBy<Key>(rows: readonly Instrument[], keyOf: (row: Instrument) => Key): Map<Key, Instrument> {
  const index = new Map<Key, Instrument>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!index.has(key)) index.set(key, row);
  }
  return index;
}

function allBy(rows: readonly Instrument[], keyOf: (row: Instrument) => string): Map<string, Instrument[]> {
  const index = new Map<string, Instrument[]>();
  for (const row of rows) {
    const group = index.get(keyOf(row));
    if (group) group.push(row);
    else index.set(keyOf(row), [row]);
  }
  return index;
}
