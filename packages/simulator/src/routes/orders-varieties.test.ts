import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import { orderTable } from "../testing/order-tables.ts";
import { badField, refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, orderOf, place, placed, type Row, statuses, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const book = async (): Promise<Row[]> => (await trader.get("/orders")).body.data;
const cancel = (order_id: string, variety: string, query = ""): Promise<Answer> =>
  trader.send(`/orders/${variety}/${order_id}${query}`, { method: "DELETE" });
const input = (message: string) => refused(400, "InputException", message);

describe("co", () => {
  const cover = { price: "1501", trigger_price: "1450" };

  test("gets a second leg that stops the loss", async () => {
    const first = await placed(trader, cover, "co");
    const [one, second] = await book();
    expect(one).toMatchObject({
      order_id: first,
      status: "COMPLETE",
      product: "CO",
      variety: "co",
      trigger_price: 1450,
    });
    expect(differences(second, orderTable)).toEqual([]);
    expect(second).toMatchObject({
      parent_order_id: first,
      status: "TRIGGER PENDING",
      transaction_type: "SELL",
      order_type: "SL-M",
      product: "CO",
      quantity: 10,
      trigger_price: 1450,
    });
    simulator.setPrice("NSE:INFY", 1440);
    expect(await orderOf(trader, second.order_id)).toMatchObject({ status: "COMPLETE", average_price: 1439.9 });
    const { net } = (await trader.get("/portfolio/positions")).body.data;
    expect(net).toMatchObject([{ product: "CO", quantity: 0 }]);
  });

  test("has no second leg before the first has traded, and moves its trigger along", async () => {
    const first = await placed(trader, { ...cover, price: "1490" }, "co");
    expect(await book()).toHaveLength(1);
    await trader.form("PUT", `/orders/co/${first}`, { trigger_price: "1460", price: "1495" });
    simulator.setPrice("NSE:INFY", 1490);
    expect((await book())[1]).toMatchObject({ parent_order_id: first, trigger_price: 1460 });
  });

  test("the stop covers as much as the first leg has got, and grows with it", async () => {
    const large = { quantity: "2500", price: "1500.1", trigger_price: "1450" };
    const first = await placed(trader, large, "co");
    const [one, second] = await book();
    expect(one).toMatchObject({ order_id: first, status: "OPEN" });
    expect(second).toMatchObject({ quantity: one.filled_quantity, pending_quantity: one.filled_quantity });
    simulator.setTime(TRADING_HOURS + 60_000);
    const [later, grown, ...others] = await book();
    expect(later.filled_quantity).toBeGreaterThan(one.filled_quantity);
    expect(grown).toMatchObject({ order_id: second.order_id, quantity: later.filled_quantity });
    expect(others).toEqual([]);
  });

  test("the second leg can be moved, and leaves at the market when it is cancelled", async () => {
    const first = await placed(trader, cover, "co");
    const second = (await book())[1].order_id;
    const path = `/orders/co/${second}`;
    expect(await trader.form("PUT", path, { trigger_price: "1470" })).toEqual(badField("parent_order_id"));
    expect((await trader.form("PUT", path, { trigger_price: "1470", parent_order_id: first })).status).toBe(200);
    expect(await orderOf(trader, second)).toMatchObject({ status: "TRIGGER PENDING", trigger_price: 1470 });
    expect(await cancel(second, "co")).toEqual(badField("parent_order_id"));
    expect((await cancel(second, "co", `?parent_order_id=${first}`)).body.data).toEqual({ order_id: second });
    expect(await orderOf(trader, second)).toMatchObject({ status: "COMPLETE", average_price: 1499.9 });
  });

  test.each<[string, Record<string, string>, Answer]>([
    ["no trigger", { trigger_price: "" }, badField("trigger_price")],
    ["delivery", { product: "CNC" }, badField("product")],
    ["a stop", { order_type: "SL" }, badField("order_type")],
    ["IOC", { validity: "IOC" }, badField("validity")],
    [
      "another exchange",
      { exchange: "NFO", tradingsymbol: "NIFTY26APRFUT", quantity: "65", trigger_price: "24000", price: "26000" },
      badField("exchange"),
    ],
    [
      "a trigger that would gain",
      { trigger_price: "1510" },
      input("Trigger price of a BUY cover order has to be below 1501."),
    ],
    [
      "a trigger too far away",
      { trigger_price: "1350" },
      input("Trigger price of a cover order has to be within 10% of its price."),
    ],
  ])("refuses %s", async (_, fields, answer) => {
    expect(await place(trader, { ...cover, ...fields }, "co")).toEqual(answer);
  });
});

describe("amo", () => {
  test("is registered, can be changed, and reaches the exchange when it opens", async () => {
    const order_id = await placed(trader, { price: "1600" }, "amo");
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "AMO REQ RECEIVED",
      variety: "amo",
      exchange_order_id: null,
      exchange_timestamp: null,
      exchange_update_timestamp: null,
    });
    await trader.form("PUT", `/orders/amo/${order_id}`, { price: "1590" });
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "MODIFY AMO REQ RECEIVED", price: 1590 });
    simulator.setTime(Date.parse("2026-03-04T09:14:59+05:30")); // the day in between is a holiday
    expect(simulator.orders()[0]).toMatchObject({ status: "MODIFY AMO REQ RECEIVED" });
    simulator.setTime(Date.parse("2026-03-04T09:15:00+05:30"));
    expect(simulator.orders()[0]).toMatchObject({ status: "COMPLETE", exchange_timestamp: "2026-03-04 09:15:00" });
  });

  test("can be cancelled, and never knows the exchange", async () => {
    const order_id = await placed(trader, { price: "1500" }, "amo");
    expect((await cancel(order_id, "amo")).status).toBe(200);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "CANCELLED", exchange_update_timestamp: null });
    expect(await statuses(trader, order_id)).toEqual(["PUT ORDER REQ RECEIVED", "AMO REQ RECEIVED", "CANCELLED"]);
  });

  test("refuses IOC", async () => {
    expect(await place(trader, { validity: "IOC" }, "amo")).toEqual(badField("validity"));
  });
});
