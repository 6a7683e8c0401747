import { type Fields, invalidInput, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { orderTypes, transactionTypes, validities, varieties } from "@kite/models";
import type { PlaceOrderParams } from "./place-order-params.ts";
import { refuse, refuseUnknown, requireBoolean, requirePrice, requireProtection, requireTag } from "./require.ts";

/** Params as code without types may hand them in. */
type Loose = { readonly [Field in keyof PlaceOrderParams]?: unknown };
type Check<T> = (field: string, value: unknown) => T;
type OrderVariety = (typeof varieties)[number];

const typesOf: Partial<Record<OrderVariety, readonly (typeof orderTypes)[number][]>> = {
  co: ["MARKET", "LIMIT"],
  iceberg: ["LIMIT", "SL"],
};
const validitiesOf: Partial<Record<OrderVariety, readonly (typeof validities)[number][]>> = {
  co: ["DAY"],
  iceberg: ["DAY", "TTL"],
};

/**
 * Writes an order as the form that Kite takes, without its variety, which stands in the route. Throws `InvalidInput` with the name
 * of the first field that cannot be right.
 */
export function orderForm(params: PlaceOrderParams): Fields {
  const order: Loose = params ?? {};
  const needed = <T>(field: keyof Loose, check: Check<T>): T => check(field, order[field]);
  const ifGiven = <T>(field: keyof Loose, check: Check<T>) =>
    order[field] === undefined ? undefined : needed(field, check);
  const only = <T>(applies: boolean, where: string, field: keyof Loose, check: Check<T>) =>
    applies ? needed(field, check) : refuse(field, order[field], `is for ${where} only`);
  const oneOf =
    <const T extends string>(allowed: readonly T[]): Check<T> =>
    (field, value) =>
      requireOneOf(field, value, allowed);

  const variety = needed("variety", oneOf(varieties));
  const order_type = needed("order_type", oneOf(typesOf[variety] ?? orderTypes));
  const validity = ifGiven("validity", oneOf(validitiesOf[variety] ?? validities));
  if (variety === "co") needed("product", oneOf(["MIS"]));
  if (variety === "auction") needed("transaction_type", oneOf(["SELL"]));
  if (validity === "IOC" && order.exchange === "MCX") throw invalidInput("validity", "MCX takes no IOC");
  const hasPrice = order_type === "LIMIT" || order_type === "SL";
  const hasTrigger = variety === "co" || order_type === "SL" || order_type === "SL-M";
  const isIceberg = variety === "iceberg";
  const form = {
    exchange: needed("exchange", requireText),
    tradingsymbol: needed("tradingsymbol", requireText),
    transaction_type: needed("transaction_type", oneOf(transactionTypes)),
    quantity: needed("quantity", requireQuantity),
    product: needed("product", requireText),
    order_type,
    price: only(hasPrice, "LIMIT and SL orders", "price", requirePrice),
    trigger_price: only(hasTrigger, "stop and cover orders", "trigger_price", requirePrice),
    market_protection: only(!hasPrice, "MARKET and SL-M orders", "market_protection", requireProtection),
    validity,
    validity_ttl: only(validity === "TTL", "validity TTL", "validity_ttl", requireQuantity),
    iceberg_legs: only(isIceberg, "variety iceberg", "iceberg_legs", requireQuantity),
    iceberg_quantity: only(isIceberg, "variety iceberg", "iceberg_quantity", requireQuantity),
    auction_number: only(variety === "auction", "variety auction", "auction_number", requireText),
    disclosed_quantity: ifGiven("disclosed_quantity", requireQuantity),
    autoslice: ifGiven("autoslice", requireBoolean),
    tag: ifGiven("tag", requireTag),
    algo_id: ifGiven("algo_id", requireText),
  };
  refuseUnknown(order, { ...form, variety });
  if (form.iceberg_legs === 1) throw invalidInput("iceberg_legs", "must be at least 2, got 1");
  return form;
}
