import type { InstrumentRow } from "../market/instrument-row.ts";

/** A share. */
export const infy: InstrumentRow = {
  key: "NSE:INFY",
  instrument_token: 408065,
  exchange: "NSE",
  tradingsymbol: "INFY",
  name: "INFOSYS",
  segment: "NSE",
  instrument_type: "EQ",
  expiry: null,
  strike: 0,
  tick_size: 0.1,
  lot_size: 1,
};
