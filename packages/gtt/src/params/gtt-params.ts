import type { Exchange, transactionTypes } from "@kite/models";

/** `CNC` and `MTF` are for shares, `NRML` is for contracts. An intraday order (`MIS`) cannot wait for days. */
export type GTTProduct = "CNC" | "NRML" | "MTF";

/** The limit order that a trigger places. */
export interface GTTOrderParams {
  readonly transaction_type: (typeof transactionTypes)[number];
  /** At least 1: shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  readonly quantity: number;
  /** Limit, rupees per unit. Need not be the trigger's: a little worse than that fills more surely. */
  readonly price: number;
  readonly product: GTTProduct;
  /** Default `LIMIT`, the only one that Kite documents. */
  readonly order_type?: "LIMIT" | undefined;
  /** Default: that of the condition. */
  readonly exchange?: Exchange | undefined;
  /** Default: that of the condition. */
  readonly tradingsymbol?: string | undefined;
}

/** What is watched. */
export interface GTTConditionParams<Triggers extends readonly number[]> {
  readonly exchange: Exchange;
  readonly tradingsymbol: string;
  /** Rupees per unit. */
  readonly trigger_values: Triggers;
  /** Price now, rupees per unit. It decides the direction: a single trigger above it waits for a rise, one below for a fall. */
  readonly last_price: number;
}

/** One price to wait for, and one order. */
export interface SingleGTTParams {
  readonly type: "single";
  readonly condition: GTTConditionParams<readonly [number]>;
  readonly orders: readonly [GTTOrderParams];
}

/** A price below the last one and a price above it, each with its order. The first that is reached ends the other. */
export interface TwoLegGTTParams {
  readonly type: "two-leg";
  readonly condition: GTTConditionParams<readonly [lower: number, upper: number]>;
  /** In the order of the triggers. */
  readonly orders: readonly [lower: GTTOrderParams, upper: GTTOrderParams];
}

/** A whole GTT, as `singleTrigger` and `twoLegTrigger` make it. */
export type PlaceGTTParams = SingleGTTParams | TwoLegGTTParams;

/** What shall change in a GTT; whatever is left out stays. */
export interface GTTChanges {
  readonly type?: undefined;
  readonly condition?: GTTConditionChanges | undefined;
  /** One for each order it has, in the order of the triggers; `{}` for an order that stays. */
  readonly orders?: readonly [GTTOrderChanges] | readonly [lower: GTTOrderChanges, upper: GTTOrderChanges] | undefined;
}

export interface GTTConditionChanges {
  /** A GTT stays with its instrument. */
  readonly exchange?: undefined;
  readonly tradingsymbol?: undefined;
  /** Rupees per unit: one for a single GTT, lower and upper for a two-leg one. */
  readonly trigger_values?: readonly [number] | readonly [lower: number, upper: number] | undefined;
  /** Price now. Needed, because the stored one is of the day of placing and would decide the direction. */
  readonly last_price: number;
}

export type GTTOrderChanges = { readonly [Field in keyof GTTOrderParams]?: GTTOrderParams[Field] | undefined };
