import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { market, openPart, openWithOwnSimulator, panel, placeLimit } from "./market-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const watchlist = (page: Page) => panel(page, "Watchlist");
const row = (page: Page, key: string) =>
  watchlist(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: `Remove ${key}` }) });
const price = (page: Page, key: string) => row(page, key).locator(".flash-price");
const light = (page: Page) => watchlist(page).locator(".light");

/** Noon in India on the latest weekday that is over: the simulated market is open then, and bars are made. */
function latestNoon(now = Date.now()): number {
  const day = 86_400_000;
  let noon = Math.floor(now / day) * day - day + 6.5 * 3_600_000;
  while ([0, 6].includes(new Date(noon).getUTCDay())) noon -= day;
  return noon;
}

test("prices arrive and change in the page, with an arrow that says where to", async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
  await light(page).getByText("Live", { exact: true }).waitFor();
  simulator.setPrice("NSE:INFY", 1500);
  await price(page, "NSE:INFY").getByText("1,500.00", { exact: true }).waitFor();
  simulator.setPrice("NSE:INFY", 1512.5);
  await price(page, "NSE:INFY").getByText("1,512.50", { exact: true }).waitFor();
  expect(await row(page, "NSE:INFY").locator(".flash").getAttribute("class")).toBe("flash up");
  simulator.setPrice("NSE:INFY", 1490.1);
  await price(page, "NSE:INFY").getByText("1,490.10", { exact: true }).waitFor();
  expect(await row(page, "NSE:INFY").locator(".flash").getAttribute("class")).toBe("flash down");
  // the usual ones are there: an index without a volume, shares, and a future
  expect(await watchlist(page).getByRole("listitem").count()).toBe(5);
  expect(await row(page, "NSE:NIFTY 50").locator(".watch-volume").textContent()).toBe("");
  expect(await row(page, "NSE:SBIN").locator(".watch-volume").textContent()).toMatch(/^Volume [\d,]+$/);
});

test("quote and depth follow the stream, not the next question", async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
  await market(page);
  await light(page).getByText("Live", { exact: true }).waitFor();
  await page.getByLabel("Auto refresh").uncheck();
  simulator.setPrice("NSE:INFY", 1533.2);
  await page.locator(".quote-last", { hasText: "1,533.20" }).waitFor();
  const first = (await page.locator(".depth .bids th").first().textContent()) ?? "";
  const best = Number(first.replace("Buyers, 1.", "").replaceAll(/[\s,]/g, ""));
  expect(Math.abs(best - 1533.2)).toBeLessThan(5);
});

test("the last candle follows the stream", async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/funds");
  simulator.setTime(latestNoon());
  await page.goto(`${page.url().split("#")[0]}#/market/NSE:INFY`);
  await market(page);
  const close = page.locator(".read-price", { hasText: "C" }).last();
  await page.getByLabel("Auto refresh").uncheck();
  simulator.setPrice("NSE:INFY", 1544.4);
  await close.getByText("1,544.40").waitFor();
  simulator.setPrice("NSE:INFY", 1541.1);
  await close.getByText("1,541.10").waitFor();
  await page.getByRole("button", { name: "Show as a table" }).click();
  const cells = await page.locator(".candle-table tbody tr").first().locator("td").allInnerTexts();
  // the highest price stays that of the moment before
  expect(cells[1]).toBe("1,544.40");
  expect(cells[3]).toBe("1,541.10");
});

test("the watchlist says what is wrong, when it is tried again, and that it is back, and nothing moves", async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
  await light(page).getByText("Live", { exact: true }).waitFor();
  const places = async () => [await watchlist(page).boundingBox(), await row(page, "NSE:INFY").boundingBox()];
  const before = await places();
  simulator.stream.refuse(503);
  simulator.stream.kill();
  await light(page).getByText("Reconnecting").waitFor();
  await watchlist(page).getByText("The exchange ended or refused the connection (HTTP 503).").waitFor();
  await watchlist(page)
    .getByText(/^Next try \d\d:\d\d:\d\d$/)
    .waitFor();
  expect(await places()).toEqual(before);
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "live-reconnecting");
  simulator.stream.accept();
  await light(page).getByText("Live", { exact: true }).waitFor({ timeout: 20_000 });
  // and prices with it
  simulator.setPrice("NSE:INFY", 1555.5);
  await price(page, "NSE:INFY").getByText("1,555.50", { exact: true }).waitFor();

  simulator.stream.silence();
  await light(page)
    .getByText(/Silent|Reconnecting/)
    .waitFor({ timeout: 20_000 });
  simulator.stream.resume();
  await light(page).getByText("Live", { exact: true }).waitFor({ timeout: 30_000 });
});

