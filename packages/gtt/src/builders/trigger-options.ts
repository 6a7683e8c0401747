import type { Exchange, transactionTypes } from "@kite/models";
import type { GTTProduct } from "../params/gtt-params.ts";

/** What the orders of a GTT have in common, and the market they wait in. */
export interface TriggerOptions {
  readonly exchange: Exchange;
  readonly tradingsymbol: string;
  /** Price now, rupees per unit, from a quote. */
  readonly last_price: number;
  /** Step of prices in rupees, from the instrument. Given, every trigger and limit must be a multiple of it. */
  readonly tick_size?: number | undefined;
  readonly transaction_type: (typeof transactionTypes)[number];
  /** `CNC` or `MTF` on NSE and BSE, `NRML` elsewhere. */
  readonly product: GTTProduct;
}

/** A price to wait for, and the order to place then. */
export interface TriggerLeg {
  /** Rupees per unit. At least 0.25 % away from `last_price`, or ₹0.09 where that is ₹50 or less. */
  readonly trigger_value: number;
  /** Limit of the order, rupees per unit. Need not be the trigger's: a little worse than that fills more surely. */
  readonly price: number;
  /** At least 1: shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  readonly quantity: number;
}
