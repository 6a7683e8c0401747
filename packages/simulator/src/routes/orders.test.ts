import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { historyTable, orderTable } from "../testing/order-tables.ts";
import { refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, equityNet, orderOf, place, placed, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const position = async (product: string): Promise<Row> =>
  (await trader.get("/portfolio/positions")).body.data.net.find((row: Row) => row.product === product);

describe("POST /orders/regular", () => {
  test("answers with an id of 19 digits, as text", async () => {
    const { status, type, body } = await place(trader, { price: "1490" });
    expect([status, type, body.status]).toEqual([200, "application/json", "success"]);
    expect(differences(body.data, { order_id: "str" })).toEqual([]);
    expect(body.data.order_id).toMatch(/^\d{19}$/);
    expect(String(Number(body.data.order_id))).not.toBe(body.data.order_id);
  });

  test("a limit away from the market rests, with exactly the documented keys and nulls", async () => {
    const row = await orderOf(trader, await placed(trader, { price: "1490", tag: "mine" }));
    expect(differences(row, orderTable)).toEqual([]);
    expect(row).toMatchObject({
      placed_by: "CASH01",
      status: "OPEN",
      status_message: null,
      parent_order_id: null,
      order_timestamp: "2026-03-02 10:15:30",
      exchange_timestamp: "2026-03-02 10:15:30",
      instrument_token: 408_065,
      price: 1490,
      average_price: 0,
      filled_quantity: 0,
      pending_quantity: 10,
      meta: {},
      tag: "mine",
      tags: ["mine"],
    });
    expect(await orderOf(trader, await placed(trader, { price: "1490" }))).not.toHaveProperty("tags");
  });

  test("a marketable limit is filled at the better price of the other side", async () => {
    const order_id = await placed(trader, { price: "1510" });
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "COMPLETE",
      price: 1510,
      average_price: 1500.1,
      filled_quantity: 10,
      pending_quantity: 0,
    });
    expect(await position("MIS")).toMatchObject({ quantity: 10, average_price: 1500.1, buy_value: 15_001 });
  });

  test("a market order becomes a limit within its protection, and says so in system tags alone", async () => {
    const market = { order_type: "MARKET", price: "0" };
    const automatic = await orderOf(trader, await placed(trader, { ...market, market_protection: "-1", tag: "me" }));
    expect(automatic).toMatchObject({
      order_type: "LIMIT",
      price: 1507.5,
      market_protection: 0,
      average_price: 1500.1,
    });
    expect(automatic).toMatchObject({ tag: "me", tags: ["me", "mktp", "mktp:0.50"] });
    const own = { ...market, market_protection: "2", transaction_type: "SELL" };
    const sale = await orderOf(trader, await placed(trader, own));
    expect(sale).toMatchObject({ price: 1470, average_price: 1499.9, tag: null, tags: ["mktp", "mktp:2.00"] });
  });

  test("what the book cannot give stays open; as IOC it is cancelled", async () => {
    const large = { quantity: "2500", price: "1500.1" };
    const best = (await trader.get("/quote?i=NSE:INFY")).body.data["NSE:INFY"].depth.sell[0].quantity;
    expect(best).toBeLessThan(2500); // or the seed no longer shows what this test is about
    const now = await orderOf(trader, await placed(trader, { ...large, validity: "IOC" }));
    expect(now).toMatchObject({ status: "CANCELLED", filled_quantity: best, cancelled_quantity: 2500 - best });
    // the first order took all there was at this price
    const row = await orderOf(trader, await placed(trader, large));
    expect(row).toMatchObject({ status: "OPEN", filled_quantity: 0, pending_quantity: 2500 });
    simulator.setTime(TRADING_HOURS + 60_000);
    const later = await orderOf(trader, row.order_id);
    expect(later.filled_quantity).toBeGreaterThan(0);
    expect(later.pending_quantity).toBe(2500 - later.filled_quantity);
  });

  test("a TTL order lives as many minutes as it says, by the clock", async () => {
    const order_id = await placed(trader, { price: "1400", validity: "TTL", validity_ttl: "10" });
    simulator.setTime(TRADING_HOURS + 9.9 * 60_000);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "OPEN", validity_ttl: 10 });
    simulator.setTime(TRADING_HOURS + 11 * 60_000);
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "CANCELLED",
      exchange_update_timestamp: "2026-03-02 10:25:30",
    });
  });

  test("a resting order is filled when the market comes to it, never beyond its limit", async () => {
    const order_id = await placed(trader, { price: "1490" });
    simulator.setPrice("NSE:INFY", 1490);
    expect((await orderOf(trader, order_id)).status).toBe("OPEN");
    simulator.setPrice("NSE:INFY", 1480);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", average_price: 1480.1 });
  });
});

