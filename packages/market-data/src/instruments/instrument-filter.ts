import type { Exchange, Instrument, InstrumentType, Segment } from "@kite/models";

/** What instruments must be; a list means any of these. What is left out does not matter. */
export interface InstrumentFilter {
  readonly exchange?: Exchange | readonly Exchange[] | undefined;
  readonly segment?: Segment | readonly Segment[] | undefined;
  readonly instrument_type?: InstrumentType | readonly InstrumentType[] | undefined;
  /** Company, or what a contract is on, exactly as in the list: `NIFTY`. */
  readonly name?: string | undefined;
  readonly tradingsymbol?: string | undefined;
  /** `yyyy-mm-dd`; null for what does not expire. */
  readonly expiry?: string | null | undefined;
  /** Rupees. */
  readonly strike?: number | undefined;
}

/** Tells whether an instrument is what a filter wants. */
export function passes(instrument: Instrument, filter: InstrumentFilter): boolean {
  const { exchange, segment, instrument_type, name, tradingsymbol, expiry, strike } = filter;
  return (
    isOneOf(instrument.exchange, exchange) &&
    isOneOf(instrument.segment, segment) &&
    isOneOf(instrument.instrument_type, instrument_type) &&
    (name === undefined || instrument.name === name) &&
    (tradingsymbol === undefined || instrument.tradingsymbol === tradingsymbol) &&
    (expiry === undefined || instrument.expiry === expiry) &&
    (strike === undefined || instrument.strike === strike)
  );
}

const isOneOf = (value: string, wanted: string | readonly string[] | undefined): boolean =>
  wanted === undefined || (typeof wanted === "string" ? value === wanted : wanted.includes(value));
