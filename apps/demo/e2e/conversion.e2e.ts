import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepScreenshot, startBrowser } from "./browser.ts";
import { focused, numbers, openDashboard } from "./dashboard-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Opens the dialog through the row's menu. */
async function convert(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Actions for AXISBANK CNC" }).click();
  await page.getByRole("button", { name: "Convert", exact: true }).click();
}

describe("a conversion", () => {
  const positions = (page: Page) => page.getByRole("table", { name: /Positions/ });

  test("goes through the dialog and changes the table", async () => {
    const { page } = await openDashboard(browser);
    const row = (product: string) => positions(page).getByRole("row", { name: new RegExp(`AXISBANK NSE ${product}`) });
    const before = numbers([await row("CNC").locator("td").nth(1).textContent()])[0] ?? 0;
    await convert(page);
    const dialog = page.getByRole("dialog", { name: "Convert AXISBANK" });
    const quantity = dialog.getByLabel("Quantity");
    expect(await quantity.inputValue()).toBe(String(before));
    await dialog.getByLabel("New product").selectOption("MIS");
    await quantity.fill("2");
    await keepScreenshot(page, "dialog", false);
    await dialog.getByRole("button", { name: "Convert" }).click();
    await dialog.waitFor({ state: "hidden" });
    await row("MIS").waitFor();
    expect(await row("MIS").locator("td").nth(1).textContent()).toContain("2 shares");
    await row("CNC")
      .getByRole("cell", { name: `${before - 2} shares`, exact: true })
      .waitFor();
    await page.getByText("Converted 2 of AXISBANK from CNC to MIS").waitFor();
    expect(await focused(page)).toBe("Actions for AXISBANK CNC");
  });

  test("says beside the field what is wrong, before and after the exchange was asked", async () => {
    const { page } = await openDashboard(browser);
    await convert(page);
    const dialog = page.getByRole("dialog", { name: "Convert AXISBANK" });
    const quantity = dialog.getByLabel("Quantity");
    for (const [entered, complaint] of [
      ["0", "Enter at least 1."],
      ["1.5", "Enter a whole number."],
      ["99999", /Only \d+ shares can be converted/],
    ] as const) {
      await quantity.fill(entered);
      await page.keyboard.press("Enter");
      await dialog.getByText(complaint).waitFor();
      expect(await quantity.getAttribute("aria-invalid")).toBe("true");
      expect(await focused(page)).toBe("Quantity");
    }
    await keepScreenshot(page, "dialog-error", false);
    await page.route("**/kite/portfolio/positions", (route) => {
      const form = route.request().postData()?.replace("quantity=1&", "quantity=5000&");
      return route.continue(form ? { postData: form } : {});
    });
    await quantity.fill("1");
    await page.keyboard.press("Enter");
    await dialog.getByText(/Invalid `quantity`/).waitFor();
    expect(await quantity.getAttribute("aria-describedby")).toContain("quantity-error");
  });

  test("is left by Escape, and the focus never leaves the dialog before", async () => {
    const { page } = await openDashboard(browser);
    await page.getByRole("button", { name: "Actions for AXISBANK CNC" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Convert", exact: true }).waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Convert AXISBANK" });
    await dialog.waitFor();
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
      );
      expect(inside).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await focused(page)).toBe("Actions for AXISBANK CNC");
  });
});
