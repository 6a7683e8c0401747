import { expect, test } from "vitest";
import type { WeatherAnswer } from "../shared/demo-api.ts";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";

const order = new URLSearchParams({
  ...{ exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: "1" },
  ...{ product: "MIS", order_type: "MARKET", market_protection: "-1" },
});

async function open() {
  const dashboard = await startDashboard();
  const { origin } = dashboard;
  const browser = new Browser();
  await browser.logIn(origin, "SIM001");
  const { csrf_token } = (await browser.ask(`${origin}/kite/session`)).json().data as { csrf_token: string };
  const place = () =>
    browser.ask(`${origin}/kite/orders/regular`, {
      method: "POST",
      headers: { origin, "x-csrf-token": csrf_token, "content-type": "application/x-www-form-urlencoded" },
      body: String(order),
    });
  const turn = (bad: unknown) => browser.post(origin, "/demo/weather", { bad });
  const weather = async () => (await browser.ask(`${origin}/demo/weather`)).json() as unknown as WeatherAnswer;
  return { ...dashboard, browser, place, turn, weather };
}

test("bad weather loses the answer of an order that was taken; what it did is told, and ends with it", {
  timeout: 40_000,
}, async () => {
  const { place, turn, weather, simulator } = await open();
  const taken = () => simulator.orders().length;
  expect(await weather()).toEqual({ bad: false, count: 0, latest: null });
  expect((await turn(true)).json()).toEqual({ bad: true, count: 0, latest: null });
  const before = taken();
  // no answer came: it may have taken effect
  expect((await place()).status).toBe(504);
  const { bad, count, latest } = await weather();
  expect([bad, count, latest?.kind]).toEqual([true, 1, "hang"]);
  expect(latest?.late_ms).toBeGreaterThanOrEqual(4_500);
  expect(latest?.late_ms).toBeLessThanOrEqual(6_500);
  expect(taken()).toBe(before + 1);

  expect((await turn(false)).json()).toMatchObject({ bad: false });
  expect(simulator.faults.rules).toEqual([]);
  expect((await place()).status).toBe(200);
  expect((await turn(true)).json()).toEqual({ bad: true, count: 0, latest: null });
});

test("the page alone changes the weather, and says how", async () => {
  const { turn, browser, origin, simulator } = await open();
  expect((await turn("yes")).status).toBe(400);
  const headers = { origin: "https://evil.example", "content-type": "application/json" };
  const body = JSON.stringify({ bad: true });
  expect((await browser.ask(`${origin}/demo/weather`, { method: "POST", headers, body })).status).toBe(403);
  expect(simulator.faults.rules).toEqual([]);
});
