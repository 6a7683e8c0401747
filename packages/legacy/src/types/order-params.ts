import type { Exchanges, PositionTypes } from "../interfaces/index.ts";
import type { OrderType, Product, TransactionType, Validity } from "./vocabulary.ts";

/** A new order. Fields that are not listed reach Kite too. Prices are rupees per unit. */
export type PlaceOrderParams = {
  exchange: Exchanges;
  tradingsymbol: string;
  transaction_type: TransactionType;
  quantity: number;
  product: Product;
  order_type: OrderType;
  validity?: Validity;
  price?: number;
  disclosed_quantity?: number;
  trigger_price?: number;
  squareoff?: number;
  stoploss?: number;
  trailing_stoploss?: number;
  /** Minutes, with validity `TTL`. */
  validity_ttl?: number;
  iceberg_legs?: number;
  iceberg_quantity?: number;
  auction_number?: number;
  /** 20 letters and digits at most. */
  tag?: string;
  /** Lets Kite cut a quantity above the exchange's freeze limit into orders. */
  autoslice?: boolean;
  /**
   * Percent from the last price that a MARKET or SL-M order may fill away, above 0 up to 100; -1 for Kite's own choice. Kite
   * refuses such orders without it since 1 April 2026. The old types lack it.
   */
  market_protection?: number;
  /** Id of a registered algorithm. The old types lack it. */
  algo_id?: string;
};

/** What shall change in an order. Fields that are not listed reach Kite too. */
export type ModifyOrderParams = {
  quantity?: number;
  price?: number;
  order_type?: OrderType;
  validity?: Validity;
  disclosed_quantity?: number;
  trigger_price?: number;
  parent_order_id?: string;
  /** Needed for a change from LIMIT to MARKET. The old types lack it. */
  market_protection?: number;
};

/** Family of an order that is to go. `bo` is gone from Kite, and still here so that programs compile. */
export type CancelVariety = "regular" | "bo" | "co" | "amo" | "iceberg" | "auction";

export type CancelOrderParams = {
  /** First order of a cover order, where the second leg is cancelled. */
  parent_order_id?: string;
};

export type ConvertPositionParams = {
  exchange: Exchanges;
  tradingsymbol: string;
  transaction_type: TransactionType;
  position_type: PositionTypes;
  quantity: string | number;
  old_product: Product;
  new_product: Product;
};
