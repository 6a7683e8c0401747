import type { Product, Side } from "../portfolio/position.ts";

/** Families of orders that can be placed; also the last part of the route. */
export const VARIETIES = ["regular", "amo", "co", "iceberg", "auction"] as const;
export type Variety = (typeof VARIETIES)[number];

export const ORDER_TYPES = ["MARKET", "LIMIT", "SL", "SL-M"] as const;
export type OrderType = (typeof ORDER_TYPES)[number];

export const VALIDITIES = ["DAY", "IOC", "TTL"] as const;
export type Validity = (typeof VALIDITIES)[number];

export const SIDES: readonly Side[] = ["BUY", "SELL"];

/** What a request may ask for; a cover order is asked for as MIS and then reads CO. */
export type OrderProduct = Exclude<Product, "CO">;
export const ORDER_PRODUCTS: readonly OrderProduct[] = ["CNC", "NRML", "MIS", "MTF"];

/** Where an order stands, as far as this exchange goes; the real one knows more. */
export type OrderStatus =
  | "PUT ORDER REQ RECEIVED"
  | "VALIDATION PENDING"
  | "OPEN PENDING"
  | "OPEN"
  | "TRIGGER PENDING"
  | "MODIFY VALIDATION PENDING"
  | "MODIFY PENDING"
  | "MODIFIED"
  | "CANCEL PENDING"
  | "AMO REQ RECEIVED"
  | "MODIFY AMO REQ RECEIVED"
  | "COMPLETE"
  | "CANCELLED"
  | "REJECTED";

/** What each family allows. */
export interface VarietyRule {
  readonly orderTypes: readonly OrderType[];
  readonly products: readonly OrderProduct[];
  readonly validities: readonly Validity[];
}

export const VARIETY_RULES: Readonly<Record<Variety, VarietyRule>> = {
  regular: { orderTypes: ORDER_TYPES, products: ORDER_PRODUCTS, validities: VALIDITIES },
  amo: { orderTypes: ORDER_TYPES, products: ORDER_PRODUCTS, validities: ["DAY"] },
  co: { orderTypes: ["MARKET", "LIMIT"], products: ["MIS"], validities: ["DAY"] },
  iceberg: { orderTypes: ["LIMIT", "SL"], products: ["CNC", "MIS", "NRML"], validities: ["DAY", "TTL"] },
  auction: { orderTypes: ["LIMIT"], products: ["CNC"], validities: ["DAY"] },
};
