import type { Instrument } from "@kite/market-data";

/** An instrument in the page's words. */
export interface InstrumentRow {
  /** `NSE:INFY`; names it everywhere on the page. */
  readonly key: string;
  readonly instrument_token: number;
  readonly exchange: string;
  readonly tradingsymbol: string;
  /** Company, or what a contract is on; may be empty. */
  readonly name: string;
  readonly segment: string;
  /** `EQ`, `FUT`, `CE` or `PE`. */
  readonly instrument_type: string;
  /** `yyyy-mm-dd`; null for what does not expire. */
  readonly expiry: string | null;
  /** 0 for what is no option. */
  readonly strike: number;
  readonly tick_size: number;
  readonly lot_size: number;
}

/** Puts an instrument into the page's words. */
export function instrumentRow(instrument: Instrument): InstrumentRow {
  const { instrument_token, exchange, tradingsymbol, name, segment, instrument_type } = instrument;
  const { expiry, strike, tick_size, lot_size } = instrument;
  const key = keyOf(instrument);
  const which = { key, instrument_token, exchange, tradingsymbol, name };
  return { ...which, segment, instrument_type, expiry, strike, tick_size, lot_size };
}

/** Names an instrument: `NSE:INFY`. */
export const keyOf = ({ exchange, tradingsymbol }: Pick<InstrumentRow, "exchange" | "tradingsymbol">): string =>
  `${exchange}:${tradingsymbol}`;
