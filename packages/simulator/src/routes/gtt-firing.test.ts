import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, orderOf, type Row, TRADING_HOURS } from "../testing/trade.ts";
import { type Parts, resultTable, triggerForm, twoLeg } from "../testing/trigger-forms.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const created = async (parts: Parts = {}): Promise<number> =>
  (await trader.form("POST", "/gtt/triggers", triggerForm(parts))).body.data.trigger_id;
const read = async (id: number): Promise<Row> => (await trader.get(`/gtt/triggers/${id}`)).body.data;

describe("firing", () => {
  test("a fall to the trigger places the order, once", async () => {
    const id = await created();
    simulator.setPrice("NSE:INFY", 1400.1);
    expect(await read(id)).toMatchObject({ status: "active" });
    simulator.setPrice("NSE:INFY", 1399);
    const row = await read(id);
    expect(row.status).toBe("triggered");
    const { result } = row.orders[0];
    expect(differences(result, resultTable)).toEqual([]);
    expect(differences(result.order_result, { status: "str", order_id: "str", rejection_reason: "str" })).toEqual([]);
    expect(result).toMatchObject({ triggered_at: 1399, timestamp: "2026-03-02 10:15:30", quantity: 10, price: 1405 });
    expect(JSON.parse(result.meta)).toMatchObject({ gtt: id });
    expect(result.order_result).toMatchObject({ status: "success", rejection_reason: "" });
    expect(await orderOf(trader, result.order_result.order_id)).toMatchObject({
      status: "COMPLETE",
      product: "CNC",
      average_price: 1399.1,
    });
    simulator.setPrice("NSE:INFY", 1500);
    simulator.setPrice("NSE:INFY", 1399);
    expect(simulator.orders()).toHaveLength(1);
  });

  test("a rise fires a trigger above the last price", async () => {
    const id = await created({ condition: { trigger_values: [1600] }, orders: [{ price: 1610 }] });
    simulator.setPrice("NSE:INFY", 1590);
    expect(await read(id)).toMatchObject({ status: "active" });
    simulator.setPrice("NSE:INFY", 1600);
    expect(await read(id)).toMatchObject({ status: "triggered" });
  });

  test.each([
    [1400, 0, 1],
    [1600, 1, 0],
  ])("two legs at a price of %d: one fires, the other sleeps for good", async (price, fires, sleeps) => {
    const id = await created(twoLeg([1400, 1600], [{ price: 1395 }, { price: 1605 }]));
    simulator.setPrice("NSE:INFY", price);
    const { orders, status } = await read(id);
    expect(status).toBe("triggered");
    expect(orders[sleeps].result).toBeNull();
    // nothing is held that could be sold: the trigger is used up all the same
    expect(orders[fires].result.order_result).toMatchObject({ status: "failed", order_id: "" });
    expect(orders[fires].result.order_result.rejection_reason).toMatch(/^Insufficient holdings/);
  });

  test("money is asked for when it fires, not before", async () => {
    const id = await created({ orders: [{ quantity: 5000 }] });
    simulator.setPrice("NSE:INFY", 1399);
    const { order_result } = (await read(id)).orders[0].result;
    expect(order_result.rejection_reason).toMatch(/^Insufficient funds\. Required margin is 7025000\.00 /);
  });
});
