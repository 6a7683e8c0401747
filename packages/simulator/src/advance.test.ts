import { afterEach, expect, test } from "vitest";
import type { Simulator } from "./simulator.ts";
import { type Caller, signIn } from "./testing/caller.ts";
import { ist, startAt } from "./testing/stepped.ts";
import { orderOf, place, placed, type Row, statuses } from "./testing/trade.ts";
import { triggerForm } from "./testing/trigger-forms.ts";

let simulator: Simulator;
let trader: Caller;
afterEach(() => simulator.close());

async function open(start: string, options: Parameters<typeof startAt>[1] = {}): Promise<void> {
  simulator = await startAt(start, options);
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
}
const now = async (): Promise<number> => (await trader.get("/simulator/clock")).body.data.now;

test("the clock stands still until it is moved, and goes exactly as far as asked", async () => {
  await open("2026-03-02 10:15");
  expect(await now()).toBe(ist("2026-03-02 10:15"));
  simulator.advance("1m30s");
  expect(await now()).toBe(ist("2026-03-02 10:16:30"));
  simulator.advance("11:00");
  expect(await now()).toBe(ist("2026-03-02 11:00"));
  simulator.advance(250);
  expect(await now()).toBe(ist("2026-03-02 11:00") + 250);
});

test.each(["", "soon", "-5m", -1, Number.NaN])("advance refuses %j, and nothing has happened", async (span) => {
  await open("2026-03-02 10:15");
  expect(() => simulator.advance(span)).toThrow(TypeError);
  expect(await now()).toBe(ist("2026-03-02 10:15"));
});

test("a price that comes and goes on the way fills the order that waited for it, at its time", async () => {
  await open("2026-03-02 10:15");
  // a share whose price moves by itself; the highest price of the next two hours is one that it leaves again
  const key = "NSE:TCS";
  const token = (await trader.get(`/quote/ltp?i=${key}`)).body.data[key].instrument_token;
  await using later = await startAt("2026-03-02 12:15");
  const other = await signIn(later);
  const path = `/instruments/historical/${token}/minute?from=2026-03-02+10:17:00&to=2026-03-02+12:14:00`;
  const candles: Row[] = (await other.get(path)).body.data.candles;
  const top = candles.reduce((best, candle) => (candle[4] > best[4] ? candle : best));
  expect(candles.at(-1)?.[4]).toBeLessThan(top[4] - 2);
  const price = (Math.round(top[4] * 10) - 1) / 10;
  await placed(trader, {
    tradingsymbol: "TCS",
    price: (price - 1).toFixed(1),
    transaction_type: "BUY",
    product: "MIS",
  });
  const order_id = await placed(trader, {
    tradingsymbol: "TCS",
    price: (price - 0.1).toFixed(1),
    transaction_type: "SELL",
    product: "MIS",
  });
  simulator.advance("2h");
  const order = await orderOf(trader, order_id);
  expect(order).toMatchObject({ status: "COMPLETE", filled_quantity: 10 });
  expect(order.average_price).toBeGreaterThanOrEqual(price - 0.1);
  const filled = ist(order.exchange_update_timestamp);
  expect(filled).toBeGreaterThan(ist("2026-03-02 10:15"));
  expect(filled).toBeLessThanOrEqual(Date.parse(top[0].replace("+0530", "+05:30")) + 59_000);
});

test("everything has its own time: the end of a TTL, the opening, the close", async () => {
  await open("2026-03-02 08:30");
  const amo = await placed(trader, { price: "1510", product: "CNC" }, "amo");
  simulator.advance("10:00");
  expect(await orderOf(trader, amo)).toMatchObject({
    status: "COMPLETE",
    exchange_timestamp: expect.stringMatching(/^2026-03-02 09:/),
  });
  const short = { price: "1400", product: "CNC", validity: "TTL", validity_ttl: "7" };
  const ttl = await placed(trader, short);
  const day = await placed(trader, { price: "1400", product: "CNC" });
  simulator.advance("6h");
  expect(await orderOf(trader, ttl)).toMatchObject({
    status: "CANCELLED",
    exchange_update_timestamp: "2026-03-02 10:07:00",
  });
  expect(await orderOf(trader, day)).toMatchObject({ status: "CANCELLED" });
  expect(await statuses(trader, day)).toEqual([
    "PUT ORDER REQ RECEIVED",
    "VALIDATION PENDING",
    "OPEN PENDING",
    "OPEN",
    "CANCEL PENDING",
    "CANCELLED",
  ]);
});

test("a trigger fires on the way, and a later one of the same day finds what its order has left", async () => {
  await open("2026-03-02 10:15");
  const { trigger_id } = (await trader.form("POST", "/gtt/triggers", triggerForm())).body.data;
  simulator.setPrice("NSE:INFY", 1390);
  const row = (await trader.get(`/gtt/triggers/${trigger_id}`)).body.data;
  expect(row.orders[0].result.timestamp).toBe("2026-03-02 10:15:00");
});

test("tokens die on the way over six in the morning", async () => {
  await open("2026-03-02 23:00");
  simulator.advance("6h59m");
  expect((await trader.get("/user/profile")).status).toBe(200);
  simulator.advance("1m");
  expect((await trader.get("/user/profile")).status).toBe(403);
});

test("the same steps give the same bytes, whether the way is gone in one go or in many", async () => {
  const book = async (spans: readonly string[]): Promise<string> => {
    await using one = await startAt("2026-03-02 10:15");
    const caller = await signIn(one);
    for (const [side, price] of [
      ["BUY", "0.99"],
      ["SELL", "1.01"],
    ] as const) {
      const last = (await caller.get("/quote/ltp?i=NSE:TCS")).body.data["NSE:TCS"].last_price;
      const near = String(Math.round(last * ((Number(price) - 1) / 10 + 1)));
      await place(caller, { tradingsymbol: "TCS", transaction_type: side, price: near });
    }
    for (const span of spans) one.advance(span);
    return JSON.stringify([(await caller.get("/orders")).body, (await caller.get("/trades")).body]);
  };
  const parts = await book(["1h", "30m", "17s", "43s", "2h29m"]);
  expect(await book(["4h"])).toBe(parts);
  expect(parts).toContain("COMPLETE");
});

test("a jump lets nights and closes pass, and looks at no price on the way", async () => {
  await open("2026-03-02 10:15");
  const order_id = await placed(trader, { price: "1400", product: "CNC" });
  simulator.setTime("2026-03-02 15:45");
  expect(await orderOf(trader, order_id)).toMatchObject({ status: "CANCELLED" });
  simulator.setTime("2026-03-02 11:00");
  expect(await orderOf(trader, order_id)).toMatchObject({ status: "CANCELLED" });
});
