import { getGTTs } from "@kite/gtt";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { announced, find, openWaiting, screenOptions, screens, wordsBeside } from "./waiting-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

// the exchange answers one request for quotes a second, so some of what the page asks for has to wait
const patience = { timeout: 10_000 };
const form = (page: Page) => page.getByRole("form", { name: "New trigger" });
const waiting = (page: Page, text: string) => page.locator(".trigger", { hasText: text });

/** Fills a trigger in and sends it, by keyboard. */
async function place(page: Page, trigger: string, price: string, quantity: string): Promise<void> {
  await form(page).getByLabel("Trigger price").fill(trigger);
  await form(page).getByLabel("Limit price").fill(price);
  await form(page).getByLabel("Quantity").fill(quantity);
  await page.keyboard.press("Enter");
}

test("a trigger is placed with the exchange's last price, listed, and deleted after a question", async () => {
  const { page, simulator, kite, refresh } = await openWaiting(browser, "#/gtt");
  simulator.setPrice("NSE:INFY", 1500);
  await page.getByText("No triggers").waitFor();
  await find(page, page.locator(".finder input"), "nse:infy", /INFOSYS/);
  await form(page).getByText("now 1,500.00").waitFor();
  await form(page).getByLabel("Trigger price").fill("1,400");
  await form(page).getByText("100.00 (6.67 %) below the last price: waits for a fall.").waitFor();
  await form(page).getByLabel("Limit price").fill("1405");
  await form(page).getByText("The limit is above the trigger").waitFor();
  await place(page, "1,400", "1395", "10");
  const item = waiting(page, "Sell 10 shares at 1,395.00 or better when the price falls to 1,400.00");
  await item.getByText("Waiting").waitFor();
  expect(await form(page).getByLabel("Trigger price").inputValue()).toBe("");
  const [stored] = await getGTTs(kite);
  expect([stored?.condition.last_price, stored?.condition.trigger_values]).toEqual([1500, [1400]]);

  await form(page).getByRole("radio", { name: "Two legs" }).check();
  for (const [leg, trigger] of [
    ["Stop-loss", "1450"],
    ["Target", "1600"],
  ] as const) {
    const group = form(page).getByRole("group", { name: new RegExp(leg) });
    await group.getByLabel("Trigger price").fill(trigger);
    await group.getByLabel("Limit price").fill(trigger);
    await group.getByLabel("Quantity").fill("5");
  }
  await form(page).getByRole("button", { name: "Place the trigger" }).click();
  await waiting(page, "Two legs").getByText("50.00 (3.33 %) below now, 1,500.00").waitFor();

  await item.getByRole("button", { name: /^Delete the trigger/ }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the trigger on INFY?" });
  await dialog.waitFor();
  await keepScreenshot(page, "gtt-delete", false);
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await focused(page)).toMatch(/^Delete the trigger/);
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await item.getByText("Deleted").waitFor();
  expect((await getGTTs(kite)).map(({ status }) => status).sort()).toEqual(["active", "deleted"]);
  await expect.poll(() => focused(page), patience).toMatch(/^Triggers/);

  simulator.setPrice("NSE:INFY", 1449);
  await refresh();
  await page.getByText("Fired, order refused").waitFor();
  await page.getByText(/The order was refused: .*authorisation/).waitFor();
  await page.getByText("Ended when the other one fired.").waitFor();
  await keepScreenshot(page, "gtt-fired");
  expect(await problemsOf(page)).toEqual([]);
});

test("a trigger follows the price as it moves, fires when that crosses it, and its order is in the book", async () => {
  const { page, simulator } = await openWaiting(browser, "#/gtt/NSE:INFY");
  simulator.setPrice("NSE:INFY", 1500);
  await form(page).getByText("now 1,500.00").waitFor(patience);
  await form(page).getByRole("radio", { name: "Buy" }).check();
  await place(page, "1400", "1400", "3");
  const item = waiting(page, "Buy 3 shares at 1,400.00 or better when the price falls to 1,400.00");
  await item.getByText("100.00 (6.67 %) below now, 1,500.00").waitFor();
  simulator.setPrice("NSE:INFY", 1450);
  await item.getByText("50.00 (3.45 %) below now, 1,450.00").waitFor();
  simulator.setPrice("NSE:INFY", 1399);
  // nobody asks for it: the stream tells of the order, and the list follows
  await page.getByText("Fired, order placed").waitFor(patience);
  const [order] = simulator.orders().slice(-1);
  await page.getByText(`order ${order?.order_id} was placed.`).waitFor();
  await page.getByRole("link", { name: "See what became of it" }).click();
  const book = page.getByRole("table", { name: /Order book/ });
  await book.getByRole("row").filter({ hasText: "INFY" }).first().waitFor();
  expect(order).toMatchObject({ tradingsymbol: "INFY", transaction_type: "BUY", quantity: 3, price: 1400 });
});

