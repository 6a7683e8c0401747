import { createBudget, createKite, type KiteClient, type RateLimit } from "@kite/core";
import { type Answer, answering, type ReceivedRequest } from "@kite/testing";
import { expect, test } from "vitest";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { limitOrder } from "../testing/samples.ts";
import { caught, failing, formOf, serving, succeeding } from "../testing/serving.ts";
import type { OrderResult } from "./order-result.ts";
import { placeOrders } from "./place-orders.ts";

/** Orders that tell themselves apart by their tag. */
const list = (count: number): PlaceOrderParams[] =>
  Array.from({ length: count }, (_, index) => ({ ...limitOrder, tag: `order${index}` }));
const tagOf = (request: ReceivedRequest) => formOf(request).tag ?? "";
const placing = (request: ReceivedRequest): Answer => succeeding({ order_id: tagOf(request) });

test("tells for each order what became of it, in the order of the list, and no failure hides another", async () => {
  const answers: Record<string, Answer> = {
    order1: failing(400, "MarginException", "Insufficient funds."),
    order2: { fault: "drop" },
  };
  const { kite, server } = await serving((request) => answers[tagOf(request)] ?? placing(request));
  const wrong = { ...limitOrder, price: -1 };
  const orders = [...list(3), wrong, ...list(5).slice(4)];
  const results = await placeOrders(kite, orders);
  expect(results).toMatchObject([
    { index: 0, outcome: "placed", order: { order_id: "order0" } },
    { index: 1, outcome: "rejected", error: { code: "MarginException" } },
    { index: 2, outcome: "unknown", error: { code: "ConnectionFailed" } },
    { index: 3, outcome: "not-sent", error: { code: "InvalidInput" } },
    { index: 4, outcome: "placed", order: { order_id: "order4" } },
  ]);
  expect(results.map(({ params }) => params)).toEqual(orders);
  expect(server.requests.map(tagOf)).toEqual(["order0", "order1", "order2", "order4"]);
});

test("keeps the order of the list where answers overtake each other", async () => {
  const { kite } = await serving((request) => ({
    ...placing(request),
    delay: tagOf(request) === "order0" ? 60 : 0,
  }));
  const heard: number[] = [];
  const results = await placeOrders(kite, list(4), { concurrency: 4, onResult: ({ index }) => void heard.push(index) });
  expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(results.map(({ order }) => order?.order_id)).toEqual(["order0", "order1", "order2", "order3"]);
  expect(heard.at(-1)).toBe(0);
  expect([...heard].sort()).toEqual([0, 1, 2, 3]);
});

/** A server that counts how many requests it has open at once. */
async function counting() {
  let open = 0;
  let most = 0;
  const { kite, server } = await serving((request) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
    }, 15);
    return { ...placing(request), delay: 20 };
  });
  return { kite, server, most: () => most };
}

test("sends one after the other, and as many at once as it is allowed to", async () => {
  const one = await counting();
  await placeOrders(one.kite, list(4));
  expect(one.most()).toBe(1);
  expect(one.server.requests.map(tagOf)).toEqual(["order0", "order1", "order2", "order3"]);
  const three = await counting();
  await placeOrders(three.kite, list(9), { concurrency: 3 });
  expect(three.most()).toBeLessThanOrEqual(3);
  expect(three.server.requests).toHaveLength(9);
});

test("stopped midway, the rest is reported as not sent, and nothing of it was", async () => {
  const { kite, server } = await serving(placing);
  const controller = new AbortController();
  const onResult = ({ index }: OrderResult) => {
    if (index === 1) controller.abort(new Error("enough"));
  };
  const results = await placeOrders(kite, list(5), { signal: controller.signal, onResult });
  expect(results.map(({ outcome }) => outcome)).toEqual(["placed", "placed", "not-sent", "not-sent", "not-sent"]);
  expect(results[2]?.error).toMatchObject({ code: "Aborted", outcome: "not-sent", cause: new Error("enough") });
  expect(server.requests).toHaveLength(2);
});

test("stopped before it began, it sends nothing", async () => {
  const { kite, server } = await serving(placing);
  const results = await placeOrders(kite, list(2), { signal: AbortSignal.abort() });
  expect(results.map(({ outcome }) => outcome)).toEqual(["not-sent", "not-sent"]);
  expect(server.requests).toEqual([]);
});

async function limited(order: RateLimit, answer: (request: ReceivedRequest) => Answer) {
  const server = await answering(answer);
  const budget = createBudget({ limits: { order } });
  const { environment } = server;
  const kite: KiteClient = createKite({ apiKey: "key", accessToken: "access", environment, rateLimit: { budget } });
  return { kite, server, budget };
}

test("a stop ends those that wait for the budget, and leaves those on the wire their answer", async () => {
  const controller = new AbortController();
  const { kite, server, budget } = await limited({ second: 2 }, (request) => {
    if (server.requests.length === 2) setTimeout(() => controller.abort(), 20);
    return { ...placing(request), delay: 80 };
  });
  const results = await placeOrders(kite, list(6), { signal: controller.signal, concurrency: 4 });
  expect(results.map(({ outcome }) => outcome)).toEqual([
    ...["placed", "placed"],
    ...["not-sent", "not-sent", "not-sent", "not-sent"],
  ]);
  expect(server.requests).toHaveLength(2);
  expect(budget.left("order").waiting).toBe(0);
});

