import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import { badField, refused } from "../testing/refused.ts";
import { cashUser, equityNet, orderOf, placed, statuses, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
let now: number;
beforeEach(async () => {
  now = TRADING_HOURS;
  simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const modify = (order_id: string, fields: Record<string, string>, variety = "regular"): Promise<Answer> =>
  trader.form("PUT", `/orders/${variety}/${order_id}`, fields);
const cancel = (order_id: string, variety = "regular", query = ""): Promise<Answer> =>
  trader.send(`/orders/${variety}/${order_id}${query}`, { method: "DELETE" });
const input = (message: string) => refused(400, "InputException", message);

describe("PUT /orders/:variety/:order_id", () => {
  test("changes what is sent, keeps the rest, and blocks the new margin", async () => {
    const order_id = await placed(trader, { price: "1400", tag: "mine", disclosed_quantity: "2" });
    const net = await equityNet(trader);
    now += 1000;
    const answer = await modify(order_id, { price: "1450", quantity: "20" });
    expect(answer).toEqual({
      status: 200,
      type: "application/json",
      body: { status: "success", data: { order_id } },
    });
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "OPEN",
      modified: true,
      price: 1450,
      quantity: 20,
      pending_quantity: 20,
      disclosed_quantity: 2,
      tag: "mine",
      order_timestamp: "2026-03-02 10:15:31",
      exchange_timestamp: "2026-03-02 10:15:30",
      exchange_update_timestamp: "2026-03-02 10:15:31",
    });
    expect(await equityNet(trader)).toBeCloseTo(net + 14_000 / 5 - 29_000 / 5, 6);
  });

  test("the order trades at once when its new price is marketable", async () => {
    const order_id = await placed(trader, { price: "1400" });
    await modify(order_id, { price: "1505" });
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", average_price: 1500.1 });
  });

  test("turns a limit into a stop and back", async () => {
    const order_id = await placed(trader, { price: "1400" });
    expect(await modify(order_id, { order_type: "SL", price: "1520" })).toEqual(badField("trigger_price"));
    await modify(order_id, { order_type: "SL", price: "1520", trigger_price: "1510" });
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "TRIGGER PENDING", trigger_price: 1510 });
    await modify(order_id, { order_type: "LIMIT", price: "1400" });
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "OPEN", trigger_price: 0, price: 1400 });
  });

  test("wants a protection from what becomes a market order, not from what is one", async () => {
    const order_id = await placed(trader, { price: "1400" });
    const { status, body } = await modify(order_id, { order_type: "MARKET" });
    expect([status, body.error_type]).toEqual([400, "InputException"]);
    expect(body.message).toMatch(/^Market orders without market protection/);
    await modify(order_id, { order_type: "MARKET", market_protection: "1" });
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", price: 1515 });
    const stop = { order_type: "SL-M", transaction_type: "BUY", trigger_price: "1550", market_protection: "1" };
    const stop_id = await placed(trader, stop);
    expect((await modify(stop_id, { trigger_price: "1540" })).status).toBe(200);
    expect(await orderOf(trader, stop_id)).toMatchObject({ trigger_price: 1540, market_protection: 1 });
  });

  test.each<[string, Record<string, string>, Answer]>([
    ["a price off the tick", { price: "1400.05" }, input("Order price is not a multiple of tick size")],
    ["a price of zero", { price: "0" }, badField("price")],
    ["nothing", { quantity: "0" }, badField("quantity")],
    ["an unknown type", { order_type: "STOP" }, badField("order_type")],
    ["an unknown validity", { validity: "GTC" }, badField("validity")],
    ["TTL without minutes", { validity: "TTL" }, badField("validity_ttl")],
    ["more shown than there is", { disclosed_quantity: "11" }, badField("disclosed_quantity")],
    [
      "what cannot be paid for",
      { quantity: "10000" },
      refused(
        400,
        "MarginException",
        "Insufficient funds. Required margin is 2797200.00 but available margin is 997200.00.",
      ),
    ],
  ])("refuses %s, and the order stays as it was", async (_, fields, answer) => {
    const order_id = await placed(trader, { price: "1400" });
    const before = await orderOf(trader, order_id);
    expect(await modify(order_id, fields)).toEqual(answer);
    expect(await orderOf(trader, order_id)).toEqual(before);
  });

  test("refuses less than is filled already", async () => {
    const order_id = await placed(trader, { price: "1500.1", quantity: "2500" });
    const { filled_quantity } = await orderOf(trader, order_id);
    expect(await modify(order_id, { quantity: String(filled_quantity) })).toEqual(badField("quantity"));
    expect((await modify(order_id, { quantity: String(filled_quantity + 1) })).status).toBe(200);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "OPEN", pending_quantity: 1 });
  });

  test("refuses to offer more than there is", async () => {
    await placed(trader, { product: "CNC", price: "1510", quantity: "2" });
    const sale = { product: "CNC", transaction_type: "SELL", price: "1600", quantity: "2" };
    const order_id = await placed(trader, sale);
    const { status, body } = await modify(order_id, { quantity: "3" });
    expect([status, body.error_type]).toEqual([400, "HoldingException"]);
    expect((await modify(order_id, { quantity: "1" })).status).toBe(200);
  });

  test("refuses the 26th modification", async () => {
    const order_id = await placed(trader, { price: "1400" });
    for (let time = 1; time <= 25; time += 1) {
      expect((await modify(order_id, { price: String(1400 + time) })).status).toBe(200);
    }
    expect(await modify(order_id, { price: "1430" })).toEqual(input("Maximum allowed order modifications exceeded."));
    expect((await orderOf(trader, order_id)).price).toBe(1425);
  });

  test("refuses an order that is over", async () => {
    const processed = input("Order cannot be modified as it is being processed. Try later.");
    expect(await modify(await placed(trader, { price: "1510" }), { price: "1490" })).toEqual(processed);
    const order_id = await placed(trader, { price: "1400" });
    await cancel(order_id);
    expect(await modify(order_id, { price: "1490" })).toEqual(processed);
  });
});

