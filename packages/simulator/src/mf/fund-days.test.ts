import { afterEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { freshFund, heldFund } from "../testing/mutual-funds.ts";
import { ist, startAt } from "../testing/stepped.ts";
import type { Row } from "../testing/trade.ts";

let simulator: Simulator;
let saver: Caller;
afterEach(() => simulator.close());

/** A Monday before a holiday. */
async function open(start = "2026-03-02 11:00"): Promise<void> {
  simulator = await startAt(start, { users: [{ user_id: "SIM001", user_name: "Asha", portfolio: "trader" }] });
  saver = await signIn(simulator);
}
async function goTo(moment: string): Promise<void> {
  const { now } = (await saver.get("/simulator/clock")).body.data;
  simulator.advance(ist(moment) - now);
  if ((await saver.get("/user/profile")).status === 403) saver = await signIn(simulator);
}
const place = async (fields: Record<string, string>): Promise<string> =>
  (await saver.form("POST", "/mf/orders", fields)).body.data.order_id;
const read = async (order_id: string): Promise<Row> => (await saver.get(`/mf/orders/${order_id}`)).body.data;
const held = async (isin: string): Promise<Row> =>
  (await saver.get("/mf/holdings")).body.data.find((row: Row) => row.tradingsymbol === isin);
const sip = async (sip_id: string): Promise<Row> => (await saver.get(`/mf/sips/${sip_id}`)).body.data;
const ordersOf = async (isin: string): Promise<Row[]> =>
  (await saver.get("/mf/orders?from=2026-01-01&to=2027-12-31")).body.data.filter(
    (row: Row) => row.tradingsymbol === isin,
  );

describe("an order for units", () => {
  test("goes to the fund house at the cut-off, and comes back with units at the value of that day", async () => {
    await open();
    const isin = await freshFund(saver);
    const order_id = await place({ tradingsymbol: isin, transaction_type: "BUY", amount: "10000" });
    expect(await read(order_id)).toMatchObject({ status: "OPEN", exchange_order_id: null, quantity: 0 });
    await goTo("2026-03-02 13:30");
    const sent = await read(order_id);
    expect(sent).toMatchObject({ status: "OPEN", exchange_timestamp: "2026-03-02", quantity: 0 });
    expect(sent.exchange_order_id).toMatch(/^\d{9}$/);
    expect((await saver.form("DELETE", `/mf/orders/${order_id}`, {})).status).toBe(400);
    await goTo("2026-03-03 23:00");
    expect(await read(order_id)).toMatchObject({ status: "OPEN" });
    await goTo("2026-03-04 00:00");
    const done = await read(order_id);
    expect(done).toMatchObject({ status: "COMPLETE", last_price_date: "2026-03-02", purchase_type: "FRESH" });
    expect(done.average_price).toBe(done.last_price);
    expect(done.quantity).toBeCloseTo(10_000 / done.average_price, 2);
    expect(done.quantity * done.average_price).toBeLessThanOrEqual(10_000);
    const holding = await held(isin);
    expect(holding).toMatchObject({ quantity: done.quantity, average_price: done.average_price, folio: done.folio });
    expect(holding.folio).toMatch(/^\d{8}$/);
    expect((await saver.get("/mf/allotments")).body.data).toContain(isin);
    expect((await saver.get(`/mf/holdings/${isin}`)).body.data).toMatchObject([
      { quantity: done.quantity, exchange_timestamp: "2026-03-02", variety: "regular", folio: done.folio },
    ]);
  });

  test("that comes after the cut-off gets the value of the next trading day", async () => {
    await open("2026-03-02 13:30");
    const isin = await freshFund(saver);
    const order_id = await place({ tradingsymbol: isin, transaction_type: "BUY", amount: "10000" });
    await goTo("2026-03-04 13:29");
    expect(await read(order_id)).toMatchObject({ status: "OPEN", exchange_timestamp: null });
    await goTo("2026-03-05 09:00");
    expect(await read(order_id)).toMatchObject({ status: "COMPLETE", exchange_timestamp: "2026-03-04" });
  });

  test("to sell takes units, and one for those that another has been promised is refused", async () => {
    await open();
    const { tradingsymbol, quantity, average_price } = await heldFund(saver);
    const sell = { tradingsymbol, transaction_type: "SELL" };
    const part = await place({ ...sell, quantity: "1.5" });
    const all = await place({ ...sell, quantity: String(quantity) });
    // before a standing order of the same fund buys again
    await goTo("2026-03-09 10:00");
    expect(await read(part)).toMatchObject({ status: "COMPLETE", quantity: 1.5, amount: 0 });
    // both were there when they were asked for
    expect(await read(all)).toMatchObject({ status: "REJECTED", status_message: "Insufficient holdings." });
    const left = Math.round((quantity - 1.5) * 1000) / 1000;
    expect(await held(tradingsymbol)).toMatchObject({ quantity: left, average_price });
    expect((await saver.get(`/mf/holdings/${tradingsymbol}`)).body.data).toMatchObject([{ quantity: left }]);
  });

  test("that nobody pays for is refused in the end", async () => {
    await open();
    const waiting = (await saver.get("/mf/orders")).body.data.find((row: Row) => row.status === "OPEN");
    expect(waiting.status_message).toBe("Order is waiting for the payment.");
    await goTo("2026-03-12 10:00");
    expect(await read(waiting.order_id)).toMatchObject({
      status: "REJECTED",
      status_message: "Payment was not received.",
    });
  });
});

describe("a standing order", () => {
  const wish = { frequency: "weekly", instalments: "3", amount: "1000", tag: "save" };
  const create = async (fields: Record<string, string> = {}): Promise<[string, string]> => {
    const isin = await freshFund(saver);
    const answer = await saver.form("POST", "/mf/sips", { ...wish, tradingsymbol: isin, ...fields });
    return [answer.body.data.sip_id, isin];
  };

  test("places its orders on its days, until the last one", async () => {
    await open();
    const [sip_id, isin] = await create();
    expect(await sip(sip_id)).toMatchObject({ next_instalment: "2026-03-09", pending_instalments: 3 });
    await goTo("2026-03-09 09:14");
    expect(await ordersOf(isin)).toEqual([]);
    await goTo("2026-03-09 09:15");
    expect(await ordersOf(isin)).toMatchObject([
      { variety: "sip", amount: 1000, tag: "save", order_timestamp: "2026-03-09 09:15:00", status: "OPEN" },
    ]);
    expect(await sip(sip_id)).toMatchObject({
      next_instalment: "2026-03-16",
      completed_instalments: 1,
      pending_instalments: 2,
      last_instalment: "2026-03-09 09:15:00",
    });
    await goTo("2026-04-10 10:00");
    expect(await ordersOf(isin)).toHaveLength(3);
    expect((await ordersOf(isin)).map(({ purchase_type }) => purchase_type)).toEqual([
      "FRESH",
      "ADDITIONAL",
      "ADDITIONAL",
    ]);
    expect(await sip(sip_id)).toMatchObject({ status: "CANCELLED", pending_instalments: 0, completed_instalments: 3 });
    const holding = await held(isin);
    const bought = (await ordersOf(isin)).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(holding.quantity).toBeCloseTo(bought, 6);
    expect((await saver.get(`/mf/holdings/${isin}`)).body.data).toHaveLength(3);
  });

  test("waits for the next trading day when its own is a holiday", async () => {
    await open("2026-02-24 11:00");
    const [sip_id, isin] = await create();
    await goTo("2026-03-04 10:00");
    expect((await ordersOf(isin)).map(({ order_timestamp }) => order_timestamp)).toEqual(["2026-03-04 09:15:00"]);
    expect(await sip(sip_id)).toMatchObject({ next_instalment: "2026-03-10" });
  });

  test("takes nothing while it is paused, and nothing more when it is cancelled", async () => {
    await open();
    const [sip_id, isin] = await create();
    await saver.form("PUT", `/mf/sips/${sip_id}`, { status: "paused" });
    await goTo("2026-03-17 10:00");
    expect(await ordersOf(isin)).toEqual([]);
    expect(await sip(sip_id)).toMatchObject({
      status: "PAUSED",
      next_instalment: "2026-03-23",
      pending_instalments: 3,
    });
    await saver.form("PUT", `/mf/sips/${sip_id}`, { status: "active" });
    await goTo("2026-03-25 10:00");
    expect(await ordersOf(isin)).toHaveLength(1);
    await saver.form("DELETE", `/mf/sips/${sip_id}`, {});
    await goTo("2026-04-25 10:00");
    expect(await ordersOf(isin)).toHaveLength(1);
  });

  test("grows on the days that its step up names", async () => {
    await open();
    const [sip_id, isin] = await create({ step_up: '{"12-03":10}', instalments: "-1" });
    await goTo("2026-03-25 10:00");
    expect((await ordersOf(isin)).map(({ amount }) => amount)).toEqual([1000, 1100, 1100]);
    expect(await sip(sip_id)).toMatchObject({ instalment_amount: 1100, pending_instalments: -1 });
  });
});
