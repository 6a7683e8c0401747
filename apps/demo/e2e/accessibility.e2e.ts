import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf as addressOfView, views } from "../src/web/shell/views.ts";
import { problemsOf } from "./axe.ts";
import { openPage, startBrowser } from "./browser.ts";
import { addressOf, startDemo } from "./demo.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each([
  ["light", { width: 1440, height: 900 }],
  ["dark", { width: 1440, height: 900 }],
  ["light", { width: 360, height: 780 }],
  ["dark", { width: 360, height: 780 }],
] as const)("in the %s theme on %o, axe finds nothing wrong", (colorScheme, viewport) => {
  test("with the figures, the account, a menu, a dialog and its errors, the login", async () => {
    const address = await addressOf(startDemo(["--port", "0"]));
    const { page } = await openPage(browser, { colorScheme, viewport, reducedMotion: "reduce" });
    await page.goto(address);
    await page.locator("tfoot").first().waitFor();
    expect(await problemsOf(page)).toEqual([]);

    await page.getByRole("button", { name: "Account of Asha Menon" }).click();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Actions for AXISBANK CNC" }).click();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Convert", exact: true }).click();
    await page.getByLabel("Quantity").fill("0");
    await page.keyboard.press("Enter");
    await page.getByText("Enter at least 1.").waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Account of Asha Menon" }).click();
    await page.getByRole("button", { name: "Let the session expire" }).click();
    await page.getByRole("link", { name: "Log in again" }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  test("in every view", async () => {
    const address = await addressOf(startDemo(["--port", "0"]));
    const { page } = await openPage(browser, { colorScheme, viewport, reducedMotion: "reduce" });
    const wrong: Record<string, readonly string[]> = {};
    for (const { name, title } of views) {
      await page.goto(`${address}/${addressOfView(name)}`);
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ state: "attached" });
      // outlines that are still there belong to something that does not come
      await expect.poll(() => page.locator("main .bone").count(), { timeout: 10_000 }).toBe(0);
      wrong[name] = await problemsOf(page);
    }
    expect(wrong).toEqual(Object.fromEntries(views.map(({ name }) => [name, []])));
  });
});

test("axe finds nothing wrong while the figures load, and when there are none", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser, { reducedMotion: "reduce" });
  let answer = (): void => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const failure = { status: "error", error_type: "InputException", message: "no holdings today", data: null };
  await page.route("**/kite/portfolio/holdings", async (route) => {
    await asked;
    await route.fulfill({ status: 400, json: failure });
  });
  await page.goto(address);
  await page.getByText("Simulated exchange").waitFor();
  expect(await problemsOf(page)).toEqual([]);
  answer();
  await page.getByRole("heading", { name: "There is nothing to show" }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
});