describe("DELETE /orders/:variety/:order_id", () => {
  test("withdraws what is left, with the figures of the real thing, which do not add up", async () => {
    const order_id = await placed(trader, { price: "1400" });
    now += 1000;
    expect(await cancel(order_id)).toEqual({
      status: 200,
      type: "application/json",
      body: { status: "success", data: { order_id } },
    });
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "CANCELLED",
      quantity: 10,
      pending_quantity: 10,
      cancelled_quantity: 10,
      order_timestamp: "2026-03-02 10:15:31",
      exchange_timestamp: "2026-03-02 10:15:30",
      exchange_update_timestamp: "2026-03-02 10:15:31",
    });
    expect((await statuses(trader, order_id)).slice(-2)).toEqual(["CANCEL PENDING", "CANCELLED"]);
    expect(await cancel(order_id)).toEqual(input("Order cannot be cancelled as it is being processed. Try later."));
  });

  test("a cancelled order is not filled any more", async () => {
    const order_id = await placed(trader, { price: "1400" });
    await cancel(order_id);
    simulator.setPrice("NSE:INFY", 1390);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "CANCELLED", filled_quantity: 0 });
  });
});

describe("with a delay in the order system", () => {
  test("an order stays where nothing can be done to it, and arrives by the clock", async () => {
    await using slow = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], orderDelayMs: 90_000 });
    slow.setPrice("NSE:INFY", 1500);
    const caller = await signIn(slow);
    const order_id = await placed(caller, { price: "1510" });
    expect(await orderOf(caller, order_id)).toMatchObject({
      status: "PUT ORDER REQ RECEIVED",
      exchange_order_id: null,
      exchange_timestamp: null,
      exchange_update_timestamp: null,
    });
    expect(await caller.form("PUT", `/orders/regular/${order_id}`, { price: "1490" })).toEqual(
      input("Order cannot be modified as it is being processed. Try later."),
    );
    expect(await caller.send(`/orders/regular/${order_id}`, { method: "DELETE" })).toEqual(
      input("Order cannot be cancelled as it is being processed. Try later."),
    );
    now += 89_999;
    expect((await orderOf(caller, order_id)).status).toBe("PUT ORDER REQ RECEIVED");
    now += 1;
    expect((await orderOf(caller, order_id)).status).toBe("COMPLETE");
  });
});
