import { isKiteError } from "@kite/core";
import { expect, test } from "vitest";
import { limitOrder } from "../testing/samples.ts";
import { orderForm } from "./order-form.ts";
import type { PlaceOrderParams } from "./place-order-params.ts";

const market = { order_type: "MARKET", price: undefined, market_protection: -1 };
const stop = { order_type: "SL", trigger_price: 1420 };
const stopMarket = { order_type: "SL-M", price: undefined, trigger_price: 1420, market_protection: -1 };
const cover = { variety: "co", product: "MIS", trigger_price: 1400 };
const iceberg = { variety: "iceberg", iceberg_legs: 2, iceberg_quantity: 5 };
const auction = { variety: "auction", transaction_type: "SELL", auction_number: "22" };

/** The field that an order is refused for; undefined for one that is taken. */
function refusedField(odd: object): string | undefined {
  try {
    orderForm({ ...limitOrder, ...odd } as PlaceOrderParams);
    return undefined;
  } catch (error) {
    if (!isKiteError(error, "InvalidInput")) throw error;
    expect(error.outcome).toBe("not-sent");
    expect(error.message.startsWith(`${error.field}: `)).toBe(true);
    return error.field;
  }
}

test.each([{}, market, stop, stopMarket, cover, { ...cover, ...market }, iceberg, { ...iceberg, ...stop }, auction])(
  "takes %j",
  (odd) => {
    expect(refusedField(odd)).toBeUndefined();
  },
);

test.each<[field: string, odd: object]>([
  ["variety", { variety: "bo" }],
  ["variety", { variety: undefined }],
  ["exchange", { exchange: "" }],
  ["tradingsymbol", { tradingsymbol: undefined }],
  ["transaction_type", { transaction_type: "buy" }],
  ["order_type", { order_type: "STOP" }],
  ["product", { product: null }],
  ["quantity", { quantity: 0 }],
  ["quantity", { quantity: 1.5 }],
  ["quantity", { quantity: "10" }],
  ["quantity", { quantity: Number.NaN }],
  ["validity", { validity: "GTC" }],
  ["disclosed_quantity", { disclosed_quantity: -1 }],
  ["autoslice", { autoslice: "true" }],
  ["algo_id", { algo_id: "" }],
])("refuses a wrong %s: %j", (field, odd) => {
  expect(refusedField(odd)).toBe(field);
});

test.each<[field: string, odd: object]>([
  ["price", { price: undefined }],
  ["price", { ...stop, price: undefined }],
  ["price", { price: 0 }],
  ["price", { price: -5 }],
  ["price", { price: Number.POSITIVE_INFINITY }],
  ["price", { price: "1420.5" }],
  ["price", { ...market, price: 1420 }],
  ["price", { ...stopMarket, price: 1420 }],
  ["trigger_price", { ...stop, trigger_price: undefined }],
  ["trigger_price", { ...stopMarket, trigger_price: 0 }],
  ["trigger_price", { trigger_price: 1420 }],
  ["trigger_price", { ...market, trigger_price: 1420 }],
  ["trigger_price", { ...cover, trigger_price: undefined }],
  ["market_protection", { ...market, market_protection: undefined }],
  ["market_protection", { ...market, market_protection: 0 }],
  ["market_protection", { ...market, market_protection: -2 }],
  ["market_protection", { ...market, market_protection: 100.5 }],
  ["market_protection", { ...stopMarket, market_protection: undefined }],
  ["market_protection", { ...stopMarket, market_protection: "2" }],
  ["market_protection", { market_protection: -1 }],
])("refuses a %s that the order type needs or has no use for: %j", (field, odd) => {
  expect(refusedField(odd)).toBe(field);
});

test.each<[field: string, odd: object]>([
  ["validity", { exchange: "MCX", validity: "IOC" }],
  ["validity_ttl", { validity: "TTL" }],
  ["validity_ttl", { validity: "TTL", validity_ttl: 0 }],
  ["validity_ttl", { validity_ttl: 5 }],
  ["validity_ttl", { validity: "IOC", validity_ttl: 5 }],
  ["iceberg_legs", { ...iceberg, iceberg_legs: undefined }],
  ["iceberg_legs", { ...iceberg, iceberg_legs: 1 }],
  ["iceberg_quantity", { ...iceberg, iceberg_quantity: undefined }],
  ["iceberg_legs", { iceberg_legs: 2 }],
  ["iceberg_quantity", { iceberg_quantity: 5 }],
  ["order_type", { ...iceberg, ...market }],
  ["validity", { ...iceberg, validity: "IOC" }],
  ["auction_number", { ...auction, auction_number: undefined }],
  ["auction_number", { auction_number: "22" }],
  ["transaction_type", { ...auction, transaction_type: "BUY" }],
  ["order_type", { ...cover, ...stop }],
  ["product", { ...cover, product: "CNC" }],
  ["validity", { ...cover, validity: "IOC" }],
])("refuses a %s that variety or validity forbid: %j", (field, odd) => {
  expect(refusedField(odd)).toBe(field);
});

test.each(["a", "REBALANCE7", "a".repeat(20)])("takes the tag %s", (tag) => {
  expect(refusedField({ tag })).toBeUndefined();
});

test.each(["", "a".repeat(21), "my tag", "a-b", "é", "١", "a\n", 5, null])("refuses the tag %j", (tag) => {
  expect(refusedField({ tag })).toBe("tag");
});

test("takes 0.5 and 100 percent of protection, an IOC elsewhere than on MCX, and 50 or more legs", () => {
  for (const market_protection of [0.5, 100]) expect(refusedField({ ...market, market_protection })).toBeUndefined();
  expect(refusedField({ exchange: "NFO", validity: "IOC" })).toBeUndefined();
  expect(refusedField({ ...iceberg, iceberg_legs: 60 })).toBeUndefined();
});

test.each([[undefined], [null], ["order"], [[]]])("refuses %j in place of an order", (params) => {
  expect(() => orderForm(params as unknown as PlaceOrderParams)).toThrow(/^variety: /);
});
