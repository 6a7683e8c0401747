import type { startSimulator } from "@kite/simulator";
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

test("a real login ends on the dashboard, with the totals that the exchange's rows add up to", async () => {
  const { simulator, demo, address } = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  await page.goto(address);
  await page.getByRole("heading", { name: "You are logged out" }).waitFor();
  await keepScreenshot(page, "logged-out", false);
  await page.getByRole("link", { name: "Log in" }).click();
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await figures(page);
  expect(page.url()).toBe(`${address}/`);

  const rows = await rowsFrom(simulator, "SIM001");
  // in hundred-thousandths of a rupee: average prices have five decimals, and whole numbers add up exactly
  const total = (price: "last_price" | "average_price") =>
    rows.reduce((sum, row) => sum + Math.round(row[price] * 100_000) * (row.quantity + row.t1_quantity), 0);
  const tile = (name: string) =>
    page
      .getByRole("region", { name: "Summary of the holdings" })
      .locator(".tile", { hasText: name })
      .locator(".tile-figure");
  expect(await tile("Current value").textContent()).toBe(rupees(total("last_price")));
  expect(await tile("Invested").textContent()).toBe(rupees(total("average_price")));
  expect(await tile("Total P&L").textContent()).toContain(
    rupees(Math.abs(total("last_price") - total("average_price"))),
  );
  expect(await holdings(page).locator("tbody tr").count()).toBe(rows.length);

  // the account is not for other browsers of this machine
  const other = await openPage(browser);
  await other.page.goto(address);
  await other.page.getByRole("heading", { name: "You are logged out" }).waitFor();
  expect(demo.output()).toContain("A browser has logged in");
  expect(demo.output()).not.toContain(simulator.apiSecret);
});

test("an expired session leads to a new login, and back to where one was", async () => {
  const { simulator, address } = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await figures(page);
  await page.goto(`${address}/#/funds`);
  await page.getByRole("heading", { level: 1, name: "Margins" }).waitFor({ state: "attached" });
  simulator.expireSessions();
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "Your session has ended" }).waitFor();
  expect(await page.locator(".panel").count()).toBe(0);
  await keepScreenshot(page, "expired", false);
  await page.getByRole("link", { name: "Log in again" }).click();
  await page.getByRole("button", { name: /Tara Singh/ }).click();
  await page.getByRole("button", { name: "Account of Tara Singh" }).waitFor();
  expect(page.url()).toBe(`${address}/#/funds`);
  await page.getByRole("heading", { level: 1, name: "Margins" }).waitFor({ state: "attached" });
});

test("a login that another site has started is refused on the page, in words", async () => {
  const { simulator, address } = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  const { request_token } = await simulator.login();
  await page.goto(`${address}/kite/callback?status=success&request_token=${request_token}&state=forged`);
  await page.getByText("That login was not started in this browser").waitFor();
  expect(page.url()).toBe(`${address}/`);
});

test("on the simulated exchange: in at once, out for good, in as the user with nothing, and the session expires", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  await page.goto(address);
  await figures(page);
  await page.getByRole("button", { name: "Account of Asha Menon" }).click();
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("heading", { name: "You are logged out" }).waitFor();
  // who has left is not let in by a reload, nor in another tab
  await page.reload();
  await page.getByRole("heading", { name: "You are logged out" }).waitFor();
  const tab = await page.context().newPage();
  await tab.goto(address);
  await tab.getByRole("heading", { name: "You are logged out" }).waitFor();
  await tab.close();
  await page.getByRole("link", { name: "Log in" }).click();
  await page.getByRole("button", { name: /Ravi Kapoor/ }).click();
  await page.getByText("No holdings yet").waitFor();
  await page.getByText("No positions today").waitFor();
  await keepScreenshot(page, "empty");
  await page.getByRole("button", { name: "Account of Ravi Kapoor" }).click();
  await page.getByRole("button", { name: "Let the session expire" }).click();
  await page.getByRole("heading", { name: "Your session has ended" }).waitFor();
});

test("outlines stand where the figures will be, while they are on their way", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/kite\/(user|portfolio)\//, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address);
  await page.getByText("Simulated exchange").waitFor();
  const heightOf = (name: string) => page.locator(name).evaluate((element) => element.getBoundingClientRect().height);
  const before = await Promise.all([heightOf(".summary"), heightOf(".bar"), heightOf(".board-side .panel >> nth=0")]);
  await keepScreenshot(page, "loading");
  release();
  await figures(page);
  expect(await Promise.all([heightOf(".summary"), heightOf(".bar"), heightOf(".board-side .panel >> nth=0")])).toEqual(
    before,
  );
});

test("without any figures there is nothing but the problem and what to do; trying again helps", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  const failure = { status: "error", message: "Kite is being mended", data: null, error_type: "GeneralException" };
  let refusals = 0;
  await page.route("**/kite/portfolio/holdings", (route) => {
    refusals += 1;
    return route.fulfill({ status: 500, json: failure });
  });
  await page.goto(address);
  await page.getByRole("heading", { name: "There is nothing to show" }).waitFor();
  await page.getByText(/Kite is being mended/).waitFor();
  await keepScreenshot(page, "error", false);
  // the problem stays while the page tries again by itself
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector(".summary")) document.body.dataset.flickered = "yes";
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await expect.poll(() => refusals, { timeout: 15_000 }).toBeGreaterThan(2);
  expect(await page.evaluate(() => document.body.dataset.flickered)).toBeUndefined();
  await page.unroute("**/kite/portfolio/holdings");
  await page.getByRole("button", { name: "Try again" }).click();
  await figures(page);
});

interface Row {
  readonly quantity: number;
  readonly t1_quantity: number;
  readonly average_price: number;
  readonly last_price: number;
}

/** Asks the exchange for the holdings without the SDK. */
async function rowsFrom(simulator: Awaited<ReturnType<typeof startSimulator>>, user_id: string): Promise<Row[]> {
  const { apiKey, apiSecret, url } = simulator;
  const { request_token } = await simulator.login({ user_id });
  const text = new TextEncoder().encode(apiKey + request_token + apiSecret);
  const checksum = Buffer.from(await crypto.subtle.digest("SHA-256", text)).toString("hex");
  const body = new URLSearchParams({ api_key: apiKey, request_token, checksum });
  const session = await (await fetch(`${url}/session/token`, { method: "POST", body })).json();
  const headers = { authorization: `token ${apiKey}:${session.data.access_token}` };
  return (await (await fetch(`${url}/portfolio/holdings`, { headers })).json()).data;
}

/** Writes hundred-thousandths of a rupee as the page does, by hand. */
function rupees(hundredThousandths: number): string {
  const paise = Math.round(hundredThousandths / 1000);
  const whole = String(Math.floor(paise / 100));
  const grouped = `${whole.slice(0, -3).replaceAll(/\B(?=(\d{2})+$)/g, ",")},${whole.slice(-3)}`.replace(/^,/, "");
  return `₹${grouped}.${String(paise % 100).padStart(2, "0")}`;
}
