import { cache, retry } from "@kite/core";
import { expect, test } from "vitest";
import { complete } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { type CancelOrderParams, cancelOrder } from "./cancel-order.ts";

const order_id = "220303000308932";

test("sends the order's route without a body; a row of the book will do", async () => {
  const { kite, server } = await serving([succeeding({ order_id })]);
  await cancelOrder(kite, { variety: "amo", order_id });
  await cancelOrder(kite, complete);
  expect(server.requests).toMatchObject([
    { method: "DELETE", path: `/orders/amo/${order_id}`, query: [], body: "" },
    { method: "DELETE", path: `/orders/regular/${order_id}`, query: [], body: "" },
  ]);
});

test("names the first order of a cover order in the query", async () => {
  const { kite, server } = await serving([succeeding({ order_id })]);
  await cancelOrder(kite, { variety: "co", order_id, parent_order_id: "1914227164488687616" });
  expect(server.requests[0]).toMatchObject({
    path: `/orders/co/${order_id}`,
    query: [["parent_order_id", "1914227164488687616"]],
  });
});

test("gives the id, typed and raw", async () => {
  const { kite, warnings } = await serving([succeeding({ order_id, more: 1 })]);
  expect(await cancelOrder(kite, { variety: "regular", order_id })).toStrictEqual({ order_id });
  expect((await cancelOrder.raw(kite, { variety: "regular", order_id })).data).toEqual({ order_id, more: 1 });
  expect(warnings).toEqual([]);
});

test.each<[field: string, odd: object]>([
  ["variety", { variety: undefined }],
  ["order_id", { order_id: 220303000308932 }],
  ["order_id", { order_id: ".." }],
  ["parent_order_id", { parent_order_id: 5 }],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await serving([succeeding({ order_id })]);
  const error = await caught(cancelOrder(kite, { variety: "regular", order_id, ...odd } as CancelOrderParams));
  expect(error.message).toMatch(new RegExp(`^cancelOrder: ${field}: `));
  expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(server.requests).toEqual([]);
});

test.each([
  ["a wrong variety", failing(404, "GeneralException", "Route not found"), "rejected"],
  ["a server that is down", failing(502, "NetworkException", "Upstream is down"), "unknown"],
  ["a connection that broke", { fault: "drop" } as const, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], {}, retry({ baseDelay: 1 }), cache());
  expect(await caught(cancelOrder(kite, { variety: "regular", order_id }))).toMatchObject({ outcome });
  expect(server.requests).toHaveLength(1);
  expect(cancelOrder.spec.bucket).toBe("order");
});
