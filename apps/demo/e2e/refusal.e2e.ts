import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { startBrowser } from "./browser.ts";
import { openPart } from "./market-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("a refusal is told at once, not when all figures have come again", async () => {
  const page = await openPart(browser, "#/mf");
  await page.getByRole("button", { name: /^Cancel the order/ }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel this order?" });
  await dialog.waitFor();
  const refusal = { status: "error", error_type: "InputException", message: "The order is at the fund house already." };
  await page.route("**/kite/mf/**", async (route) => {
    // figures that are asked for again never come
    if (route.request().method() === "DELETE") await route.fulfill({ status: 400, json: refusal });
  });
  await dialog.getByRole("button", { name: "Cancel the order" }).click();
  await dialog.getByRole("alert").getByText(refusal.message).waitFor();
});
