import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The order book, as a table. */
export const book = (page: Page): Locator => page.getByRole("table", { name: /Order book/ });

/** The row of an order, by what stands in it. */
export const orderRow = (page: Page, text: string | RegExp): Locator =>
  book(page).getByRole("row").filter({ hasText: text }).first();

/** The state in a row, as wide tables show it. */
export const status = (row: Locator, text: string): Locator =>
  row.locator(".order-status").getByText(text, { exact: true });

/** The order pad. */
export const pad = (page: Page): Locator => page.getByRole("region", { name: "New order" });

/** Waits for the order book to be there. */
export const orders = (page: Page): Promise<void> => book(page).locator("tbody th").first().waitFor();

/** Chooses an instrument in the pad, by keyboard, and waits for its price to be filled in. */
export async function chooseInstrument(page: Page, search: string, symbol: string): Promise<void> {
  await pad(page).getByRole("combobox", { name: "Instrument" }).focus();
  await page.keyboard.type(search);
  await page.getByRole("option", { name: new RegExp(`^${symbol} NSE`) }).waitFor();
  while (!(await page.getByRole("option", { name: new RegExp(`^${symbol} NSE`), selected: true }).count())) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await pad(page).locator(".quote-line strong").waitFor();
  await expect.poll(() => pad(page).getByLabel("Price").inputValue()).not.toBe("");
}

/** Last price of what is chosen in the pad, in rupees. */
export async function lastPrice(page: Page): Promise<number> {
  const text = await pad(page).locator(".quote-line strong").textContent();
  return Number(text?.replaceAll(",", ""));
}
