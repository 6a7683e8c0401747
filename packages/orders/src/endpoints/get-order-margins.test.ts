import { cache, retry } from "@kite/core";
import { expect, test } from "vitest";
import type { MarginOrder } from "../params/margin-order.ts";
import { compactMargin, limitOrder, margin } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getOrderMargins } from "./get-order-margins.ts";

const market = { ...limitOrder, order_type: "MARKET", price: undefined, market_protection: -1, tag: "x" } as const;
const common = {
  ...{ exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", variety: "regular", product: "CNC" },
  quantity: 10,
};

test("sends a bare JSON array of the nine fields, with 0 for prices that are not used", async () => {
  const { kite, server } = await serving([succeeding([margin, margin])]);
  const stop = { ...limitOrder, order_type: "SL", price: 0.1 + 0.2, trigger_price: 0.25 } as const;
  await getOrderMargins(kite, { orders: [market, stop] });
  expect(server.requests).toMatchObject([{ method: "POST", path: "/margins/orders", query: [] }]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(server.requests[0]?.body ?? "")).toStrictEqual([
    { ...common, order_type: "MARKET", price: 0, trigger_price: 0 },
    { ...common, order_type: "SL", price: 0.3, trigger_price: 0.25 },
  ]);
});

test("gives the margins in the order of the request; raw keeps everything", async () => {
  const wire = [margin, { ...margin, tradingsymbol: "SBIN", more: 1 }];
  const { kite, warnings } = await serving([succeeding(wire)]);
  const orders = [limitOrder, limitOrder];
  expect(await getOrderMargins(kite, { orders })).toStrictEqual([margin, { ...margin, tradingsymbol: "SBIN" }]);
  expect((await getOrderMargins.raw(kite, { orders })).data).toEqual(wire);
  expect(warnings).toEqual([]);
});

test("asks for the totals alone in compact mode, typed and raw", async () => {
  const { kite, server, warnings } = await serving([succeeding([compactMargin])]);
  expect(await getOrderMargins(kite, { orders: [limitOrder], mode: "compact" })).toStrictEqual([compactMargin]);
  const raw = await getOrderMargins.raw(kite, { orders: [limitOrder], mode: "compact" });
  expect(raw.data).toEqual([compactMargin]);
  expect(server.requests.map(({ query }) => query)).toEqual([[["mode", "compact"]], [["mode", "compact"]]]);
  expect(warnings).toEqual([]);
});

test.each<[place: string, orders: unknown]>([
  ["orders", []],
  ["orders", undefined],
  ["orders", limitOrder],
  ["orders[1].quantity", [limitOrder, { ...limitOrder, quantity: 0 }]],
  ["orders[0].price", [{ ...limitOrder, price: undefined }]],
  ["orders[0].trigger_price", [{ ...limitOrder, trigger_price: -1 }]],
  ["orders[0].order_type", [null]],
  ["orders[0].order_type", [{ ...limitOrder, order_type: "STOP" }]],
])("refuses %s, with nothing sent, in %j", async (place, orders) => {
  const { kite, server } = await serving([succeeding([])]);
  const error = await caught(getOrderMargins(kite, { orders: orders as MarginOrder[] }));
  expect(error.code).toBe("InvalidInput");
  expect(error.message.startsWith(`getOrderMargins: ${place}: `)).toBe(true);
  expect(server.requests).toEqual([]);
});

test("refuses another mode", async () => {
  const { kite } = await serving([succeeding([])]);
  const error = await caught(getOrderMargins(kite, { orders: [limitOrder], mode: "brief" as "compact" }));
  expect(error.message).toMatch(/^getOrderMargins: mode: must be one of compact/);
});

test("is asked again after a passing failure, because asking changes nothing: no order, no kept answer", async () => {
  const { kite, server } = await serving(
    [failing(503, "NetworkException", "Upstream is down"), succeeding([margin])],
    {},
    cache({ ttl: 60_000 }),
    retry({ baseDelay: 1 }),
  );
  const profile = { endpoint: "read", method: "GET", path: "/margins/kept" } as const;
  expect(await getOrderMargins(kite, { orders: [limitOrder] })).toEqual([margin]);
  const [first, second] = server.requests;
  expect(second?.body).toBe(first?.body);
  await kite.send(profile);
  await getOrderMargins(kite, { orders: [limitOrder] });
  await kite.send(profile);
  expect(server.requests.map(({ method }) => method)).toEqual(["POST", "POST", "GET", "POST"]);
});

test("hands on a refusal, which has no outcome to doubt", async () => {
  const { kite } = await serving([failing(400, "InputException", "Invalid `product`.")]);
  const error = await caught(getOrderMargins(kite, { orders: [limitOrder] }));
  expect(error).toMatchObject({ code: "InputException", outcome: undefined });
});
