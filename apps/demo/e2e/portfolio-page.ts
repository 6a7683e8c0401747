import type { Simulator } from "@kite/simulator";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { latestSaturday } from "../src/server/testing/saturday.ts";
import { openPage } from "./browser.ts";
import { figures, numbers } from "./dashboard-page.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

/** Opens the dashboard, logged in to a simulator of this test's own, whose prices stand still. Nothing is refreshed by itself. */
export async function openHeld(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly simulator: Simulator; readonly address: string }> {
  const { simulator, address } = await startWithOwnSimulator();
  simulator.setTime(latestSaturday());
  const { page } = await openPage(browser, options);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await figures(page);
  await page.getByRole("checkbox", { name: "Auto refresh" }).uncheck();
  return { page, simulator, address };
}

export const holdings = (page: Page): Locator => page.getByRole("table", { name: /Holdings/ });
export const positions = (page: Page): Locator => page.getByRole("table", { name: /Positions/ });

/** The row of an instrument. */
export const rowOf = (table: Locator, symbol: string | RegExp): Locator =>
  table.locator("tbody tr", { has: table.page().locator(".symbol", { hasText: symbol }) }).first();

/** Figures of a column at one moment: of the rows, and of the total beneath them. The columns are counted from the right. */
export async function columnOf(table: Locator, fromRight: number): Promise<{ rows: number[]; total: number }> {
  const texts = await table.evaluate(
    (element, place) =>
      [...element.querySelectorAll(`:is(tbody, tfoot) tr > :nth-last-child(${place})`)].map(
        (cell) => (cell.querySelector(".change-amount") ?? cell.firstChild)?.textContent ?? "",
      ),
    fromRight,
  );
  const figures = numbers(texts);
  return { rows: figures.slice(0, -1), total: figures.at(-1) ?? Number.NaN };
}
