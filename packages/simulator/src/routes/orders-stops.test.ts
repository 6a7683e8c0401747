import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { cashUser, orderOf, placed, statuses, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

describe("stop orders", () => {
  test.each([
    ["BUY", "1520", "1510", 1500, 1510, 1510.1],
    ["SELL", "1480", "1490", 1500, 1490, 1489.9],
  ])("%s waits for its trigger and then trades within its limit", async (side, price, trigger, before, hit, fill) => {
    const stop = { order_type: "SL", transaction_type: side, price, trigger_price: trigger };
    const order_id = await placed(trader, stop);
    expect((await orderOf(trader, order_id)).status).toBe("TRIGGER PENDING");
    simulator.setPrice("NSE:INFY", before);
    expect((await orderOf(trader, order_id)).status).toBe("TRIGGER PENDING");
    simulator.setPrice("NSE:INFY", hit);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", average_price: fill });
    expect((await statuses(trader, order_id)).slice(-3)).toEqual(["TRIGGER PENDING", "OPEN", "COMPLETE"]);
  });

  test("a gap through the limit leaves the order open", async () => {
    const stop = { order_type: "SL", transaction_type: "BUY", price: "1512", trigger_price: "1510" };
    const order_id = await placed(trader, stop);
    simulator.setPrice("NSE:INFY", 1530);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "OPEN", filled_quantity: 0 });
  });

  test("SL-M is priced when it is triggered", async () => {
    const stop = { order_type: "SL-M", transaction_type: "SELL", trigger_price: "1490", market_protection: "1" };
    const order_id = await placed(trader, stop);
    expect(await orderOf(trader, order_id)).toMatchObject({ order_type: "SL-M", price: 0, market_protection: 1 });
    simulator.setPrice("NSE:INFY", 1480);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", price: 1465.2, average_price: 1479.9 });
  });
});