test("the light says so when the demo's own server is gone", async () => {
  const demo = startDemo(["--port", "0"]);
  const { page } = await openPage(browser);
  await page.goto(`${await addressOf(demo)}/#/market`);
  await light(page).getByText("Live", { exact: true }).waitFor();
  await demo.stop();
  await light(page).getByText("Reconnecting").waitFor();
  await watchlist(page)
    .getByText(/The demo's server/)
    .waitFor();
});

test("an instrument is added after it was searched for, removed, and both are kept", async () => {
  const { page } = await openWithOwnSimulator(browser, "#/market/NSE:TCS");
  await watchlist(page).getByRole("button", { name: "Add NSE:TCS" }).click();
  await price(page, "NSE:TCS").waitFor();
  await row(page, "NSE:SBIN").getByRole("button", { name: "Remove NSE:SBIN" }).click();
  expect(await watchlist(page).getByRole("listitem").count()).toBe(5);
  await page.reload();
  await price(page, "NSE:TCS").waitFor();
  expect(await watchlist(page).getByRole("listitem").count()).toBe(5);
  expect(await row(page, "NSE:SBIN").count()).toBe(0);
  await row(page, "NSE:INFY").getByRole("link").click();
  await panel(page, /^INFY/).waitFor();
});

test("by the keyboard, a row is moved, removed, and bought", async () => {
  const { page } = await openWithOwnSimulator(browser, "#/market/NSE:TCS");
  await price(page, "NSE:SBIN").waitFor();
  const symbols = () => watchlist(page).locator(".symbol").allTextContents();
  const before = await symbols();
  const link = (key: string) => row(page, key).getByRole("link");
  await link("NSE:INFY").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(async () => (await symbols())[2]).toBe("INFY");
  await expect.poll(() => focused(page)).toMatch(/^INFY NSE/);
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(symbols).toEqual(before);
  await expect.poll(() => focused(page)).toMatch(/^INFY NSE/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focused(page)).toMatch(/^RELIANCE NSE/);
  await page.keyboard.press("Delete");
  await page.getByText("NSE:RELIANCE is not watched any more.").waitFor();
  await expect.poll(() => focused(page)).toMatch(/^SBIN NSE/);
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Sell SBIN" }).waitFor();
});

test("an order that fills shows by itself", async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/orders");
  await panel(page, /Order book/)
    .getByRole("table")
    .waitFor();
  await page.getByLabel("Auto refresh").uncheck();
  simulator.setPrice("NSE:INFY", 1500);
  await expect.poll(() => simulator.stream.connections.length).toBe(1);
  await placeLimit(simulator, 1480);
  // the exchange says nothing of the first acceptance of an order
  await page.getByRole("button", { name: "Refresh" }).click();
  const placed = page.getByRole("row", { name: /INFY/ }).filter({ hasText: "1,480.00" });
  const status = placed.locator(".order-status");
  await status.getByText("Open", { exact: true }).waitFor();
  simulator.setPrice("NSE:INFY", 1470);
  await status.getByText("Complete", { exact: true }).waitFor();
  await page.getByText("INFY, buy 3: complete").waitFor();
});

test("nothing secret is in what the page sends and hears", async () => {
  const { simulator, page } = await openWithOwnSimulator(browser, "#/funds");
  const said: string[] = [];
  page.on("websocket", (socket) => {
    said.push(socket.url());
    const hear = ({ payload }: { payload: string | Buffer }) => void said.push(payload.toString());
    socket.on("framesent", hear);
    socket.on("framereceived", hear);
  });
  page.on("request", (request) => said.push(request.url()));
  await page.goto(`${page.url().split("#")[0]}#/market/NSE:INFY`);
  await market(page);
  await price(page, "NSE:INFY").waitFor();
  const all = said.join("\n");
  expect(all).toMatch(/ws:\/\/127\.0\.0\.1:\d+\/kite(\n|$)/);
  expect(all).toContain('{"a":"subscribe"');
  for (const secret of [simulator.apiKey, simulator.apiSecret, "access_token", "api_key"]) {
    expect(all).not.toContain(secret);
  }
});

test("a session that ends is noticed by the page itself, and prices go on after the next login", async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
  await light(page).getByText("Live", { exact: true }).waitFor();
  await page.getByLabel("Auto refresh").uncheck();
  simulator.expireSessions();
  simulator.stream.kill();
  await page.getByRole("heading", { name: "Your session has ended" }).waitFor({ timeout: 20_000 });
  await page.getByRole("link", { name: "Log in again" }).click();
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await light(page).getByText("Live", { exact: true }).waitFor();
  simulator.setPrice("NSE:INFY", 1522.2);
  await price(page, "NSE:INFY").getByText("1,522.20", { exact: true }).waitFor();
});

describe.each([
  ["light", { width: 1440, height: 900 }],
  ["light", { width: 800, height: 1000 }],
  ["dark", { width: 360, height: 780 }],
] as const)("in the %s theme on %o", (colorScheme, viewport) => {
  test("it fits, stays where it is while prices move, and axe finds nothing wrong", async () => {
    const page = await openPart(browser, "#/market", { colorScheme, viewport, reducedMotion: "reduce" });
    await market(page);
    const moving = page.locator(".watch .flash-arrow svg").first();
    await moving.waitFor();
    const boxes = () =>
      watchlist(page).evaluate((place) =>
        [...place.querySelectorAll(".watch")].map((each) => each.getBoundingClientRect().height),
      );
    const before = await boxes();
    await expect.poll(() => page.locator(".watch .flash-arrow svg").count(), { timeout: 15_000 }).toBeGreaterThan(2);
    expect(await boxes()).toEqual(before);
    await expectToFit(page);
    await keepScreenshot(page, `live-${colorScheme}-${viewport.width}`);
    expect(await problemsOf(page)).toEqual([]);
  });
});
