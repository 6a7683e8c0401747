import { type Instrument, isEquity } from "./instrument.ts";

/** Lowest and highest price at which orders are taken; paise on the tick grid. */
export interface Band {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The price band of a day.
 *
 * @param reference - Previous close of the instrument, paise.
 * @param spotReference - Previous close of what it follows: an option moves in rupees, not in percent, with it.
 */
export function priceBand(instrument: Instrument, reference: number, spotReference: number): Band {
  const { tick, instrument_type } = instrument;
  const option = instrument_type === "CE" || instrument_type === "PE";
  const reach = option ? 0.1 * spotReference : reachOf(instrument) * reference;
  return {
    lower: Math.max(tick, Math.ceil((reference - reach) / tick) * tick),
    upper: Math.max(2 * tick, Math.floor((reference + reach) / tick) * tick),
  };
}

/** Shares without derivatives may move by a fifth; those in the series for trade-to-trade by a twentieth. */
function reachOf({ exchange, spot }: Instrument): number {
  if (!isEquity(exchange)) return 0.1;
  return spot.volatility < 1 ? 0.05 : 0.2;
}
