import { expect, test } from "vitest";
import type { OrdersAnswer, PlacementLine } from "../shared/orders-api.ts";
import type { WeatherAnswer } from "../shared/weather-api.ts";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";

const order = {
  ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1 },
  ...{ product: "MIS", order_type: "MARKET", market_protection: -1 },
};

async function open(...how: Parameters<typeof startDashboard>) {
  const dashboard = await startDashboard(...how);
  await dashboard.logIn("SIM001");
  const browser = new Browser();
  const { origin } = dashboard;
  const post = (path: string, body: unknown) => browser.post(origin, path, body);
  const read = async <T>(path: string) => (await browser.ask(origin + path)).json() as T;
  return { ...dashboard, browser, post, read };
}

test("bad weather loses the answer of an order that survives; what it did is told, and ends with it", {
  timeout: 40_000,
}, async () => {
  const { post, read, simulator } = await open();
  expect(await read<WeatherAnswer>("/api/weather")).toEqual({ bad: false, count: 0, latest: null });
  expect((await post("/api/weather", { bad: true })).json()).toEqual({ bad: true, count: 0, latest: null });
  const { text } = await post("/api/orders", order);
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line): PlacementLine => JSON.parse(line));
  const stages = lines.flatMap((line) => ("step" in line ? line.step.stage : []));
  expect(stages).toContain("doubtful");
  expect(lines.at(-1)).toMatchObject({ end: { outcome: "placed" } });
  const { bad, count, latest } = await read<WeatherAnswer>("/api/weather");
  expect([bad, count, latest?.kind]).toEqual([true, 1, "hang"]);
  expect(latest?.late_ms).toBeGreaterThanOrEqual(4_500);
  expect(latest?.late_ms).toBeLessThanOrEqual(6_500);
  const { orders } = await read<OrdersAnswer>("/api/orders");
  expect(orders.filter(({ tradingsymbol, product }) => tradingsymbol === "INFY" && product === "MIS")).toHaveLength(1);

  expect((await post("/api/weather", { bad: false })).json()).toMatchObject({ bad: false });
  expect(simulator.faults.rules).toEqual([]);
  expect((await post("/api/orders", order)).text).not.toContain("doubtful");
  expect((await post("/api/weather", { bad: true })).json()).toEqual({ bad: true, count: 0, latest: null });
});

test("there is weather on the simulated exchange alone, and the page alone changes it", async () => {
  const { post, browser, origin, simulator } = await open();
  expect((await post("/api/weather", { bad: "yes" })).status).toBe(400);
  const headers = { origin: "https://evil.example", "content-type": "application/json" };
  const body = JSON.stringify({ bad: true });
  expect((await browser.ask(`${origin}/api/weather`, { method: "POST", headers, body })).status).toBe(403);
  expect(simulator.faults.rules).toEqual([]);
  const real = await startDashboard("production");
  const owner = new Browser();
  await owner.logIn(real.origin, "SIM001");
  expect((await owner.post(real.origin, "/api/weather", { bad: true })).json().code).toBe("NotSimulated");
  expect(real.simulator.faults.rules).toEqual([]);
});