test("keeps the account's budget: what the day has no place for is not sent", async () => {
  const { kite, server } = await limited({ second: 10, day: 3 }, placing);
  const results = await placeOrders(kite, list(5), { concurrency: 5 });
  expect(results.map(({ outcome }) => outcome)).toEqual(["placed", "placed", "placed", "not-sent", "not-sent"]);
  expect(results[4]?.error).toMatchObject({ code: "RateLimited" });
  expect(server.requests).toHaveLength(3);
});

test("an order of which every slice was refused was not placed; one of which some were placed was", async () => {
  const error = { code: 400, error_type: "MarginException", message: "Insufficient funds.", data: null };
  const { kite } = await serving([
    succeeding([{ error }, { error }]),
    succeeding({ order_id: "220303000308932", children: [{ order_id: "220303000308933" }, { error }] }),
  ]);
  const order = { ...limitOrder, autoslice: true } as const;
  const [refused, partly] = await placeOrders(kite, [order, order]);
  expect(refused).toMatchObject({ outcome: "rejected", order: { children: [{ error }, { error }] } });
  expect(refused?.error).toMatchObject({ code: "MarginException", status: 400, outcome: "rejected" });
  expect(refused?.error?.message).toMatch(/^placeOrder: all of the 2 slices were refused/);
  expect(partly).toMatchObject({
    outcome: "placed",
    order: { children: [{ order_id: "220303000308933" }, { error }] },
  });
});

test.each([
  { code: 503, error_type: "NetworkException", message: "Order request could not be completed." },
  { code: 500, error_type: "OrderException", message: "Something went wrong." },
  { code: 400, error_type: "InputException", message: "Order request timed out. Please check the order book." },
])("a slice that may be live leaves a doubt, also where the others were refused: $code $error_type", async (error) => {
  const refused = { code: 400, error_type: "MarginException", message: "Insufficient funds." };
  const { kite } = await serving([succeeding([{ error: refused }, { error }])]);
  const [result] = await placeOrders(kite, [{ ...limitOrder, autoslice: true }]);
  expect(result).toMatchObject({ outcome: "unknown", error: { code: error.error_type, outcome: "unknown" } });
  expect(result?.error?.message).toContain(`one may be live: ${error.message}`);
});

test("slices that came too fast were refused for certain", async () => {
  const error = { code: 429, error_type: "NetworkException", message: "Too many requests" };
  const { kite } = await serving([succeeding([{ error }])]);
  const [result] = await placeOrders(kite, [{ ...limitOrder, autoslice: true }]);
  expect(result).toMatchObject({ outcome: "rejected", error: { status: 429 } });
});

test("an answer that names no order leaves a doubt, and an odd slice hides no placed one", async () => {
  const { kite } = await serving([
    succeeding({}),
    succeeding(null),
    succeeding([null, { error: null }]),
    succeeding([null, { order_id: "220303000308933" }]),
    succeeding({ order_id: "220303000308932", children: [] }),
  ]);
  const results = await placeOrders(kite, Array(5).fill({ ...limitOrder, autoslice: true }));
  expect(results.map(({ outcome }) => outcome)).toEqual(["unknown", "unknown", "unknown", "placed", "placed"]);
  expect(results[0]?.error).toMatchObject({ code: "MalformedAnswer", outcome: "unknown", endpoint: "placeOrder" });
});

test("what a foreign layer throws is a doubt too, and is not quoted", async () => {
  const { kite } = await serving([succeeding({})], {}, () => async () => {
    throw new Error("token abc");
  });
  const [result] = await placeOrders(kite, list(1));
  expect(result).toMatchObject({ outcome: "unknown", error: { name: "KiteError", outcome: "unknown" } });
  expect(result?.error?.message).not.toContain("abc");
});

test("a listener that throws costs no result", async () => {
  const { kite } = await serving(placing);
  const mistakes = [
    () => {
      throw new Error("mistake");
    },
    async () => {
      throw new Error("mistake");
    },
  ];
  for (const onResult of mistakes) {
    const results = await placeOrders(kite, list(2), { onResult });
    expect(results.map(({ outcome }) => outcome)).toEqual(["placed", "placed"]);
  }
});

test("an order that is none is reported as not sent", async () => {
  const { kite } = await serving(placing);
  const results = await placeOrders(kite, [null as unknown as PlaceOrderParams, ...list(1)]);
  expect(results.map(({ outcome }) => outcome)).toEqual(["not-sent", "placed"]);
  expect(await placeOrders(kite, [])).toEqual([]);
});

test("a time-out is one order's own", async () => {
  const { kite } = await serving((request) => (tagOf(request) === "order0" ? { fault: "hang" } : placing(request)));
  const results = await placeOrders(kite, list(2), { timeout: 40 });
  expect(results).toMatchObject([{ outcome: "unknown", error: { code: "Timeout" } }, { outcome: "placed" }]);
});

test.each([
  ["orders", undefined, {}],
  ["concurrency", [], { concurrency: 0 }],
  ["concurrency", [], { concurrency: 1.5 }],
])("refuses wrong %s", async (field, orders, options) => {
  const { kite } = await serving(placing);
  const error = await caught(placeOrders(kite, orders as PlaceOrderParams[], options));
  expect(error.message).toMatch(new RegExp(`^placeOrders: ${field}: `));
});
