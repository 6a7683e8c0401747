import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { keepScreenshot, startBrowser } from "./browser.ts";
import { openDashboard } from "./dashboard-page.ts";
import { pad } from "./orders-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const hash = (page: Page) => page.evaluate(() => location.hash);
const list = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("? lists the shortcuts, Escape closes the list, and a button in the header opens it too", async () => {
  const { page } = await openDashboard(browser);
  await page.keyboard.press("?");
  await list(page).waitFor();
  expect(await list(page).getByText("Mutual funds").count()).toBe(1);
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "shortcuts", false);
  // a dialog is in front: the page behind it is left alone
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  expect(await hash(page)).toBe("");
  await page.keyboard.press("Escape");
  await list(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await list(page).getByRole("button", { name: "Close" }).click();
  await list(page).waitFor({ state: "detached" });
});

test("g and a letter open a view, b and s the order pad with the instrument in sight", async () => {
  const { page } = await openDashboard(browser);
  for (const [key, view] of [
    ["o", "#/orders"],
    ["g", "#/gtt"],
    ["a", "#/alerts"],
    ["f", "#/mf"],
    ["r", "#/funds"],
    ["u", "#/account"],
    ["p", "#/portfolio"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect.poll(() => hash(page)).toBe(view);
  }
  // nothing is in sight that could be meant
  await page.keyboard.press("b");
  expect(await hash(page)).toBe("#/portfolio");
  const address = page.url().split("#")[0];
  await page.goto(`${address}#/market/NSE:INFY`);
  await page.getByRole("heading", { level: 1, name: "Market" }).waitFor({ state: "attached" });
  await page.keyboard.press("s");
  await pad(page).getByRole("button", { name: "Sell INFY" }).waitFor();
  // the market begins with an instrument that its address does not name
  await page.goto(`${address}#/market`);
  await page.locator(".quote-actions").waitFor();
  await page.keyboard.press("b");
  await pad(page).getByRole("button", { name: "Buy RELIANCE" }).waitFor();
});

test("what is typed into a field stays there, and what is for the browser is the browser's", async () => {
  const { page } = await openDashboard(browser);
  const field = page.getByLabel("Filter holdings").or(page.getByRole("searchbox")).first();
  await field.fill("");
  await field.pressSequentially("gmb?/");
  expect(await field.inputValue()).toBe("gmb?/");
  expect(await hash(page)).toBe("");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await field.fill("");
  await field.blur();
  await page.keyboard.press("g");
  await page.keyboard.press("Control+m");
  await page.keyboard.press("Alt+o");
  expect(await hash(page)).toBe("");
});
