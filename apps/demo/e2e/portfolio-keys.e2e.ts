import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepScreenshot, startBrowser } from "./browser.ts";
import { focused, openDashboard } from "./dashboard-page.ts";
import { holdings, positions, rowOf } from "./portfolio-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const expectAddress = (page: Page, hash: string) => expect.poll(() => address(page), { timeout: 5_000 }).toBe(hash);

test("Enter on a row opens the market view on it, up and down lead to its neighbours", async () => {
  const { page } = await openDashboard(browser);
  const [first = "", second = ""] = await holdings(page).locator("tbody .symbol").allTextContents();
  await rowOf(holdings(page), first).getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe(second);
  await page.keyboard.press("ArrowUp");
  expect(await focused(page)).toBe(first);
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toMatch(new RegExp(`^#/market/[NB]SE:${first}$`));
  await page.goBack();
  await rowOf(positions(page), "AXISBANK").getByRole("cell").nth(3).click();
  await expectAddress(page, "#/market/NSE:AXISBANK");
});

test("b and s on a row lead to the order pad with its instrument", async () => {
  const { page } = await openDashboard(browser);
  await rowOf(holdings(page), "INFY").getByRole("link").focus();
  await page.keyboard.press("s");
  await expectAddress(page, "#/orders/NSE:INFY?side=SELL");
  await page.getByRole("region", { name: "New order" }).getByText("INFY").first().waitFor();
  await page.goBack();
  await rowOf(positions(page), "AXISBANK").getByRole("link").focus();
  await page.keyboard.press("b");
  await expectAddress(page, "#/orders/NSE:AXISBANK?side=BUY");
});

test("a row's menu is walked through by keyboard, and gives the focus back", async () => {
  const { page } = await openDashboard(browser);
  const button = page.getByRole("button", { name: "Actions for INFY", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("region", { name: "Actions for INFY" });
  await menu.waitFor();
  expect(await focused(page)).toMatch(/^Buy more/);
  await keepScreenshot(page, "row-menu", false);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toMatch(/^Sell/);
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  expect(await focused(page)).toBe("Actions for INFY");
  for (const [name, hash] of [
    ["Set a trigger", "#/gtt/NSE:INFY"],
    ["Set an alert", "#/alerts/NSE:INFY"],
  ] as const) {
    await page.getByRole("button", { name: "Actions for INFY", exact: true }).click();
    await page.getByRole("link", { name }).click();
    await expectAddress(page, hash);
    await page.goBack();
  }
});

test("what is short is ended by buying", async () => {
  const { page } = await openDashboard(browser);
  const row = positions(page)
    .locator("tbody tr", { hasText: /−\d+ shares/ })
    .first();
  const symbol = await row.locator(".symbol").textContent();
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("link", { name: "Exit: buy" }).click();
  await expect.poll(() => address(page)).toMatch(new RegExp(`^#/orders/[NB]SE:${symbol}\\?side=BUY$`));
});
