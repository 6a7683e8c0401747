import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SimulatorOptions } from "../options.ts";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, Caller, signIn } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";
import { cashUser, place, placed, TRADING_HOURS } from "../testing/trade.ts";

const users = [cashUser, { ...cashUser, user_id: "CASH02" }];
const tooMany = refused(429, "NetworkException", "Too many requests");
const tooManyOrders = refused(429, "NetworkException", "Maximum allowed order requests exceeded.");

let now: number;
let simulator: Simulator;
let caller: Caller;
beforeEach(() => {
  now = TRADING_HOURS;
});
afterEach(() => simulator.close());

async function start(rateLimits: NonNullable<SimulatorOptions["rateLimits"]>): Promise<void> {
  simulator = await startSimulator({ clock: () => now, users, rateLimits });
  caller = await signIn(simulator);
  now += 1000; // the exchange of the session was a request, too
}

/** How many of some requests at the same moment are answered with 200 before all others get 429. */
async function burst(count: number, ask: () => Promise<Answer>): Promise<number> {
  const answers: Answer[] = [];
  for (let index = 0; index < count; index += 1) answers.push(await ask());
  const taken = answers.filter(({ status }) => status === 200).length;
  for (const answer of answers.slice(taken)) expect(answer).toEqual(tooMany);
  return taken;
}

const candles = "/instruments/historical/408065/day?from=2026-02-02&to=2026-02-03";

describe("Kite's own limits", () => {
  test.each([
    [1, "quotes", () => caller.get("/quote/ltp?i=NSE:INFY")],
    [3, "candles", () => caller.get(candles)],
    [10, "orders", () => place(caller, { quantity: "1", price: "1400" })],
    [10, "everything else", () => caller.get("/user/profile")],
  ])("take %i %s in a second, wherever it begins", async (limit, _, ask) => {
    await start(true);
    now += 400;
    expect(await burst(limit + 2, ask)).toBe(limit);
    now += 999;
    expect((await ask()).status).toBe(429);
    now += 1;
    expect(await burst(limit + 2, ask)).toBe(limit);
  });

  test("count the groups apart, the three quote routes and the order routes together", async () => {
    await start(true);
    for (const path of ["/quote?i=NSE:INFY", candles, "/user/profile"])
      expect((await caller.get(path)).status).toBe(200);
    for (const path of ["/quote", "/quote/ohlc", "/quote/ltp"]) expect(await caller.get(path)).toEqual(tooMany);
    const order_id = await placed(caller, { price: "1400" });
    const path = `/orders/regular/${order_id}`;
    expect(await burst(9, () => caller.form("PUT", path, { price: "1401" }))).toBe(9);
    expect(await caller.send(path, { method: "DELETE" })).toEqual(tooMany);
  });

  test("take the orders of one user after those of another", async () => {
    await start(true);
    const other = await signIn(simulator, "CASH02");
    expect(await burst(11, () => place(caller, { quantity: "1" }))).toBe(10);
    expect((await place(other)).status).toBe(200);
  });

  test("take 400 order requests in a minute, wherever it begins", async () => {
    await start(true);
    for (let count = 0; count < 400; count += 1) {
      expect((await place(caller, { price: "-1" })).status).toBe(400);
      now += 140;
    }
    expect(await place(caller)).toEqual(tooManyOrders);
    now += 60_000 - 400 * 140; // a minute after the first
    expect((await place(caller)).status).toBe(200);
    expect(await place(caller)).toEqual(tooManyOrders);
  });
});

test("refused requests change nothing and count for nothing", async () => {
  await start({ order: 2 });
  expect(await burst(20, () => place(caller, { quantity: "1", price: "1400" }))).toBe(2);
  expect(simulator.orders()).toHaveLength(2);
  now += 1000;
  expect((await place(caller)).status).toBe(200);
});

test("the day's orders are counted until midnight in India, refused ones and the legs of icebergs included", async () => {
  await start({ ordersPerDay: 5, order: 100 });
  const legs = { quantity: "3", iceberg_legs: "3", iceberg_quantity: "1", price: "1400" };
  expect((await place(caller, { price: "-1" })).status).toBe(400);
  expect((await place(caller, legs, "iceberg")).status).toBe(200);
  expect(await place(caller, legs, "iceberg")).toEqual(tooManyOrders);
  const order_id = await placed(caller, { price: "1400" });
  expect(await place(caller)).toEqual(tooManyOrders);
  const path = `/orders/regular/${order_id}`;
  expect((await caller.form("PUT", path, { price: "1401" })).status).toBe(200);
  expect((await caller.send(path, { method: "DELETE" })).status).toBe(200);
  simulator.setTime(Date.parse("2026-03-02T23:59:59.999+05:30"));
  const night = await signIn(simulator);
  expect(await place(night)).toEqual(tooManyOrders);
  simulator.setTime(Date.parse("2026-03-03T00:00:00+05:30"));
  expect((await place(night)).status).toBe(200);
});

test("an order can be modified as often as the option says", async () => {
  await start({ modifications: 2, order: 100 });
  const path = `/orders/regular/${await placed(caller, { price: "1400" })}`;
  for (const price of ["1401", "1402"]) expect((await caller.form("PUT", path, { price })).status).toBe(200);
  expect(await caller.form("PUT", path, { price: "1403" })).toEqual(
    refused(400, "InputException", "Maximum allowed order modifications exceeded."),
  );
});

test("a limit can be lifted", async () => {
  await start({ other: Number.POSITIVE_INFINITY });
  expect(await burst(30, () => caller.get("/user/profile"))).toBe(30);
});

test("the pages of the login have no limit", async () => {
  simulator = await startSimulator({ rateLimits: { other: 0 } });
  const nobody = new Caller(simulator);
  expect(await nobody.get("/")).toEqual(tooMany);
  expect((await nobody.fetch(`/connect/login?v=3&api_key=${simulator.apiKey}`)).status).toBe(200);
});

test("a request over the limit meets no fault and is on record", async () => {
  await start({ order: 1 });
  simulator.faults.set([{ match: "POST /orders/*", fault: { kind: "status", executed: false, status: 503 } }]);
  expect((await place(caller)).status).toBe(503);
  expect(await place(caller)).toEqual(tooMany);
  expect(simulator.faults.injected).toHaveLength(1);
  expect(simulator.requests.at(-1)).toMatchObject({ status: 429, user_id: cashUser.user_id });
});

test("arrivals counts order requests as they come in, whatever becomes of them", async () => {
  await start({ order: 2 });
  simulator.faults.set([{ match: "POST /orders/*", times: 1, fault: { kind: "drop", executed: false } }]);
  await expect(place(caller)).rejects.toThrow();
  await place(caller);
  await place(caller);
  await caller.get("/orders");
  now += 1000;
  await place(caller);
  const peaks = { total: 4, second: { sliding: 3, calendar: 3 }, minute: { sliding: 4, calendar: 4 } };
  expect(simulator.arrivals()).toEqual(peaks);
  expect(simulator.arrivals("CASH01")).toEqual(peaks);
  expect(simulator.arrivals("CASH02").total).toBe(0);
  expect((await caller.get("/simulator/arrivals?user_id=CASH01")).body.data).toEqual(peaks);
});

test("refuses limits that make no sense", () => {
  expect(() => createSimulator({ rateLimits: { order: -1 } })).toThrow(
    new TypeError("rateLimits.order: expected a number from 0, got -1"),
  );
  expect(() => createSimulator({ rateLimits: { orders: 1 } as object })).toThrow(
    new TypeError("rateLimits.orders: there is no such limit"),
  );
});
