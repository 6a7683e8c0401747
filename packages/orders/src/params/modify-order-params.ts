import type { Variety } from "@kite/models";

interface Change {
  /** Family the order was placed in; part of the route. A cover order takes `price` and `trigger_price` only. */
  readonly variety: Variety;
  readonly order_id: string;
  /** First order of a cover order, to change its second leg. A row's null counts as left out. */
  readonly parent_order_id?: string | null | undefined;
  /** At least 1. Send it only to change it: Kite does not say whether it counts what is filled already. */
  readonly quantity?: number | undefined;
  /** Rupees per unit. */
  readonly price?: number | undefined;
  /** Rupees per unit. */
  readonly trigger_price?: number | undefined;
  readonly disclosed_quantity?: number | undefined;
  readonly validity?: "DAY" | "IOC" | "TTL" | undefined;
  /** Minutes, with `validity` `TTL`. */
  readonly validity_ttl?: number | undefined;
}

interface OtherChange extends Change {
  readonly order_type?: "LIMIT" | "SL" | undefined;
  /** Percent above 0 up to 100, or -1 for Kite's own choice: of an order that is at the market already. */
  readonly market_protection?: number | undefined;
}

interface ChangeToMarket extends Change {
  readonly order_type: "MARKET" | "SL-M";
  /** Percent from the last price that the fill may be away, above 0 up to 100; or -1 for Kite's own choice. */
  readonly market_protection: number;
}

/** What to change on an order; what is left out stays as it is. A change to the market needs its protection. */
export type ModifyOrderParams = OtherChange | ChangeToMarket;
