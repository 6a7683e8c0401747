import { retry } from "@kite/core";
import { expect, test } from "vitest";
import type { ModifyOrderParams } from "../params/modify-order-params.ts";
import { caught, failing, formOf, serving, succeeding } from "../testing/serving.ts";
import { modifyOrder } from "./modify-order.ts";

const order_id = "1914227164488687616";
const order = { variety: "regular", order_id } as const;

test("sends what changes, and nothing else", async () => {
  const { kite, server } = await serving([succeeding({ order_id })]);
  await modifyOrder(kite, { ...order, price: 0.1 + 0.2, quantity: 5 });
  expect(server.requests).toMatchObject([
    { method: "PUT", path: `/orders/regular/${order_id}`, query: [], body: "quantity=5&price=0.3" },
  ]);
});

test.each<[what: string, change: ModifyOrderParams, form: Record<string, string>]>([
  [
    "a change to the market",
    { ...order, order_type: "MARKET", market_protection: -1 },
    { order_type: "MARKET", market_protection: "-1" },
  ],
  [
    "every field",
    {
      ...{ ...order, order_type: "SL", price: 5, trigger_price: 4.9, quantity: 2, disclosed_quantity: 1 },
      ...{ validity: "TTL", validity_ttl: 3 },
    },
    {
      ...{ order_type: "SL", price: "5", trigger_price: "4.9", quantity: "2", disclosed_quantity: "1" },
      ...{ validity: "TTL", validity_ttl: "3" },
    },
  ],
  [
    "the second leg of a cover order",
    { variety: "co", order_id, parent_order_id: "220303000308932", trigger_price: 4 },
    { trigger_price: "4", parent_order_id: "220303000308932" },
  ],
  ["the quantity of an order at the market", { ...order, quantity: 3 }, { quantity: "3" }],
  ["an order without a parent, as its row says", { ...order, parent_order_id: null, price: 5 }, { price: "5" }],
])("sends %s", async (_, change, form) => {
  const { kite, server } = await serving([succeeding({ order_id })]);
  await modifyOrder(kite, change);
  expect(formOf(server.requests[0])).toEqual(form);
});

test("gives the id, typed and raw", async () => {
  const { kite, warnings } = await serving([succeeding({ order_id, more: 1 })]);
  expect(await modifyOrder(kite, { ...order, price: 5 })).toStrictEqual({ order_id });
  expect((await modifyOrder.raw(kite, { ...order, price: 5 })).data).toEqual({ order_id, more: 1 });
  expect(warnings).toEqual([]);
});

test.each<[field: string, change: object]>([
  ["params", {}],
  ["params", { price: undefined }],
  ["variety", { variety: "", price: 5 }],
  ["order_id", { order_id: 220303000308932, price: 5 }],
  ["order_id", { order_id: "", price: 5 }],
  ["order_type", { order_type: "STOP" }],
  ["market_protection", { order_type: "MARKET" }],
  ["market_protection", { order_type: "SL-M", trigger_price: 5 }],
  ["market_protection", { order_type: "MARKET", market_protection: 0 }],
  ["market_protection", { market_protection: 101 }],
  ["quantity", { quantity: 0 }],
  ["price", { price: 0 }],
  ["trigger_price", { trigger_price: Number.NaN }],
  ["disclosed_quantity", { disclosed_quantity: 1.5 }],
  ["validity", { validity: "GTC" }],
  ["validity_ttl", { validity: "TTL" }],
  ["validity_ttl", { validity_ttl: 5 }],
  ["parent_order_id", { parent_order_id: "", price: 5 }],
  ["quantity", { variety: "co", price: 5, quantity: 4 }],
  ["order_type", { variety: "co", order_type: "LIMIT", price: 5 }],
])("refuses %s, with nothing sent, in %j", async (field, change) => {
  const { kite, server } = await serving([succeeding({ order_id })]);
  const error = await caught(modifyOrder(kite, { ...order, ...change } as ModifyOrderParams));
  expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(error.message).toMatch(new RegExp(`^modifyOrder: ${field}: `));
  expect(server.requests).toEqual([]);
});

test.each([
  [
    "an order that is processed",
    failing(400, "InputException", "Order cannot be modified as it is being processed. Try later."),
    "rejected",
  ],
  ["a server that is down", failing(503, "NetworkException", "Upstream is down"), "unknown"],
  ["a connection that broke", { fault: "drop" } as const, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], {}, retry({ baseDelay: 1 }));
  expect(await caught(modifyOrder(kite, { ...order, price: 5 }))).toMatchObject({ outcome });
  expect(server.requests).toHaveLength(1);
  expect(modifyOrder.spec.bucket).toBe("order");
});
