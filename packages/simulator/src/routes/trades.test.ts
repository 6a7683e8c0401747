import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { tradeTable } from "../testing/order-tables.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, orderOf, placed, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

describe("trades", () => {
  test("have exactly the documented keys, and the time of the order without its date", async () => {
    const order_id = await placed(trader, { price: "1510" });
    const { body } = await trader.get("/trades");
    expect(body.data).toHaveLength(1);
    expect(differences(body.data[0], tradeTable)).toEqual([]);
    expect(body.data[0]).toMatchObject({
      order_id,
      average_price: 1500.1,
      quantity: 10,
      order_timestamp: "10:15:30",
      fill_timestamp: "2026-03-02 10:15:30",
    });
    expect((await trader.get(`/orders/${order_id}/trades`)).body).toEqual(body);
  });

  test("come one per price level, and add up to the order", async () => {
    const order_id = await placed(trader, { quantity: "2500", price: "1500.5" });
    await placed(trader, { transaction_type: "SELL", price: "1490" });
    const fills: Row[] = (await trader.get(`/orders/${order_id}/trades`)).body.data;
    const row = await orderOf(trader, order_id);
    expect(fills.length).toBeGreaterThan(1);
    expect(new Set(fills.map((fill) => fill.average_price)).size).toBe(fills.length);
    expect(fills.reduce((sum, fill) => sum + fill.quantity, 0)).toBe(row.filled_quantity);
    const value = fills.reduce((sum, fill) => sum + fill.quantity * fill.average_price, 0);
    expect(row.average_price).toBeCloseTo(value / row.filled_quantity, 5);
    expect((await trader.get("/trades")).body.data).toHaveLength(fills.length + 1);
  });
});
