import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { lastPrice, orders, pad } from "./orders-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A machine that does other things too takes its time. */
const patience = { timeout: 10_000 };

/** Counts what a mouse, a finger or a pen does on the page. */
const countPointers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(window, { pointers: 0 });
    const count = () => Object.assign(window, { pointers: (window as never as { pointers: number }).pointers + 1 });
    for (const type of ["pointerdown", "mousedown", "touchstart"]) addEventListener(type, count, { capture: true });
  });

test("from / to the outcome without a mouse: an instrument is found, a limit order for it written, sent and seen", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  await page.goto(`${address}/#/market`);
  await page.getByRole("button", { name: /Refresh/ }).waitFor();
  await countPointers(page);
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: /^Search for an instrument/ }).waitFor();
  await page.keyboard.type("infy");
  await page.getByRole("option", { name: /INFY/ }).first().waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("option", { name: /Buy INFY/ }).waitFor();
  await page.keyboard.press("b");
  await orders(page);
  await expect.poll(() => focused(page), patience).toBe("Quantity");
  await expect.poll(() => pad(page).getByLabel("Price").inputValue(), patience).not.toBe("");
  const price = String(Math.floor((await lastPrice(page)) * 0.95));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("3");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Price");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(price);
  await keepScreenshot(page, "orders-by-keyboard");
  await page.keyboard.press("Enter");
  const outcome = pad(page).getByRole("region", { name: "Outcome" });
  await outcome.waitFor();
  await expect.poll(() => outcome.evaluate((element) => element === document.activeElement), patience).toBe(true);
  await outcome.getByText("Placed", { exact: true }).waitFor();
  await outcome
    .getByText(`Buy 3 shares of INFY on NSE as CNC, at ₹${Number(price).toLocaleString("en-IN")}`, { exact: false })
    .waitFor();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("New order");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page), patience).toBe("Instrument");
  expect(await page.evaluate(() => (window as never as { pointers: number }).pointers)).toBe(0);
});

test("an address chooses what to trade and the side, when the view is entered and while it is there, twice too", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  await page.goto(`${address}/#/orders/NSE:INFY?side=SELL`);
  await orders(page);
  await pad(page).getByRole("button", { name: "Sell INFY" }).waitFor();
  const price = pad(page).getByLabel("Price");
  await expect.poll(() => price.inputValue(), patience).not.toBe("");
  const ofInfy = await price.inputValue();
  for (let time = 0; time < 2; time += 1) {
    await pad(page).getByLabel("Quantity").fill("9");
    await page.evaluate(() => location.assign("#/orders/NSE:TCS?side=BUY"));
    await pad(page).getByRole("button", { name: "Buy TCS" }).waitFor();
    await expect.poll(() => pad(page).getByLabel("Quantity").inputValue(), patience).toBe("1");
    await expect.poll(() => focused(page), patience).toBe("Quantity");
    expect(await price.inputValue()).not.toBe(ofInfy);
  }
});
