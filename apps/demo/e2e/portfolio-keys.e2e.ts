import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepScreenshot, startBrowser } from "./browser.ts";
import { focused, openDashboard } from "./dashboard-page.ts";
import { pad } from "./orders-page.ts";
import { holdings, positions, rowOf } from "./portfolio-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const expectAddress = (page: Page, hash: string) => expect.poll(() => address(page), { timeout: 5_000 }).toBe(hash);

/** A view that is opened takes the focus. */
const expectView = (page: Page, title: string) =>
  page.locator("h1:focus", { hasText: title }).waitFor({ state: "attached" });

async function openView(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: title, exact: true }).click();
  await expectView(page, title);
}

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
  // the link of the row lies over its figures
  await rowOf(positions(page), "AXISBANK").getByRole("cell").nth(3).click({ force: true });
  await expectAddress(page, "#/market/NSE:AXISBANK");
});

test("b and s on a row lead to the order pad with its instrument and that side", async () => {
  const { page } = await openDashboard(browser);
  for (const [key, symbol, side] of [
    ["s", "INFY", "Sell"],
    ["b", "AXISBANK", "Buy"],
  ] as const) {
    await page.locator("tbody tr").filter({ hasText: symbol }).getByRole("link").focus();
    await page.keyboard.press(key);
    await pad(page).getByText(symbol).first().waitFor();
    expect(await pad(page).getByRole("radio", { name: side }).isChecked()).toBe(true);
    await openView(page, "Portfolio");
  }
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
  for (const [name, title, hash] of [
    ["Set a trigger", "GTT", "#/gtt/NSE:INFY"],
    ["Set an alert", "Alerts", "#/alerts/NSE:INFY"],
  ] as const) {
    await page.getByRole("button", { name: "Actions for INFY", exact: true }).click();
    await page.getByRole("link", { name }).click();
    await expectAddress(page, hash);
    await expectView(page, title);
    await openView(page, "Portfolio");
  }
});

test("what is short is ended by buying all of it, as the same product", async () => {
  const { page } = await openDashboard(browser);
  const row = positions(page)
    .locator("tbody tr", { hasText: /−\d+ shares/ })
    .first();
  const symbol = await row.locator(".symbol").textContent();
  const product = await row.locator(".product-name").textContent();
  const quantity = (await row.locator("td.number").first().textContent())?.replace(/\D/g, "");
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("link", { name: "Exit: buy" }).click();
  await pad(page)
    .getByText(symbol ?? "")
    .first()
    .waitFor();
  expect(await pad(page).getByRole("radio", { name: "Buy" }).isChecked()).toBe(true);
  expect(await pad(page).getByLabel("Quantity").inputValue()).toBe(quantity ?? "");
  expect(await pad(page).getByLabel("Product").inputValue()).toBe(product ?? "");
});
