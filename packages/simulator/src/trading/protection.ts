import type { Instrument } from "../market/instrument.ts";
import type { Side } from "../portfolio/position.ts";
import { ceilToTick, floorToTick } from "./price-grid.ts";

/** Percent that stands behind a protection of -1 at a price in rupees. The dearer, the narrower. */
export function automaticPercent({ instrument_type }: Instrument, last_price: number): number {
  if (instrument_type === "CE" || instrument_type === "PE") {
    if (last_price < 10) return 5;
    if (last_price < 100) return 3;
    return last_price <= 500 ? 2 : 1;
  }
  if (last_price < 100) return 2;
  return last_price <= 500 ? 1 : 0.5;
}

/** What a market order may cost at worst. */
export interface ProtectedPrice {
  /** Rupees, on the tick grid, within the day's circuit. */
  readonly price: number;
  readonly percent: number;
}

/** Turns a market order into a priced one; `protection` is -1 or percent of the last price. */
export function protect(
  instrument: Instrument,
  side: Side,
  protection: number,
  market: { readonly last_price: number; readonly lower_circuit_limit: number; readonly upper_circuit_limit: number },
): ProtectedPrice {
  const { last_price, lower_circuit_limit, upper_circuit_limit } = market;
  const percent = protection === -1 ? automaticPercent(instrument, last_price) : protection;
  const price =
    side === "BUY"
      ? Math.min(floorToTick(instrument, last_price * (1 + percent / 100)), upper_circuit_limit)
      : Math.max(ceilToTick(instrument, last_price * (1 - percent / 100)), lower_circuit_limit);
  return { price, percent };
}
