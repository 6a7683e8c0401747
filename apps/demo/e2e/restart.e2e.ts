import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { figures } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const holdings = (page: Page) => page.getByRole("table", { name: /Holdings/ });
const light = (page: Page) => page.locator(".light");

test("a server that is gone is said so, the figures stay, and it all goes on by itself when it is back", async () => {
  const demo = startDemo(["--port", "0"]);
  const address = await addressOf(demo);
  const { page } = await openPage(browser);
  await page.goto(address);
  await figures(page);
  await demo.stop("SIGKILL");
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("alert").getByText("The demo's server does not answer.").waitFor();
  await page.getByText(/The figures below are of \d\d:\d\d:\d\d/).waitFor();
  expect(await holdings(page).locator("tbody tr").count()).toBeGreaterThan(5);
  await keepScreenshot(page, "stale");
  // its sessions are gone with it: on the simulated exchange the page gets in again by itself
  await addressOf(startDemo(["--port", new URL(address).port]));
  await page.getByRole("alert").waitFor({ state: "detached", timeout: 20_000 });
  expect(await page.getByRole("heading", { name: /logged out|has ended/ }).count()).toBe(0);
});

test("after the server was killed and started anew the light is green again and prices move, in the same page", async () => {
  const demo = startDemo(["--port", "0"]);
  const address = await addressOf(demo);
  const { page } = await openPage(browser);
  await page.goto(`${address}/#/market/NSE:INFY`);
  await light(page).getByText("Live", { exact: true }).waitFor();
  await page.evaluate(() => {
    document.body.dataset.samePage = "yes";
  });
  await demo.stop("SIGKILL");
  await light(page).getByText("Reconnecting", { exact: true }).waitFor();
  await addressOf(startDemo(["--port", new URL(address).port]));
  await light(page).getByText("Live", { exact: true }).waitFor({ timeout: 30_000 });
  const price = page.locator(".quote-price").first();
  const before = await price.textContent();
  await expect.poll(() => price.textContent(), { timeout: 20_000 }).not.toBe(before);
  expect(await page.evaluate(() => document.body.dataset.samePage)).toBe("yes");
});

test("where a login is needed, a server that was started anew asks for it, and leads back", async () => {
  const { simulator, demo, address } = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  await page.goto(`${address}/kite/login?returnTo=${encodeURIComponent("/#/funds")}`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("button", { name: "Account of Asha Menon" }).waitFor();
  await demo.stop("SIGKILL");
  const { apiKey, apiSecret, url } = simulator;
  const again = startDemo(["--port", new URL(address).port], {
    ...{ KITE_API_KEY: apiKey, KITE_API_SECRET: apiSecret, KITE_ENVIRONMENT: url },
  });
  await addressOf(again);
  await page.getByRole("heading", { name: "Your session has ended" }).waitFor({ timeout: 20_000 });
  await page.getByRole("link", { name: "Log in again" }).click();
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("button", { name: "Account of Asha Menon" }).waitFor();
  expect(page.url()).toBe(`${address}/#/funds`);
});
