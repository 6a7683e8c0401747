import type { Instrument } from "../market/instrument.ts";

/** A share of no special kind, as far as the test does not say otherwise. */
export function instrumentOf(facts: Partial<Instrument>): Instrument {
  return {
    exchange: "NSE",
    tradingsymbol: "AARON",
    name: "AARON INDUSTRIES",
    instrument_token: 263_681,
    instrument_type: "EQ",
    segment: "NSE",
    isin: "INE721Z01010",
    expiry: "",
    strike: 0,
    lot_size: 1,
    multiplier: 1,
    tick: 5,
    freezeQuantity: 100_000,
    listed: "2015-02-02",
    spot: { name: "AARON", typicalPrice: 35_000, volatility: 1, hours: "equity" },
    activity: 1,
    typicalVolume: 1000,
    ...facts,
  };
}
