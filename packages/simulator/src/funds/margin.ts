import { type Instrument, isEquity } from "../market/instrument.ts";
import type { Product, Side } from "../portfolio/position.ts";
import { CONTRACT_RATES, SHARE_LEVERAGE } from "./margin-rates.ts";

/** What a trade blocks, by kind; rupees. */
export interface Margin {
  readonly span: number;
  readonly exposure: number;
  readonly option_premium: number;
  /** Of shares: their value, divided by the leverage of the product. */
  readonly var: number;
  readonly leverage: number;
}

export const NO_MARGIN: Margin = { span: 0, exposure: 0, option_premium: 0, var: 0, leverage: 1 };

/** A quantity at a price (rupees) on one side of the market. */
export interface Exposure {
  readonly instrument: Instrument;
  readonly product: Product;
  readonly side: Side;
  readonly quantity: number;
  readonly price: number;
}

/** Margin that opening such an exposure takes. */
export function marginOf({ instrument, product, side, quantity, price }: Exposure): Margin {
  const { exchange, instrument_type, multiplier, strike } = instrument;
  const value = quantity * multiplier * price;
  if (isEquity(exchange)) return shareMargin(product, side, value);
  if (instrument_type !== "FUT" && side === "BUY") return { ...NO_MARGIN, option_premium: value };
  const rates = CONTRACT_RATES[exchange as keyof typeof CONTRACT_RATES];
  // who sells an option bears the risk of the underlying, whatever the premium is
  const notional = instrument_type === "FUT" ? value : quantity * multiplier * strike;
  return { ...NO_MARGIN, span: notional * rates.span, exposure: notional * rates.exposure };
}

export function totalOf({ span, exposure, option_premium, var: risk }: Margin): number {
  return span + exposure + option_premium + risk;
}

function shareMargin(product: Product, side: Side, value: number): Margin {
  if (product === "CNC" && side === "SELL") return NO_MARGIN;
  const leverage = product === "NRML" ? 1 : SHARE_LEVERAGE[product];
  return { ...NO_MARGIN, var: value / leverage, leverage };
}
