import { invalidInput, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { type AlertBasket, orderTypes, transactionTypes } from "@kite/models";
import type { AlertBasketItem } from "./basket-params.ts";
import { requireAboveZero, requireFromZero } from "./require-number.ts";

/** What a caller has written and what a list has brought, in one. */
interface AnyBasket {
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly items?: readonly AnyItem[];
}
type AnyItem = AlertBasketItem | AlertBasket["items"][number];

/** Checks a basket and writes it as JSON, with every field of Kite's example. */
export function basketText(basket: AnyBasket | undefined, alertName: string): string {
  const { name = alertName, tags = [], items = [] } = basket ?? {};
  if (!Array.isArray(items) || items.length === 0) {
    throw invalidInput("basket.items", 'must be a list of orders that is not empty, for type "ato"');
  }
  return JSON.stringify({
    name: requireText("basket.name", name),
    type: "alert",
    tags,
    items: items.map((item: AnyItem, index) => writeItem(`basket.items[${index}]`, item)),
  });
}

/** The id and the token of an item that a list has brought are the server's own, and stay here. */
function writeItem(place: string, item: AnyItem): object {
  if (item?.exchange === "MCX" && item.params?.validity === "IOC") {
    throw invalidInput(`${place}.params.validity`, "must not be IOC on MCX: the API does not take it");
  }
  return {
    type: "insert",
    tradingsymbol: requireText(`${place}.tradingsymbol`, item?.tradingsymbol),
    exchange: requireText(`${place}.exchange`, item.exchange),
    weight: requireQuantity(`${place}.weight`, item.weight ?? 10_000),
    params: writeOrder(`${place}.params`, item.params),
  };
}

const amounts = [
  "validity_ttl",
  "disclosed_quantity",
  "last_price",
  "squareoff",
  "stoploss",
  "trailing_stoploss",
  "iceberg_legs",
] as const;

function writeOrder(place: string, order: AnyItem["params"]): object {
  const order_type = requireOneOf(`${place}.order_type`, order?.order_type, orderTypes);
  const { price = 0, trigger_price = 0, market_protection = 0, tags = [], gtt } = order;
  const isLimited = order_type === "LIMIT" || order_type === "SL";
  const isStop = order_type === "SL" || order_type === "SL-M";
  return {
    transaction_type: requireOneOf(`${place}.transaction_type`, order.transaction_type, transactionTypes),
    product: requireText(`${place}.product`, order.product),
    order_type,
    variety: requireText(`${place}.variety`, order.variety || "regular"),
    validity: requireText(`${place}.validity`, order.validity || "DAY"),
    quantity: requireQuantity(`${place}.quantity`, order.quantity),
    price: (isLimited ? requireAboveZero : requireFromZero)(`${place}.price`, price),
    trigger_price: (isStop ? requireAboveZero : requireFromZero)(`${place}.trigger_price`, trigger_price),
    market_protection: protection(`${place}.market_protection`, market_protection, isLimited),
    ...Object.fromEntries(amounts.map((field) => [field, requireFromZero(`${place}.${field}`, order[field] ?? 0)])),
    tags,
    ...(gtt && {
      gtt: {
        target: requireFromZero(`${place}.gtt.target`, gtt.target),
        stoploss: requireFromZero(`${place}.gtt.stoploss`, gtt.stoploss),
      },
    }),
  };
}

/** A limit already protects, so an order with one needs no percentage. */
function protection(field: string, value: number, isLimited: boolean): number {
  if (value === -1) return value;
  return (isLimited ? requireFromZero : requireAboveZero)(field, value);
}
