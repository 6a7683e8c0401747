import { cache, retry } from "@kite/core";
import { expect, test } from "vitest";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { limitOrder } from "../testing/samples.ts";
import { caught, failing, formOf, serving, succeeding } from "../testing/serving.ts";
import { getOrders } from "./get-orders.ts";
import { placeOrder } from "./place-order.ts";

const { price, ...plain } = limitOrder;
/** As it is on the wire, without what says how it is priced. */
const wire = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: "10",
  product: "CNC",
};

test("sends a form, signed, to the route of the variety", async () => {
  const { kite, server } = await serving([succeeding({ order_id: "220303000308932" })]);
  await placeOrder(kite, { ...limitOrder, tradingsymbol: "M&M", tag: "rebalance7" });
  expect(server.requests).toMatchObject([
    {
      method: "POST",
      path: "/orders/regular",
      query: [],
      body:
        "exchange=NSE&tradingsymbol=M%26M&transaction_type=BUY&quantity=10&product=CNC" +
        "&order_type=LIMIT&price=1420.5&tag=rebalance7",
    },
  ]);
  expect(server.requests[0]?.headers).toMatchObject({
    "content-type": "application/x-www-form-urlencoded",
    authorization: "token key:access",
  });
});

test.each<[what: string, params: PlaceOrderParams, path: string, form: Record<string, string>]>([
  [
    "a market order",
    { ...plain, order_type: "MARKET", market_protection: -1 },
    "/orders/regular",
    { order_type: "MARKET", market_protection: "-1" },
  ],
  [
    "a stop with a limit, for some minutes",
    { ...plain, order_type: "SL", price: 1421, trigger_price: 1420, validity: "TTL", validity_ttl: 5 },
    "/orders/regular",
    { order_type: "SL", price: "1421", trigger_price: "1420", validity: "TTL", validity_ttl: "5" },
  ],
  [
    "a protected stop, after hours",
    { ...plain, variety: "amo", order_type: "SL-M", trigger_price: 1420, market_protection: 2.5 },
    "/orders/amo",
    { order_type: "SL-M", trigger_price: "1420", market_protection: "2.5" },
  ],
  [
    "a cover order",
    { ...plain, variety: "co", product: "MIS", order_type: "LIMIT", price: 1420, trigger_price: 1400 },
    "/orders/co",
    { product: "MIS", order_type: "LIMIT", price: "1420", trigger_price: "1400" },
  ],
  [
    "a cover order at the market",
    { ...plain, variety: "co", product: "MIS", order_type: "MARKET", market_protection: 1, trigger_price: 1400 },
    "/orders/co",
    { product: "MIS", order_type: "MARKET", market_protection: "1", trigger_price: "1400" },
  ],
  [
    "an iceberg",
    { ...limitOrder, variety: "iceberg", quantity: 1000, iceberg_legs: 5, iceberg_quantity: 200 },
    "/orders/iceberg",
    { quantity: "1000", order_type: "LIMIT", price: "1420.5", iceberg_legs: "5", iceberg_quantity: "200" },
  ],
  [
    "a sale in an auction",
    { ...limitOrder, variety: "auction", transaction_type: "SELL", auction_number: "22" },
    "/orders/auction",
    { transaction_type: "SELL", order_type: "LIMIT", price: "1420.5", auction_number: "22" },
  ],
  [
    "every detail",
    { ...limitOrder, validity: "IOC", disclosed_quantity: 2, autoslice: true, tag: "a", algo_id: "algo-1" },
    "/orders/regular",
    {
      ...{ order_type: "LIMIT", price: "1420.5", validity: "IOC", disclosed_quantity: "2" },
      ...{ autoslice: "true", tag: "a", algo_id: "algo-1" },
    },
  ],
])("sends %s with its own fields and no others", async (_, params, path, form) => {
  const { kite, server } = await serving([succeeding({ order_id: "220303000308932" })]);
  await placeOrder(kite, params);
  expect(server.requests[0]?.path).toBe(path);
  expect(formOf(server.requests[0])).toEqual({ ...wire, ...form });
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1420.1 + 0.05, "1420.15"],
  [0.0025, "0.0025"],
  [1e-7, "0.0000001"],
  [1e21, "1000000000000000000000"],
  [85.4725, "85.4725"],
])("sends the price %d as %s", async (price, text) => {
  const { kite, server } = await serving([succeeding({ order_id: "220303000308932" })]);
  await placeOrder(kite, { ...limitOrder, price });
  expect(formOf(server.requests[0]).price).toBe(text);
});

test("gives the id as text, typed and raw, also one of 19 digits", async () => {
  const { kite, warnings } = await serving([succeeding({ order_id: "1914227164488687616", more: 1 })]);
  expect(await placeOrder(kite, limitOrder)).toStrictEqual({ order_id: "1914227164488687616" });
  expect(await placeOrder.raw(kite, limitOrder)).toMatchObject({
    status: 200,
    data: { order_id: "1914227164488687616", more: 1 },
  });
  expect(warnings).toEqual([]);
});

