import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";
import { cashUser, orderForm, orderOf, place } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
let now: number;
const at = (text: string): number => Date.parse(`${text}:00+05:30`);

beforeEach(async () => {
  now = at("2026-03-02T10:15");
  simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], marketHours: "real" });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

/** Places an order at some minute, signing in again where a night has passed. */
async function placeAt(text: string, fields: Record<string, string> = {}, variety = "regular"): Promise<Answer> {
  now = at(text);
  const caller = await signIn(simulator);
  const last = (await caller.get("/quote/ltp?i=NSE:INFY")).body.data["NSE:INFY"].last_price;
  return place(caller, { price: String(last), ...fields }, variety);
}

const input = (message: string): Answer => refused(400, "InputException", message);
const convertible: Answer = {
  status: 400,
  type: "application/json",
  body: {
    status: "error",
    message: "Your order could not be converted to a After Market Order (AMO).",
    data: { hints: ["switch_to_amo"] },
    error_type: "InputException",
  },
};
const CNC = { product: "CNC" };

describe("real market hours", () => {
  test("orders are taken from the opening to the close, and others hear that an AMO would do", async () => {
    expect(await placeAt("2026-03-02T09:14", CNC)).toEqual(convertible);
    expect((await placeAt("2026-03-02T09:15", CNC)).status).toBe(200);
    expect((await placeAt("2026-03-02T15:29", CNC)).status).toBe(200);
    expect(await placeAt("2026-03-02T15:30", CNC)).toEqual(convertible);
    const iceberg = { ...CNC, quantity: "10", iceberg_legs: "2", iceberg_quantity: "5" };
    expect(await placeAt("2026-03-02T15:30", iceberg, "iceberg")).toEqual(input("Markets are closed right now."));
  });

  test.each(["2026-03-03", "2026-03-01", "2026-02-28"])(
    "%s is no trading day, and intraday orders hear it",
    async (day) => {
      expect(await placeAt(`${day}T11:00`)).toEqual(
        input("MIS (intraday) are blocked as the markets are not open today. Try placing an AMO order."),
      );
      expect(await placeAt(`${day}T11:00`, CNC)).toEqual(convertible);
      expect((await placeAt(`${day}T11:00`, CNC, "amo")).status).toBe(200);
    },
  );

  test("intraday orders end before the market does", async () => {
    expect((await placeAt("2026-03-02T15:11")).status).toBe(200);
    expect(await placeAt("2026-03-02T15:12")).toEqual(input("Intraday orders (MIS) are allowed only till 3:12 PM"));
  });

  test.each([
    ["08:57", 200],
    ["08:58", 400],
    ["12:00", 400],
    ["15:59", 400],
    ["16:00", 200],
    ["23:00", 200],
  ])("after-market orders at %s: %d", async (time, status) => {
    expect((await placeAt(`2026-03-02T${time}`, {}, "amo")).status).toBe(status);
  });

  test("commodities have hours of their own", async () => {
    const gold = { exchange: "MCX", tradingsymbol: "GOLDGUINEA26APRFUT", product: "NRML", quantity: "1" };
    now = at("2026-03-02T22:00");
    const caller = await signIn(simulator);
    const key = "MCX:GOLDGUINEA26APRFUT";
    const { last_price } = (await caller.get(`/quote/ltp?i=${key}`)).body.data[key];
    expect((await place(caller, { ...gold, price: String(last_price) })).status).toBe(200);
  });

  test("what is not filled by the close is withdrawn", async () => {
    const { order_id } = (await placeAt("2026-03-02T15:00", { ...CNC, price: "1400" })).body.data;
    now = at("2026-03-02T15:45");
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "CANCELLED",
      exchange_update_timestamp: "2026-03-02 15:30:00",
    });
  });

  test("nothing is triggered while the market is closed", async () => {
    const condition = { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [1400], last_price: 1500 };
    const { price: _, ...order } = orderForm({ product: "CNC" });
    const form = {
      type: "single",
      condition: JSON.stringify(condition),
      orders: JSON.stringify([{ ...order, quantity: 1, price: 1410 }]),
    };
    const { trigger_id } = (await trader.form("POST", "/gtt/triggers", form)).body.data;
    const status = async (): Promise<string> => (await trader.get(`/gtt/triggers/${trigger_id}`)).body.data.status;
    now = at("2026-03-02T20:00");
    simulator.setPrice("NSE:INFY", 1390);
    expect(await status()).toBe("active");
    now = at("2026-03-04T09:15");
    simulator.setPrice("NSE:INFY", 1390);
    trader = await signIn(simulator);
    expect(await status()).toBe("triggered");
  });
});

test("without real hours the night is as good as the day", async () => {
  await using always = await startSimulator({ seed: 7, clock: () => at("2026-03-01T03:00"), users: [cashUser] });
  always.setPrice("NSE:INFY", 1500);
  const caller = await signIn(always);
  const { order_id } = (await place(caller, { price: "1510" })).body.data;
  expect(await orderOf(caller, order_id)).toMatchObject({ status: "COMPLETE" });
});
