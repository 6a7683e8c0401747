import { cache, retry } from "@kite/core";
import { expect, test } from "vitest";
import type { PlaceGTTParams, SingleGTTParams, TwoLegGTTParams } from "../params/gtt-params.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getGTTs } from "./get-gtts.ts";
import { placeGTT } from "./place-gtt.ts";

const order = { transaction_type: "SELL", quantity: 10, price: 1445.5, product: "CNC" } as const;
const condition = { exchange: "NSE", tradingsymbol: "M&M", last_price: 1520 } as const;
const single: SingleGTTParams = {
  type: "single",
  condition: { ...condition, trigger_values: [1450.1] },
  orders: [order],
};
const twoLeg: TwoLegGTTParams = {
  type: "two-leg",
  condition: { ...condition, trigger_values: [1450.1, 1650] },
  orders: [order, { ...order, price: 1650.05 }],
};
/** What is written for an order beside its price. */
const written = { exchange: "NSE", tradingsymbol: "M&M", transaction_type: "SELL", quantity: 10, order_type: "LIMIT" };
const fieldsOf = (body = "") => Object.fromEntries(new URLSearchParams(body));

test("sends JSON text inside a form, encoded", async () => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  await placeGTT(kite, single);
  expect(server.requests).toMatchObject([{ method: "POST", path: "/gtt/triggers", query: [] }]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(server.requests[0]?.body).toContain("%22tradingsymbol%22%3A%22M%26M%22");
  const { type, condition, orders, ...rest } = fieldsOf(server.requests[0]?.body);
  expect({ type, rest }).toEqual({ type: "single", rest: {} });
  expect(JSON.parse(condition ?? "")).toEqual({
    ...{ exchange: "NSE", tradingsymbol: "M&M" },
    ...{ trigger_values: [1450.1], last_price: 1520 },
  });
  expect(JSON.parse(orders ?? "")).toEqual([{ ...written, product: "CNC", price: 1445.5 }]);
});

test("sends two legs in the order of their triggers", async () => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  await placeGTT(kite, twoLeg);
  const { type, condition, orders } = fieldsOf(server.requests[0]?.body);
  expect(type).toBe("two-leg");
  expect(JSON.parse(condition ?? "").trigger_values).toEqual([1450.1, 1650]);
  expect(JSON.parse(orders ?? "").map(({ price }: { price: number }) => price)).toEqual([1445.5, 1650.05]);
});

test("prices go out as they were meant: 0.3 for 0.1 + 0.2", async () => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  const orders = [{ ...order, price: 1000.1 + 0.2 }] as const;
  await placeGTT(kite, { ...single, condition: { ...condition, trigger_values: [0.1 + 0.2] }, orders });
  const sent = fieldsOf(server.requests[0]?.body);
  expect(sent.condition).toContain('"trigger_values":[0.3]');
  expect(sent.orders).toContain('"price":1000.3}');
});

test("writes what an order says of itself", async () => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  const own = { exchange: "BSE", tradingsymbol: "MNM", order_type: "LIMIT", product: "MTF" } as const;
  await placeGTT(kite, { ...single, orders: [{ ...order, ...own }] });
  expect(JSON.parse(fieldsOf(server.requests[0]?.body).orders ?? "")).toEqual([{ ...written, ...own, price: 1445.5 }]);
});

test("gives the id; raw keeps everything", async () => {
  const data = { trigger_id: 123, shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await placeGTT(kite, single)).toStrictEqual({ trigger_id: 123 });
  expect(await placeGTT.raw(kite, single)).toMatchObject({ status: 200, data });
  expect(warnings).toEqual([]);
});

test.each<[field: string, odd: object]>([
  ["type", { type: "oco" }],
  ["condition.exchange", { condition: undefined }],
  ["condition.tradingsymbol", { condition: { ...single.condition, tradingsymbol: " " } }],
  ["condition.trigger_values", { condition: { ...single.condition, trigger_values: [1450, 1650] } }],
  ["condition.trigger_values", { condition: { ...single.condition, trigger_values: 1450 } }],
  ["condition.trigger_values[0]", { condition: { ...single.condition, trigger_values: [0] } }],
  ["condition.trigger_values[0]", { condition: { ...single.condition, trigger_values: ["1450"] } }],
  ["condition.trigger_values[0]", { condition: { ...single.condition, trigger_values: [1520] } }],
  ["condition.last_price", { condition: { ...single.condition, last_price: Number.NaN } }],
  ["orders", { orders: [] }],
  ["orders", { orders: [order, order] }],
  ["orders[0].transaction_type", { orders: [undefined] }],
  ["orders[0].transaction_type", { orders: [{ ...order, transaction_type: "sell" }] }],
  ["orders[0].quantity", { orders: [{ ...order, quantity: 0.5 }] }],
  ["orders[0].price", { orders: [{ ...order, price: 0 }] }],
  ["orders[0].price", { orders: [{ ...order, price: Number.POSITIVE_INFINITY }] }],
  ["orders[0].product", { orders: [{ ...order, product: "MIS" }] }],
  ["orders[0].order_type", { orders: [{ ...order, order_type: "MARKET" }] }],
  ["orders[0].exchange", { orders: [{ ...order, exchange: "" }] }],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  await expect(placeGTT(kite, { ...single, ...odd } as PlaceGTTParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`placeGTT: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[field: string, triggers: readonly [number, number]]>([
  ["condition.trigger_values[0]", [1650, 1450]],
  ["condition.trigger_values[0]", [1520, 1650]],
  ["condition.trigger_values[1]", [1450, 1520]],
  ["condition.trigger_values[1]", [1450, 1460]],
])("refuses %s of two legs that have no last price between them: %j", async (field, trigger_values) => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  await expect(placeGTT(kite, { ...twoLeg, condition: { ...condition, trigger_values } })).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining(`placeGTT: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["a refused trigger", failing(400, "InputException", "Trigger cannot be created."), "rejected"],
  ["a server that is down", failing(503, "NetworkException", "Upstream is down"), "unknown"],
  ["a connection that broke", { fault: "drop" }, "unknown"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(placeGTT(kite, single)).rejects.toMatchObject({ endpoint: "placeGTT", outcome });
  expect(server.requests).toHaveLength(1);
});

test("a placement makes the kept list stale, and nothing else", async () => {
  const { kite, server } = await serving([{ json: { status: "success", data: [] } }], cache({ ttl: 60_000 }));
  const readAll = async () => {
    await getGTTs(kite);
    await kite.send({ endpoint: "getHoldings", method: "GET", path: "/portfolio/holdings" });
  };
  await readAll();
  await placeGTT.raw(kite, single);
  await readAll();
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /gtt/triggers",
    "GET /portfolio/holdings",
    "POST /gtt/triggers",
    "GET /gtt/triggers",
  ]);
});
