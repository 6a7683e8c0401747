import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { keepScreenshot, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { fact, found, market, openPart, panel, searchField, searchFor } from "./market-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("an instrument is found and opened by the keyboard alone, from any view", async () => {
  const page = await openPart(browser, "#/funds");
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  await searchFor(page, "infy");
  const selected = () => page.getByRole("option", { selected: true }).textContent();
  await found(page).nth(1).waitFor();
  expect(await selected()).toMatch(/^INFY INFOSYS.*Share NSE/);
  await page.keyboard.press("ArrowDown");
  expect(await selected()).toMatch(/^INFY INFOSYS.*Share BSE/);
  const active = await searchField(page).getAttribute("aria-activedescendant");
  expect(await page.locator(`[id="${active}"]`).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await selected()).toBe(await found(page).last().textContent());
  await page.keyboard.press("ArrowDown");
  await page.getByText(/^\d+ found$/).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "search", false);
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/market\/NSE%3AINFY$/);
  await market(page);

  // where the market is open already, its new instrument takes the focus
  await searchFor(page, "tcs");
  await found(page).first().getByText("TATA CONSULTANCY").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "TCS NSE" }).waitFor();
  await expect.poll(() => focused(page)).toBe("TCS NSE");

  // what was chosen comes first the next time
  await searchFor(page, "");
  await expect.poll(() => found(page).first().textContent()).toMatch(/^TCS/);
  expect(await found(page).nth(1).textContent()).toMatch(/^INFY/);
  await page.keyboard.press("Escape");
  await searchField(page).waitFor({ state: "detached" });
  expect(await focused(page)).toBe("TCS NSE");
});

test("buying, selling, a GTT, an alert and the watchlist are one key away from what was found", async () => {
  const page = await openPart(browser, "#/market");
  await market(page);
  for (const [letter, outcome] of [
    ["b", () => page.getByRole("button", { name: "Buy TCS" }).waitFor()],
    ["s", () => page.getByRole("button", { name: "Sell TCS" }).waitFor()],
    ["g", () => page.waitForURL(/#\/gtt\/NSE%3ATCS$/)],
    ["a", () => page.waitForURL(/#\/alerts\/NSE%3ATCS$/)],
  ] as const) {
    // the key is a letter like others in the forms that these lead to
    await page.getByRole("button", { name: "Search for an instrument" }).click();
    await searchField(page).fill("tcs");
    await found(page).first().getByText("TATA CONSULTANCY").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("listbox", { name: "What to do with NSE:TCS" }).waitFor();
    if (letter === "b") {
      expect(await problemsOf(page)).toEqual([]);
      await keepScreenshot(page, "search-actions", false);
      // there is a way back, and what was typed is still there
      await page.keyboard.press("Escape");
      await found(page).first().getByText("TATA CONSULTANCY").waitFor();
      expect(await searchField(page).inputValue()).toBe("tcs");
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press(letter);
    await outcome();
  }
  await page.getByRole("link", { name: "Market" }).click();
  await market(page);
  await searchFor(page, "tcs");
  await found(page).first().getByText("TATA CONSULTANCY").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("w");
  await page.getByText("NSE:TCS is watched.").waitFor();
  await panel(page, "Watchlist")
    .getByRole("link", { name: /^TCS NSE/ })
    .waitFor();
});

test("views are found by their names", async () => {
  const page = await openPart(browser, "#/market");
  await market(page);
  await searchFor(page, "orders");
  await expect.poll(() => found(page).first().textContent()).toBe("Orders");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/orders$/);
  await page.getByRole("button", { name: "Search for an instrument" }).click();
  await searchField(page).fill("sip");
  await found(page).filter({ hasText: "Mutual funds" }).click();
  await page.waitForURL(/#\/mf$/);
});

test("an option says its expiry, and shows its open interest when it is chosen", async () => {
  const page = await openPart(browser, "#/market");
  await market(page);
  await searchFor(page, "banknifty pe");
  const first = found(page).first();
  await first.getByText("Put", { exact: true }).waitFor();
  expect(await first.textContent()).toMatch(/^BANKNIFTY\w+PE\s+\d+ \w+ 20\d\d Put NFO/);
  await first.click();
  await expect
    .poll(async () => Number((await fact(page, "Open interest").textContent())?.replaceAll(",", "")), {
      timeout: 10_000,
    })
    .toBeGreaterThan(0);
});

test("what matches nothing is said so; so is a list that is on its way, and one that cannot be had", async () => {
  const page = await openPart(browser, "#/funds");
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  let answer = (_: "fails" | "comes") => {};
  const decided = new Promise<"fails" | "comes">((resolve) => {
    answer = resolve;
  });
  const failure = { status: "error", error_type: "InputException", message: "no list today", data: null };
  await page.route("**/kite/instruments", async (route) => {
    if ((await decided) === "fails") await route.fulfill({ status: 400, json: failure });
    else await route.continue();
  });
  await searchFor(page, "infy");
  await page.locator(".search-note").getByText("Loading the list of instruments…").waitFor();
  answer("fails");
  await page
    .locator(".search-note")
    .getByText(/no list today/)
    .waitFor();
  await page.unroute("**/kite/instruments");
  await found(page).first().getByText("INFOSYS").waitFor();
  await searchField(page).fill("qqqq");
  await page.locator(".search-note").getByText("Nothing matches “qqqq”").waitFor();
});
