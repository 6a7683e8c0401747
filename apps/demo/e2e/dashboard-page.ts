import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { addressOf, startDemo } from "./demo.ts";

/** Opens the dashboard of a demo of its own and waits for the figures. */
export async function openDashboard(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page }> {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser, options);
  await page.goto(address);
  await figures(page);
  return { page };
}

/** Waits for the figures of the holdings. */
export const figures = (page: Page): Promise<void> =>
  page
    .getByRole("table", { name: /Holdings/ })
    .locator("tfoot")
    .waitFor();

/** Reads the figure at the start of each cell. */
export const numbers = (texts: readonly (string | null)[]): number[] =>
  texts.map((text) => Number((text?.split("\n")[0] ?? "").replace("−", "-").replaceAll(/[^\d.-]/g, "")));

/** Name of what has the focus, as a screen reader would say it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return "";
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim();
  });
}
