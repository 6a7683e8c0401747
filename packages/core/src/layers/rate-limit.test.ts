import { answering } from "@kite/testing";
import { describe, expect, test, vi } from "vitest";
import { createBudget } from "../budget/budget.ts";
import { createClient } from "../client.ts";
import { KiteError } from "../errors.ts";
import { createKite } from "../kite.ts";
import type { Plan } from "../request.ts";
import { rateLimit } from "./rate-limit.ts";

const account = { apiKey: "key", accessToken: "t" };
const plan: Plan = { endpoint: "getOrders", method: "GET", path: "/orders" };
const refusal = {
  status: 429,
  json: { status: "error", error_type: "NetworkException", message: "Too many requests" },
};

/** The most requests that arrived in any 1,000 ms, sliding, and in any calendar second of any clock. */
function mostInASecond(arrivals: readonly number[]): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1_000).length));
}

describe("a real server counts the arrivals", () => {
  test.each([
    ["quote", 1, 4],
    ["historical", 3, 10],
    ["other", 10, 34],
  ] as const)("%s: %i a second, three clients of one account", async (bucket, limit, calls) => {
    const server = await answering({ json: { data: 1 } });
    const budget = createBudget();
    const clients = [1, 2, 3].map(() =>
      createKite({ ...account, environment: server.environment, rateLimit: { budget } }),
    );
    await Promise.all(Array.from({ length: calls }, (_, index) => clients[index % 3]?.send({ ...plan, bucket })));
    const arrivals = server.requests.map(({ at }) => at).sort((a, b) => a - b);
    expect(arrivals).toHaveLength(calls);
    expect(mostInASecond(arrivals)).toBeLessThanOrEqual(limit);
    const waits = clients.reduce((sum, kite) => sum + kite.stats().waits, 0);
    expect(waits).toBe(calls - limit);
    expect(clients[0]?.budget?.left(bucket).waiting).toBe(0);
  });
});

test("a call that waits can be aborted, and its place goes to the next", async () => {
  const server = await answering({ json: { data: 1 } });
  const kite = createKite({
    ...account,
    environment: server.environment,
    rateLimit: { budget: createBudget({ limits: { other: { second: 1 } } }) },
  });
  await kite.send(plan);
  const controller = new AbortController();
  const aborted = kite.send({ ...plan, method: "PUT", signal: controller.signal });
  const next = kite.send(plan);
  await vi.waitFor(() => expect(kite.budget?.left("other").waiting).toBe(2));
  controller.abort();
  await expect(aborted).rejects.toMatchObject({
    code: "Aborted",
    outcome: "not-sent",
    message: expect.stringContaining("nothing was sent"),
  });
  await next;
  expect(server.requests).toHaveLength(2);
});

test("a deadline ends the wait and says that nothing was sent", async () => {
  const server = await answering({ json: { data: 1 } });
  const kite = createKite({
    ...account,
    environment: server.environment,
    rateLimit: { budget: createBudget({ limits: { other: { second: 1 } } }) },
  });
  await kite.send(plan);
  await expect(kite.send({ ...plan, deadline: 30 })).rejects.toMatchObject({
    code: "Timeout",
    message: "getOrders: no complete answer within 30 ms; nothing was sent",
  });
  expect(server.requests).toHaveLength(1);
});

test("a used-up day is refused with the endpoint's name", async () => {
  const server = await answering({ json: { data: 1 } });
  const budget = createBudget({ limits: { order: { second: 10, minute: 10, day: 1 } } });
  const kite = createClient({ ...account, environment: server.environment }, rateLimit({ budget }));
  await kite.send({ ...plan, bucket: "order" });
  await expect(kite.send({ ...plan, endpoint: "placeOrder", bucket: "order" })).rejects.toMatchObject({
    code: "RateLimited",
    endpoint: "placeOrder",
    outcome: "not-sent",
    retryAfter: expect.any(Number),
    message: expect.stringMatching(/^placeOrder: the order calls of today are used up/),
  });
});

test("a call that needs more of the day than is left is refused, a cheaper one is not", async () => {
  const server = await answering({ json: { data: 1 } });
  const budget = createBudget({ limits: { order: { second: 10, minute: 10, day: 5 } } });
  const kite = createClient({ ...account, environment: server.environment }, rateLimit({ budget }));
  await kite.send({ ...plan, bucket: "order", dayCost: 3 });
  expect(budget.left("order").day).toBe(2);
  await expect(kite.send({ ...plan, bucket: "order", dayCost: 3 })).rejects.toMatchObject({ code: "RateLimited" });
  await kite.send({ ...plan, bucket: "order", dayCost: 2 });
  await kite.send({ ...plan, bucket: "order", dayCost: 0 });
  expect(budget.left("order").day).toBe(0);
});

test("what a budget has against a call reaches the caller as it is", async () => {
  const error = new KiteError({ code: "RateLimited", endpoint: "modifyOrder", message: "25 times is enough" });
  const budget = { ...createBudget(), take: () => Promise.reject(error) };
  const kite = createKite({ ...account, rateLimit: { budget } });
  await expect(kite.send(plan)).rejects.toBe(error);
});

test("an answer of 429 holds the category back, for every client of the account", async () => {
  const server = await answering({ ...refusal, headers: { "retry-after": "0.2" } }, { json: { data: 1 } });
  const budget = createBudget();
  const [one, two] = [1, 2].map(() =>
    createClient({ ...account, environment: server.environment }, rateLimit({ budget })),
  );
  await expect(one?.send(plan)).rejects.toMatchObject({ status: 429 });
  await two?.send(plan);
  const [first, second] = server.requests;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(199);
});

test("without a shared budget two clients do not wait for each other", async () => {
  const server = await answering({ json: { data: 1 } });
  const clients = [1, 2, 3].map(() => createKite({ ...account, environment: server.environment }));
  await Promise.all(clients.map((kite) => kite.send({ ...plan, bucket: "quote" })));
  expect(clients.map((kite) => kite.stats().waits)).toEqual([0, 0, 0]);
});
