import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { cashUser, orderOf, place, placed, type Row } from "../testing/trade.ts";

/** A Monday on which shares with derivatives close by auction. */
const DAY = "2026-08-03";

let simulator: Simulator;
let trader: Caller;
let now: number;
const at = (clock: string): number => Date.parse(`${DAY}T${clock}+05:30`);

beforeEach(async () => {
  now = at("08:45:00");
  const market = ["NSE:INFY", "NSE:360ONE", "NFO:INFY26AUGFUT"];
  simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], marketHours: "real", market });
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

async function quote(key = "NSE:INFY"): Promise<Row> {
  return (await trader.get(`/quote?i=${key}`)).body.data[key];
}

/** What would be bought in any case, by the last price at some time. */
async function keen(fields: Record<string, string> = {}): Promise<Record<string, string>> {
  const { last_price } = await quote(`NSE:${fields.tradingsymbol ?? "INFY"}`);
  return { product: "CNC", price: String(Math.round(last_price * 1.02)), ...fields };
}

const tryAt = async (clock: string, fields: Record<string, string> = {}): Promise<number> => {
  now = at(clock);
  return (await place(trader, await keen(fields))).status;
};

test("before the opening orders are collected, and meet when the market opens", async () => {
  expect(await tryAt("08:59:59")).toBe(400);
  now = at("09:03:00");
  const order_id = await placed(trader, await keen());
  now = at("09:14:59");
  expect(await orderOf(trader, order_id)).toMatchObject({ status: "OPEN", filled_quantity: 0 });
  expect(await tryAt("09:08:00")).toBe(400);
  now = at("09:15:00");
  const { ohlc } = await quote();
  const order = await orderOf(trader, order_id);
  expect(order.status).toBe("COMPLETE");
  expect(Math.abs(order.average_price - ohlc.open)).toBeLessThanOrEqual(0.5);
});

test("collected orders have a price or take any, and wait for nothing else", async () => {
  now = at("09:03:00");
  const { last_price } = await quote();
  const order = { product: "CNC", transaction_type: "BUY" };
  const market = { ...order, order_type: "MARKET", price: "0", market_protection: "-1" };
  const [trigger_price, price] = [1.05, 1.06].map((part) => String(Math.round(last_price * part)));
  const stop = { ...order, order_type: "SL", trigger_price: trigger_price ?? "", price: price ?? "" };
  expect((await place(trader, market)).status).toBe(200);
  expect((await place(trader, stop)).body.message).toMatch(/Stop orders/);
  expect((await place(trader, await keen({ validity: "IOC" }))).body.message).toMatch(/IOC orders/);
});

describe("the closing auction of a share with derivatives", () => {
  test("takes orders from 15:20 to 15:30, and lets them meet at the closing price", async () => {
    expect(await tryAt("15:14:59")).toBe(200);
    expect(await tryAt("15:15:00")).toBe(400);
    now = at("15:21:00");
    const before = await quote();
    const order_id = await placed(trader, await keen());
    now = at("15:29:59");
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "OPEN", filled_quantity: 0 });
    expect((await quote()).volume).toBe(before.volume);
    expect(await tryAt("15:30:00")).toBe(400);
    now = at("15:31:00");
    const { last_price, volume } = await quote();
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", average_price: last_price });
    expect(volume).toBeGreaterThan(before.volume);
    // within three percent of what it was when continuous trading ended
    expect(Math.abs(last_price / before.last_price - 1)).toBeLessThan(0.03);
  });

  test("is one candle of one price, after none for a quarter of an hour", async () => {
    now = at("18:00:00");
    const path = `/instruments/historical/408065/minute?from=${DAY}+15:14:00&to=${DAY}+16:00:00`;
    const { candles } = (await trader.get(path)).body.data;
    expect(candles.map(([time]: Row) => time.slice(11, 16))).toEqual(["15:14", "15:30"]);
    const [, [, open, high, low, close, volume]] = candles;
    expect([open, high, low]).toEqual([close, close, close]);
    expect(volume).toBeGreaterThan(1000);
    expect((await quote()).last_price).toBe(close);
  });

  test("is for no other share, and contracts trade on meanwhile", async () => {
    const other = { tradingsymbol: "360ONE" };
    expect(await tryAt("15:17:00", other)).toBe(200);
    expect(await tryAt("15:29:59", other)).toBe(200);
    expect(await tryAt("15:30:00", other)).toBe(400);
    const future = { exchange: "NFO", tradingsymbol: "INFY26AUGFUT", quantity: "400", product: "NRML", price: "1" };
    now = at("15:39:59");
    const { lower_circuit_limit } = await quote("NFO:INFY26AUGFUT");
    const order = { ...future, price: String(lower_circuit_limit), transaction_type: "BUY" };
    expect((await place(trader, order)).body.status).toBe("success");
    now = at("15:40:00");
    expect((await place(trader, order)).body.message).toMatch(/After Market Order/);
  });
});

test("after the close what is bought is bought at the closing price, until 16:00", async () => {
  expect(await tryAt("15:39:59")).toBe(400);
  now = at("15:45:00");
  const { last_price } = await quote();
  const [keenOne, shy] = [await placed(trader, await keen()), await placed(trader, await keen({ price: "1200" }))];
  expect(await orderOf(trader, keenOne)).toMatchObject({ status: "COMPLETE", average_price: last_price });
  now = at("16:00:00");
  expect(await orderOf(trader, shy)).toMatchObject({ status: "CANCELLED", filled_quantity: 0 });
  expect(await tryAt("16:00:01")).toBe(400);
});
