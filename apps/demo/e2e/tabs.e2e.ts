import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, startBrowser } from "./browser.ts";
import { figures } from "./dashboard-page.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const refresh = (page: Page) => page.getByRole("button", { name: "Refresh" }).click();

test("two tabs live on one budget: the exchange refuses nothing, and what both read at once is read once", async () => {
  const { simulator, address } = await startWithOwnSimulator({ rateLimits: true, latencyMs: 100 });
  const { page: one } = await openPage(browser);
  await one.goto(`${address}/kite/login`);
  await one.getByRole("button", { name: /Asha Menon/ }).click();
  await figures(one);
  const other = await one.context().newPage();
  await other.goto(`${address}/#/portfolio`);
  await figures(other);
  const before = simulator.requests.length;
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([refresh(one), refresh(other)]);
    await expect.poll(() => one.locator(".busy").count(), { timeout: 15_000 }).toBe(0);
  }
  await other.goto(`${address}/#/market/NSE:INFY`);
  await other.locator(".quote-price").first().waitFor();
  await Promise.all([refresh(one), refresh(other)]);
  await expect.poll(() => other.locator(".busy").count(), { timeout: 15_000 }).toBe(0);

  const asked = simulator.requests.slice(before);
  expect(asked.filter(({ status }) => status >= 400)).toEqual([]);
  // quotes and candles have limits of their own
  const isQuote = ({ path }: { path: string }) => path.startsWith("/quote");
  const isHistory = ({ path }: { path: string }) => path.startsWith("/instruments/historical");
  expect(mostInASecond(asked.filter(isQuote))).toBeLessThanOrEqual(1);
  expect(mostInASecond(asked.filter(isHistory))).toBeLessThanOrEqual(3);
  expect(mostInASecond(asked.filter((one) => !isQuote(one) && !isHistory(one)))).toBeLessThanOrEqual(10);
  const statistics = await one.evaluate(async () => (await fetch("/demo/statistics")).json());
  expect(statistics.shared).toBeGreaterThan(0);
  // what the footer says
  await refresh(one);
  const all = one.getByRole("region", { name: "All tabs together" });
  await expect.poll(() => all.textContent()).toMatch(/shared reads[1-9]/);
});

/** The most requests that came within any one second. */
function mostInASecond(requests: readonly { readonly at: Date }[]): number {
  const times = requests.map(({ at }) => at.getTime());
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length));
}
