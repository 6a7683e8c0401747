import { createClient, createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { afterEach, expect, test, vi } from "vitest";
import { orders } from "../plugin.ts";
import { limitOrder } from "../testing/samples.ts";
import { succeeding } from "../testing/serving.ts";
import { budget } from "./budget.ts";
import { createOrderBudget } from "./order-budget.ts";

afterEach(() => {
  vi.useRealTimers();
});

const account = { apiKey: "key", accessToken: "t" };

test("tells what is left, what is kept for exits, and the changes of an order", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T15:00:00+05:30") });
  const { environment } = await answering(succeeding({ order_id: "1" }));
  const rateLimit = { budget: createOrderBudget({ reserve: { second: 2, day: 100 } }) };
  const kite = createKite({ ...account, environment, rateLimit }).use(orders());
  await kite.orders.placeOrder({ ...limitOrder, variety: "iceberg", iceberg_legs: 5, iceberg_quantity: 2 });
  await kite.orders.modifyOrder({ variety: "iceberg", order_id: "1", price: 1_421 });
  await kite.orders.cancelOrder({ variety: "iceberg", order_id: "1" });
  expect(kite.orders.budget("1")).toEqual({
    limited: true,
    second: 7,
    minute: 397,
    day: 4_995,
    waiting: 0,
    reserve: { second: 2, minute: 0, day: 100 },
    modifications: 24,
    resetsAt: new Date("2026-11-24T00:00:00+05:30"),
  });
  expect(kite.orders.budget()).not.toHaveProperty("modifications");
});

test("tells what core's own budget knows: one place a leg, none for a change", async () => {
  const { environment } = await answering(succeeding({ order_id: "1" }));
  const kite = createKite({ ...account, environment }).use(orders());
  await kite.orders.placeOrder({ ...limitOrder, autoslice: true });
  await kite.orders.modifyOrder({ variety: "regular", order_id: "1", price: 1_421 });
  await kite.orders.cancelOrder({ variety: "regular", order_id: "1" });
  const { resetsAt, ...left } = kite.orders.budget("1");
  expect(left).toEqual({ limited: true, second: 7, minute: 397, day: 4_990, waiting: 0 });
  expect(resetsAt.getTime()).toBeGreaterThan(Date.now());
});

test("what the budget refuses reaches the caller as it is, and nothing is sent", async () => {
  const server = await answering(succeeding({ order_id: "1" }));
  const rateLimit = { budget: createOrderBudget({ atLimit: "fail" }) };
  const kite = createKite({ ...account, environment: server.environment, rateLimit }).use(orders());
  const results = await kite.orders.placeOrders(
    Array.from({ length: 12 }, () => limitOrder),
    { concurrency: 12 },
  );
  const failed = results.flatMap(({ error }) => error ?? []);
  expect(failed).toHaveLength(2);
  expect(failed[0]).toMatchObject({ code: "RateLimited", endpoint: "placeOrder", outcome: "not-sent" });
  expect(failed[0]?.message).toMatch(/^placeOrder: the 10 orders of this second are used; come back in \d\.\d s/);
  expect(server.requests).toHaveLength(10);
});

test("says so when nothing is counted", () => {
  const resetsAt = expect.any(Date);
  expect(
    createKite({ ...account, rateLimit: false })
      .use(orders())
      .orders.budget(),
  ).toEqual({ limited: false, resetsAt });
  expect(budget(createClient(account))).toEqual({ limited: false, resetsAt });
});
