import type { InstrumentRow } from "../../shared/market-api.ts";

/** A share, as the server describes it. */
export const infy: InstrumentRow = {
  key: "NSE:INFY",
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
