import { expect, test } from "vitest";
import { startSimulator } from "../start.ts";
import { signIn } from "../testing/caller.ts";
import { rawPost } from "../testing/raw-request.ts";
import { cashUser, orderForm, TRADING_HOURS } from "../testing/trade.ts";
import { stormRules } from "./storm.ts";

test("after a storm the book holds exactly the orders whose requests did their work", async () => {
  // half a minute of hanging passes in 60 ms, and a request token lives for 600
  const clock = { start: TRADING_HOURS, speed: 500 };
  await using simulator = await startSimulator({ seed: 11, clock, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  const trader = await signIn(simulator);
  simulator.faults.set(stormRules({ chance: 0.6 }));
  const working: string[] = [];
  const answered: string[] = [];
  for (let count = 0; count < 150; count += 1) {
    const before = simulator.faults.injected.length;
    const tag = `order ${count}`;
    const form = orderForm({ tag, quantity: "1", price: count % 2 === 0 ? "1490" : "1510" });
    const { error, status, text } = await rawPost(simulator, trader, "/orders/regular", form);
    const struck = simulator.faults.injected.slice(before);
    if (struck.every(({ executed }) => executed)) working.push(tag);
    if (status === 200 && !error && text.includes("order_id")) answered.push(tag);
  }
  simulator.faults.clear();
  simulator.setTime(TRADING_HOURS + 6 * 3_600_000);
  const tags = simulator.orders().map(({ tag }) => tag);
  expect(tags).toEqual(working);
  expect(tags).toEqual(expect.arrayContaining(answered));
  expect(answered.length).toBeLessThan(90);
  expect(working.length).toBeGreaterThan(answered.length);
  expect(working.length).toBeLessThan(150);
  const kinds = new Set(simulator.faults.injected.map(({ fault }) => fault.kind));
  expect(kinds).toEqual(new Set(["drop", "hang", "status", "html", "cut", "timed-out", "latency", "late"]));
});
