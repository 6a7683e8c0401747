import { hashText, spread } from "./hash.ts";

/** The last five cells of a row. */
export interface Tail {
  readonly tick_size: number;
  readonly lot_size: number;
  readonly instrument_type: string;
  readonly segment: string;
  readonly exchange: string;
  /** Of the exchange, spread. */
  readonly hash: number;
  /** 0 for the cash segments, 1 for futures, 2 for the rest: the order of search results. */
  readonly kind: number;
}

const number = /^-?\d+(\.\d+)?$/;

export const kindOf = (instrument_type: string): number =>
  instrument_type === "EQ" ? 0 : instrument_type === "FUT" ? 1 : 2;

/** Reads the last five cells as they stand in the list; undefined for what a row must be read cell by cell for. */
export function readTail(text: string): Tail | undefined {
  const [tick = "", lot = "", instrument_type = "", segment = "", exchange = "", ...more] = text.split(",");
  // A colon ends the exchange in the key of an instrument.
  if (more.length > 0 || !number.test(tick) || !number.test(lot) || !exchange || exchange.includes(":"))
    return undefined;
  return {
    tick_size: Number(tick),
    lot_size: Number(lot),
    instrument_type,
    segment,
    exchange,
    hash: spread(hashText(exchange)),
    kind: kindOf(instrument_type),
  };
}
