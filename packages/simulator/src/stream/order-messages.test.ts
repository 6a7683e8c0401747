import { afterEach, beforeEach, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { ato } from "../testing/alert-forms.ts";
import { sha256, signIn } from "../testing/caller.ts";
import { StreamClient } from "../testing/stream-client.ts";
import { cashUser, orderOf, placed, TRADING_HOURS } from "../testing/trade.ts";
import { triggerForm } from "../testing/trigger-forms.ts";

const HOUR_MS = 3_600_000;

let now: number;
let simulator: Simulator;
let client: StreamClient;
beforeEach(async () => {
  now = TRADING_HOURS;
  const users = [cashUser, { ...cashUser, user_id: "CASH02" }];
  const options = { seed: 7, apiSecret: "testsecret", users, tickEveryMs: HOUR_MS };
  simulator = await startSimulator({ ...options, clock: () => now });
  simulator.setPrice("NSE:INFY", 1500);
  client = await StreamClient.open(simulator);
});
afterEach(() => simulator.close());

test("tells every socket of the user about an order, and nobody else, whichever session placed it", async () => {
  const same = await StreamClient.open(simulator, client.caller);
  const stranger = await StreamClient.open(simulator, await signIn(simulator, "CASH02"));
  const order_id = await placed(await signIn(simulator), { price: "1510", tag: "mine" });
  for (const one of [client, same]) {
    await one.until(() => one.orders.length === 1);
    expect(one.orders[0]).toMatchObject({ order_id, user_id: "CASH01", status: "COMPLETE", tag: "mine", app_id: 1234 });
  }
  const { checksum, order_timestamp } = client.orders[0];
  expect(checksum).toBe(sha256(order_id, order_timestamp, "testsecret"));
  const { app_id, unfilled_quantity, user_id, checksum: _, ...row } = client.orders[0];
  expect(await orderOf(client.caller, order_id)).toMatchObject(row);
  await stranger.settled();
  expect(stranger.orders).toEqual([]);
});

test("an acceptance and the registration of an order for tomorrow are no news; a change and an end are", async () => {
  const order_id = await placed(client.caller, { price: "1400" });
  await placed(client.caller, { price: "1400" }, "amo");
  await client.settled();
  expect(client.orders).toEqual([]);
  await client.caller.form("PUT", `/orders/regular/${order_id}`, { price: "1410" });
  await client.caller.send(`/orders/regular/${order_id}`, { method: "DELETE" });
  await client.until(() => client.orders.length === 2);
  expect(client.orders.map(({ status, price }) => [status, price])).toEqual([
    ["UPDATE", 1410],
    ["CANCELLED", 1410],
  ]);
});

test("a round fills what the market has reached meanwhile, without a request", async () => {
  const order_id = await placed(client.caller, { price: "1500.1", quantity: "2500" });
  await client.until(() => client.orders.length === 1);
  expect(client.orders[0]).toMatchObject({ order_id, status: "UPDATE" });
  // in a later minute there is a new book with more to buy
  while (client.orders.at(-1).status !== "COMPLETE") {
    now += 60_000;
    simulator.stream.tick();
    await client.settled();
  }
  expect(client.orders.at(-1)).toMatchObject({ order_id, filled_quantity: 2500 });
});

test("tells of orders that GTTs and alerts place", async () => {
  expect((await client.caller.form("POST", "/alerts", ato)).status).toBe(200);
  expect((await client.caller.form("POST", "/gtt/triggers", triggerForm())).status).toBe(200);
  simulator.setPrice("NSE:INFY", 1400);
  await client.until(() => client.orders.length === 2);
  expect(client.orders.map(({ status, filled_quantity }) => [status, filled_quantity])).toEqual([
    ["COMPLETE", 10],
    ["COMPLETE", 3],
  ]);
});