test("a trigger is changed in its own form, measured against the price of now", async () => {
  const { page, simulator, kite } = await openWaiting(browser, "#/gtt/NSE:INFY");
  simulator.setPrice("NSE:INFY", 1500);
  await form(page).getByText("now 1,500.00").waitFor(patience);
  await place(page, "1400", "1395", "10");
  const item = waiting(page, "Sell 10 shares");
  await item.getByRole("button", { name: /^Change the trigger/ }).click();
  expect(await focused(page)).toMatch(/^Change trigger \d+$/);
  const changing = page.getByRole("form", { name: /^Change trigger/ });
  expect(await changing.getByLabel("Trigger price").inputValue()).toBe("1400");
  expect(await changing.getByLabel("Quantity").inputValue()).toBe("10");
  expect(await problemsOf(page)).toEqual([]);
  simulator.setPrice("NSE:INFY", 1480);
  await changing.getByText("now 1,480.00").waitFor(patience);
  await changing.getByLabel("Trigger price").fill("1420");
  await changing.getByLabel("Limit price").fill("1420");
  await page.keyboard.press("Enter");
  await announced(page, /^GTT \d+ on INFY is changed$/).waitFor(patience);
  await waiting(page, "Sell 10 shares at 1,420.00 or better when the price falls to 1,420.00").waitFor();
  const [stored, ...others] = await getGTTs(kite);
  expect([stored?.condition.last_price, stored?.condition.trigger_values, others.length]).toEqual([1480, [1420], 0]);
  await page.getByRole("heading", { name: "New trigger" }).waitFor();
});

test("a trigger is not placed with what is wrong, and each field says so itself", async () => {
  const { page, simulator } = await openWaiting(browser, "#/gtt/NSE:INFY");
  simulator.setPrice("NSE:INFY", 1500);
  await form(page).getByText("now 1,500.00").waitFor(patience);
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/kite/")) posts.push(request.url());
  });
  await form(page).getByRole("button", { name: "Place the trigger" }).click();
  await form(page).getByText("Enter a quantity.").waitFor();
  expect(await form(page).getByText("Enter a price.").count()).toBe(2);
  const trigger = form(page).getByLabel("Trigger price");
  expect(await focused(page)).toBe("Trigger price");
  expect(await trigger.getAttribute("aria-invalid")).toBe("true");
  await trigger.fill("1500");
  await form(page).getByText("Too close to the last price: at most 1,496.20, or at least 1,503.80.").waitFor();
  await trigger.fill("100.03");
  await form(page).getByText("Prices go in steps of 0.1: 100.00 or 100.10.").waitFor();
  expect(await wordsBeside(page, trigger)).toContain("Prices go in steps");
  expect(posts).toEqual([]);
  await keepScreenshot(page, "gtt-refused");
  expect(await problemsOf(page)).toEqual([]);

  // past the page's own checks: what the exchange refuses is told in its words
  await page.route("**/kite/gtt/triggers", (route) => {
    const body = new URLSearchParams(route.request().postData() ?? "");
    body.set("orders", (body.get("orders") ?? "").replace('"CNC"', '"MIS"'));
    return route.request().method() === "POST" ? route.continue({ postData: body.toString() }) : route.fallback();
  });
  await place(page, "1400", "1395", "1");
  await form(page).getByRole("alert").first().waitFor(patience);
  expect(await form(page).getByRole("alert").first().textContent()).toMatch(/product/i);
  expect(posts).toHaveLength(1);
});

test("a trigger on a real account is asked about once more", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${await addressOf(startDemo(["--port", "0"]))}/#/gtt/NSE:INFY`);
  await form(page).getByText(/^now /).waitFor(patience);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/gtt/triggers")) posts += 1;
  });
  await page.route("**/demo/about", (route) => route.fulfill({ json: { environment: "production" } }));
  await page.reload();
  await form(page).getByText("This is your real account.").waitFor();
  const last = Number((await form(page).getByText(/^now /).textContent())?.replaceAll(/[^\d.]/g, ""));
  const price = String(Math.round(last * 0.9));
  await place(page, price, price, "1");
  const dialog = page.getByRole("dialog", { name: "Place a live trigger on INFY?" });
  await dialog.getByText(/^Sell 1 share at [\d,.]+ or better when the price falls to [\d,.]+\.$/).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Go back" }).click();
  expect(posts).toBe(0);
  await form(page).getByRole("button", { name: "Place the trigger" }).click();
  await dialog.getByRole("button", { name: "Place the live trigger" }).click();
  await waiting(page, "Sell 1 share").waitFor();
  expect(posts).toBe(1);
});

describe.each(screens)("on every screen: %s", (name, viewport) => {
  test("the triggers fit, and axe finds nothing wrong", async () => {
    const { page } = await openWaiting(browser, "#/gtt/NSE:RELIANCE", screenOptions(name, viewport));
    await page.getByText("No triggers").waitFor();
    await form(page).getByText(/^now /).waitFor(patience);
    await page.getByRole("radio", { name: "Two legs" }).check();
    const triggers = page.getByLabel("Trigger price");
    await triggers.first().fill("100");
    await triggers.nth(1).fill("99999999");
    await page.getByRole("button", { name: "Place the trigger" }).click();
    await page.getByText("Enter a quantity.").first().waitFor();
    await page.getByText(/waits for a rise\./).waitFor();
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `gtt-${name}`);
  });
});
