import { type OrderWire, orderStatuses } from "@kite/models";
import type { Answer, ReceivedRequest } from "@kite/testing";
import { expect, test } from "vitest";
import { completeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { cancelAllOrders } from "./cancel-all-orders.ts";
import type { OrderFilter } from "./order-filter.ts";

const row = (order_id: string, odd: Partial<OrderWire> = {}): OrderWire => ({
  ...completeWire,
  ...{ order_id, status: "OPEN" },
  ...odd,
});

/** A book, and a server that takes every cancellation it has no other answer for. */
const account =
  (book: readonly OrderWire[], answers: Readonly<Record<string, Answer>> = {}) =>
  ({ method, path }: ReceivedRequest): Answer => {
    if (method === "GET") return succeeding(book);
    const order_id = path.split("/").at(-1) ?? "";
    return answers[order_id] ?? succeeding({ order_id });
  };
const cancelled = (requests: readonly ReceivedRequest[]) =>
  requests.filter(({ method }) => method === "DELETE").map(({ path }) => path);

test("cancels what is not finished, in every state, after its own variety, and leaves the rest alone", async () => {
  const { kite, server } = await serving(
    account([
      row("1"),
      row("2", { status: "TRIGGER PENDING" }),
      row("3", { status: "AMO REQ RECEIVED", variety: "amo" }),
      row("4", { status: "A STATE OF TOMORROW", variety: "iceberg" }),
      ...["COMPLETE", "CANCELLED", "REJECTED", "LAPSED", "CANCELLED AMO"].map((status) => row("9", { status })),
    ]),
  );
  const results = await cancelAllOrders(kite);
  expect(results.map(({ order, outcome }) => [order.order_id, outcome])).toEqual([
    ["1", "requested"],
    ["2", "requested"],
    ["3", "requested"],
    ["4", "requested"],
  ]);
  expect(cancelled(server.requests).sort()).toEqual([
    "/orders/amo/3",
    "/orders/iceberg/4",
    "/orders/regular/1",
    "/orders/regular/2",
  ]);
});

test("counts every known state but the five final ones as open", async () => {
  const { kite } = await serving(account(orderStatuses.map((status, index) => row(String(index), { status }))));
  expect(await cancelAllOrders(kite)).toHaveLength(orderStatuses.length - 5);
});

const mixed = [
  row("1", { exchange: "NSE", tradingsymbol: "INFY", product: "CNC", transaction_type: "BUY" }),
  row("2", { exchange: "BSE", tradingsymbol: "INFY", product: "MIS", transaction_type: "SELL" }),
  row("3", { exchange: "NSE", tradingsymbol: "SBIN", product: "MIS", transaction_type: "SELL" }),
];
test.each<[filter: OrderFilter, ids: string[]]>([
  [{}, ["1", "2", "3"]],
  [{ exchange: "NSE" }, ["1", "3"]],
  [{ tradingsymbol: "INFY" }, ["1", "2"]],
  [{ product: "MIS" }, ["2", "3"]],
  [{ transaction_type: "SELL", exchange: "NSE" }, ["3"]],
  [{ tradingsymbol: "infy" }, []],
])("cancels what matches %j", async (filter, ids) => {
  const { kite } = await serving(account(mixed));
  expect((await cancelAllOrders(kite, filter)).map(({ order }) => order.order_id)).toEqual(ids);
});

test.each([
  ["tradingsymbol", { tradingsymbol: undefined }],
  ["exchange", { exchange: "" }],
  ["symbol", { symbol: "INFY" }],
])("refuses a filter that would widen the choice by mistake: %s in %j", async (field, filter) => {
  const { kite, server } = await serving(account(mixed));
  const error = await caught(cancelAllOrders(kite, filter as OrderFilter));
  expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(error.message).toContain(`cancelAllOrders: ${field}: `);
  expect(server.requests).toEqual([]);
});

test("reports each, and an order that cannot be cancelled hides no other", async () => {
  const { kite } = await serving(
    account([row("1"), row("2"), row("3")], {
      1: failing(400, "InputException", "Order cannot be cancelled as it is being processed."),
      2: { fault: "drop" },
    }),
  );
  expect(await cancelAllOrders(kite)).toMatchObject([
    { order: { order_id: "1" }, outcome: "rejected", error: { code: "InputException", endpoint: "cancelOrder" } },
    { order: { order_id: "2" }, outcome: "unknown", error: { code: "ConnectionFailed" } },
    { order: { order_id: "3" }, outcome: "requested" },
  ]);
});

test("closes no position: the second leg of a cover order is reported and left", async () => {
  const leg = row("2", { variety: "co", parent_order_id: "1", status: "TRIGGER PENDING" });
  const { kite, server } = await serving(account([row("1", { variety: "co" }), leg]));
  const results = await cancelAllOrders(kite);
  expect(results.map(({ outcome }) => outcome)).toEqual(["requested", "skipped"]);
  expect(cancelled(server.requests)).toEqual(["/orders/co/1"]);
});

test("gives the whole list of results for more orders than go at once", async () => {
  const book = Array.from({ length: 25 }, (_, index) => row(String(index)));
  const { kite } = await serving(account(book));
  const results = await cancelAllOrders(kite, {}, { concurrency: 4 });
  expect(results.map(({ order }) => order.order_id)).toEqual(book.map(({ order_id }) => order_id));
});

test("rejects when the book cannot be read, for then nothing is known", async () => {
  const down = await serving([failing(503, "NetworkException", "Upstream is down")]);
  expect(await caught(cancelAllOrders(down.kite))).toMatchObject({ endpoint: "getOrders", status: 503 });
  const odd = await serving([succeeding(null)]);
  expect(await caught(cancelAllOrders(odd.kite))).toMatchObject({ code: "MalformedAnswer", endpoint: "getOrders" });
});

test("refuses a concurrency of 0", async () => {
  const { kite } = await serving(account([]));
  expect((await caught(cancelAllOrders(kite, {}, { concurrency: 0 }))).message).toMatch(
    /^cancelAllOrders: concurrency: /,
  );
});