describe("GET /orders/:order_id", () => {
  test("tells the way of an order, the first row with the token not looked up yet", async () => {
    const order_id = await placed(trader, { price: "1490" });
    await trader.form("PUT", `/orders/regular/${order_id}`, { price: "1491" });
    const rows: Row[] = (await trader.get(`/orders/${order_id}`)).body.data;
    expect(rows.map((row) => row.status)).toEqual([
      "PUT ORDER REQ RECEIVED",
      "VALIDATION PENDING",
      "OPEN PENDING",
      "OPEN",
      "MODIFY VALIDATION PENDING",
      "MODIFY PENDING",
      "MODIFIED",
      "OPEN",
    ]);
    for (const row of rows) expect(differences(row, historyTable)).toEqual([]);
    expect(rows.map((row) => row.price)).toEqual([1490, 1490, 1490, 1490, 1490, 1490, 1490, 1491]);
    expect(rows.map((row) => row.instrument_token)).toEqual([1, ...Array(7).fill(408_065)]);
    expect(rows.map((row) => row.modified)).toEqual(Array(8).fill(false));
    expect(rows.slice(0, 3).map((row) => row.exchange_order_id)).toEqual([null, null, null]);
  });

  test("does not know the orders of other people, or of nobody", async () => {
    const unknown = refused(404, "GeneralException", "Couldn't find that `order_id`.");
    expect(await trader.get("/orders/2028330833802166297")).toEqual(unknown);
    expect(await trader.get("/orders/2028330833802166297/trades")).toEqual(unknown);
    expect(await trader.form("PUT", "/orders/regular/1", {})).toEqual(unknown);
    expect(await trader.send("/orders/regular/1", { method: "DELETE" })).toEqual(unknown);
  });
});

describe("money", () => {
  test("an order blocks its margin, a cancellation gives it back, a gain is booked when it is closed", async () => {
    const start = await equityNet(trader);
    const order_id = await placed(trader, { price: "1490" });
    expect(await equityNet(trader)).toBeCloseTo(start - 14_900 / 5, 6);
    await trader.send(`/orders/regular/${order_id}`, { method: "DELETE" });
    expect(await equityNet(trader)).toBeCloseTo(start, 6);
    await placed(trader, { price: "1510" });
    expect(await equityNet(trader)).toBeCloseTo(start - 15_001 / 5, 6);
    simulator.setPrice("NSE:INFY", 1520);
    await placed(trader, { transaction_type: "SELL", price: "1510" });
    expect(await equityNet(trader)).toBeCloseTo(start + 15_199 - 15_001, 6);
  });

  test("what closes a position blocks nothing, what goes beyond it does", async () => {
    await placed(trader, { price: "1510" });
    const held = await equityNet(trader);
    await placed(trader, { transaction_type: "SELL", price: "1600" });
    expect(await equityNet(trader)).toBeCloseTo(held, 6);
    await placed(trader, { transaction_type: "SELL", price: "1600", quantity: "3" });
    expect(await equityNet(trader)).toBeCloseTo(held - (3 * 1600) / 5, 6);
  });

  test("a lot of a commodity counts for all it holds, and is paid for from money of its own", async () => {
    const LEAD = "LEADMINI26APRFUT";
    simulator.setPrice(`MCX:${LEAD}`, 180);
    const equity = await equityNet(trader);
    const cash = (await trader.get("/user/margins/commodity")).body.data.net;
    const lead = { exchange: "MCX", tradingsymbol: LEAD, product: "NRML", quantity: "2", price: "181" };
    const row = await orderOf(trader, await placed(trader, lead));
    expect(row).toMatchObject({ status: "COMPLETE", average_price: 180.05 });
    expect(await position("NRML")).toMatchObject({ multiplier: 1000, quantity: 2, buy_value: 360_100 });
    expect((await trader.get("/user/margins/commodity")).body.data.net).toBeCloseTo(cash - 360_100 * 0.0925, 6);
    expect(await equityNet(trader)).toBe(equity);
  });
});

test("simulator.orders() shows the book of a user without a request", async () => {
  const order_id = await placed(trader, { price: "1490" });
  expect(simulator.orders()).toEqual((await trader.get("/orders")).body.data);
  expect(simulator.orders("CASH01")[0]?.order_id).toBe(order_id);
  expect(() => simulator.orders("NOBODY")).toThrow(TypeError);
});
