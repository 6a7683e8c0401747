import type { Exchange, Product, transactionTypes, Validity, Variety } from "@kite/models";

/** The orders that an alert places. */
export interface AlertBasketParams {
  /** Default: the name of the alert. */
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** At least one. */
  readonly items: readonly AlertBasketItem[];
}

export interface AlertBasketItem {
  readonly exchange: Exchange;
  readonly tradingsymbol: string;
  /** Default 10000, as in every example of Kite, whatever the quantity. */
  readonly weight?: number | undefined;
  readonly params: AlertOrderParams;
}

/** Prices are rupees per unit. */
interface AlertOrderFields {
  readonly transaction_type: (typeof transactionTypes)[number];
  readonly product: Product;
  /** At least 1: shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  readonly quantity: number;
  /** Default `regular`. */
  readonly variety?: Variety | undefined;
  /** Default `DAY`. `IOC` is not for MCX. */
  readonly validity?: Validity | undefined;
  /** Minutes, where `validity` is `TTL`. */
  readonly validity_ttl?: number | undefined;
  readonly disclosed_quantity?: number | undefined;
  /** Price now. */
  readonly last_price?: number | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly squareoff?: number | undefined;
  readonly stoploss?: number | undefined;
  readonly trailing_stoploss?: number | undefined;
  readonly iceberg_legs?: number | undefined;
  /** A GTT to place with the order. Kite does not say in which unit. */
  readonly gtt?: { readonly target: number; readonly stoploss: number } | undefined;
}

interface AlertLimitOrder {
  readonly order_type: "LIMIT";
  /** Limit. */
  readonly price: number;
  readonly trigger_price?: 0 | undefined;
  readonly market_protection?: 0 | undefined;
}

interface AlertMarketOrder {
  readonly order_type: "MARKET";
  /** Percent, above 0; -1 for automatic. Kite refuses a market order without. */
  readonly market_protection: number;
  readonly price?: 0 | undefined;
  readonly trigger_price?: 0 | undefined;
}

interface AlertStopOrder {
  readonly order_type: "SL";
  /** Limit. */
  readonly price: number;
  readonly trigger_price: number;
  readonly market_protection?: 0 | undefined;
}

interface AlertStopMarketOrder {
  readonly order_type: "SL-M";
  readonly trigger_price: number;
  /** Percent, above 0; -1 for automatic. Kite refuses a market order without. */
  readonly market_protection: number;
  readonly price?: 0 | undefined;
}

/** An order in a basket, by its `order_type`. */
export type AlertOrderParams = AlertOrderFields &
  (AlertLimitOrder | AlertMarketOrder | AlertStopOrder | AlertStopMarketOrder);
