import { cache, retry } from "@kite/core";
import { expect, test } from "vitest";
import { instrument } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFOrders } from "./get-mf-orders.ts";
import { type PlaceMFOrderParams, placeMFOrder } from "./place-mf-order.ts";

const purchase: PlaceMFOrderParams = { transaction_type: "BUY", tradingsymbol: "INF209K01157", amount: 5000 };
const sale: PlaceMFOrderParams = { transaction_type: "SELL", tradingsymbol: "INF209K01157", quantity: 12.345 };

test("sends a purchase by amount and a sale by quantity", async () => {
  const { kite, server } = await servingData({ order_id: "867572b3" });
  await placeMFOrder(kite, { ...purchase, tag: "a tag & more", instrument });
  await placeMFOrder(kite, sale);
  expect(server.requests).toMatchObject([
    {
      method: "POST",
      path: "/mf/orders",
      query: [],
      body: "tradingsymbol=INF209K01157&transaction_type=BUY&amount=5000&tag=a+tag+%26+more",
    },
    { body: "tradingsymbol=INF209K01157&transaction_type=SELL&quantity=12.345" },
  ]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
});

test("units go out as they were meant: 0.3 for 0.1 + 0.2", async () => {
  const { kite, server } = await servingData({ order_id: "867572b3" });
  await placeMFOrder(kite, { ...sale, quantity: 0.1 + 0.2 });
  expect(server.requests[0]?.body).toMatch(/&quantity=0\.3$/);
});

test("gives the id; raw keeps everything", async () => {
  const data = { order_id: "867572b3", shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await placeMFOrder(kite, purchase)).toStrictEqual({ order_id: "867572b3" });
  expect(await placeMFOrder.raw(kite, purchase)).toMatchObject({ status: 200, data });
  expect(warnings).toEqual([]);
});

test.each<[field: string, params: object]>([
  ["tradingsymbol", { ...purchase, tradingsymbol: "" }],
  ["transaction_type", { ...purchase, transaction_type: "buy" }],
  ["amount", { ...purchase, amount: 0 }],
  ["amount", { ...purchase, amount: "5000" }],
  ["amount", { ...purchase, amount: Number.NaN }],
  ["amount", { ...sale, amount: 5000 }],
  ["quantity", { ...sale, quantity: undefined }],
  ["quantity", { ...sale, quantity: Number.POSITIVE_INFINITY }],
  ["quantity", { ...purchase, quantity: 1 }],
  ["tag", { ...purchase, tag: "a tag of 21 character" }],
  ["amount", { ...purchase, instrument, amount: 900 }],
  ["amount", { ...purchase, instrument, amount: 1050 }],
  ["quantity", { ...sale, instrument, quantity: 0.4 }],
  ["instrument", { ...sale, instrument, tradingsymbol: "INF174K01LS2" }],
  ["tradingsymbol", { ...purchase, instrument: { ...instrument, purchase_allowed: false } }],
])("refuses %s, with nothing sent, in %j", async (field, params) => {
  const { kite, server } = await servingData({ order_id: "867572b3" });
  await expect(placeMFOrder(kite, params as PlaceMFOrderParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`placeMFOrder: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["what the API is expected to say", failing(400, "InputException", "Not allowed over the API."), "rejected"],
  ["a server that is down", failing(503, "NetworkException", "Upstream is down"), "unknown"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(placeMFOrder(kite, purchase)).rejects.toMatchObject({ endpoint: "placeMFOrder", outcome });
  expect(server.requests).toHaveLength(1);
});

test("a placement makes kept fund answers stale, and nothing else", async () => {
  const { kite, server } = await serving([{ json: { status: "success", data: [] } }], cache({ ttl: 60_000 }));
  const readAll = async () => {
    await getMFOrders(kite);
    await kite.send({ endpoint: "getHoldings", method: "GET", path: "/portfolio/holdings" });
  };
  await readAll();
  await placeMFOrder.raw(kite, purchase);
  await readAll();
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /mf/orders",
    "GET /portfolio/holdings",
    "POST /mf/orders",
    "GET /mf/orders",
  ]);
});