test("shows every slice of a sliced order in both of its shapes, and throws for none", async () => {
  const error = { code: 400, error_type: "MarginException", message: "Insufficient funds.", data: null };
  const children = [{ order_id: "220303000308933" }, { error }];
  const { kite, warnings } = await serving([
    succeeding({ order_id: "220303000308932", children }),
    succeeding(children),
    succeeding({ order_id: "220303000308932" }),
  ]);
  const order = { ...limitOrder, autoslice: true } as const;
  expect(await placeOrder(kite, order)).toStrictEqual({ order_id: "220303000308932", children });
  expect(await placeOrder(kite, order)).toStrictEqual({ order_id: null, children });
  expect(await placeOrder(kite, order)).toStrictEqual({ order_id: "220303000308932" });
  expect(warnings).toEqual([]);
});

test("hands on an answer without an id, and reports it; strict refuses it as one that may be live", async () => {
  const loose = await serving([succeeding({ id: 1 })]);
  expect(await placeOrder(loose.kite, limitOrder)).toEqual({ id: 1 });
  expect(loose.warnings).toEqual([expect.stringMatching(/^placeOrder: data: order_id: /)]);
  const strict = await serving([succeeding({ id: 1 })], { validate: "strict" });
  expect(await caught(placeOrder(strict.kite, limitOrder))).toMatchObject({
    code: "SchemaMismatch",
    outcome: "unknown",
  });
});

test("refuses an order, with nothing sent, and says where and what", async () => {
  const { kite, server } = await serving([succeeding({ order_id: "1" })]);
  for (const call of [placeOrder, placeOrder.raw]) {
    const { price, ...unpriced } = limitOrder;
    const error = await caught(call(kite, unpriced as PlaceOrderParams));
    expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent", endpoint: "placeOrder" });
    expect(error.message).toBe("placeOrder: price: must be rupees above 0, got undefined");
  }
  expect(server.requests).toEqual([]);
});

test.each([
  ["missing funds", failing(400, "MarginException", "Insufficient funds."), "MarginException", "rejected"],
  ["a refused address", failing(403, "PermissionException", "IP is not allowed"), "PermissionException", "rejected"],
  ["a rate limit", failing(429, "NetworkException", "Too many requests"), "NetworkException", "rejected"],
  ["a time-out told with 400", failing(400, "OrderException", "Order request timed out."), "OrderException", "unknown"],
  ["a server that is down", failing(503, "NetworkException", "Upstream is down"), "NetworkException", "unknown"],
  ["a gateway's page", { status: 502, text: "<html>" }, "HttpError", "unknown"],
  ["a connection that broke", { fault: "drop" } as const, "ConnectionFailed", "unknown"],
  ["a cut answer", { fault: "cut" } as const, "ConnectionFailed", "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, code, outcome) => {
  const { kite, server } = await serving([answer], {}, retry({ baseDelay: 1 }));
  const error = await caught(placeOrder(kite, limitOrder));
  expect(error).toMatchObject({ code, outcome, retryable: false, endpoint: "placeOrder" });
  expect(server.requests).toHaveLength(1);
});

test("hands on the server's hint", async () => {
  const { kite } = await serving([
    {
      status: 400,
      json: {
        ...{ status: "error", error_type: "InputException", data: { hints: ["switch_to_amo"] } },
        message: "Your order could not be converted to a After Market Order (AMO).",
      },
    },
  ]);
  expect((await caught(placeOrder(kite, limitOrder))).hints).toEqual(["switch_to_amo"]);
});

test("counts as an order in the rate budget", () => {
  expect(placeOrder.spec).toMatchObject({ bucket: "order" });
  expect(placeOrder.spec.idempotent).toBeUndefined();
});

test("makes kept orders, trades, portfolio and margins stale, and nothing else", async () => {
  const routes = ["/orders", "/trades", "/portfolio/positions", "/user/margins", "/user/profile"];
  const { kite, server } = await serving(
    [succeeding({ order_id: "220303000308932" })],
    {},
    cache({ ttl: 60_000, ttlFor: { getOrders: 60_000 } }),
  );
  const readAll = async () => {
    for (const path of routes) await kite.send({ endpoint: "read", method: "GET", path });
  };
  await readAll();
  await placeOrder(kite, limitOrder);
  await readAll();
  expect(server.requests.slice(6).map(({ path }) => path)).toEqual(routes.slice(0, 4));
});

test("reads the order book anew behind a cache", async () => {
  const { kite, server } = await serving([succeeding([])], {}, cache({ ttl: 60_000 }));
  await getOrders(kite);
  await getOrders(kite);
  expect(server.requests).toHaveLength(2);
});

test("refuses a field that no order has, with nothing sent: left out it would change the order", async () => {
  const { kite, server } = await serving([succeeding({ order_id: "1" })]);
  const misspelt = { ...limitOrder, validty: "IOC" } as unknown as typeof limitOrder;
  expect(await caught(placeOrder(kite, misspelt))).toMatchObject({
    code: "InvalidInput",
    field: "validty",
    message: "placeOrder: validty: is no field of an order",
  });
  expect(server.requests).toHaveLength(0);
});

test("no params at all are an error of ours too", async () => {
  const { kite } = await serving([succeeding({ order_id: "1" })]);
  expect(await caught(placeOrder(kite, undefined as never))).toMatchObject({
    code: "InvalidInput",
    endpoint: "placeOrder",
  });
});
