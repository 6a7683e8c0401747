import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { book, chooseInstrument, lastPrice, orderRow, orders, pad, status } from "./orders-page.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Opens the orders of a demo of its own. What is sent is counted by path. */
async function openOrders(options: BrowserContextOptions = {}) {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser, options);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
  });
  await page.goto(`${address}/#/orders`);
  await orders(page);
  const placed = () => sent.filter((path) => path.startsWith("/kite/orders/")).length;
  return { page, placed, address };
}

/** Presses Tab until something has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const at = await focused(page);
    if (typeof name === "string" ? at === name : name.test(at)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}; it ends at ${await focused(page)}`);
}

/** Puts a value into the field that has the focus. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

test("by keyboard alone: a limit order is placed, found in the book, changed and cancelled", async () => {
  const { page, placed } = await openOrders();
  await chooseInstrument(page, "infy", "INFY");
  const price = Math.floor((await lastPrice(page)) * 0.95);
  await tabTo(page, "Quantity");
  await type(page, "7");
  await tabTo(page, "Price");
  await type(page, String(price));
  await pad(page).getByText("Securities transaction tax").waitFor({ state: "attached" });
  await keepScreenshot(page, "orders-pad");
  await tabTo(page, "Buy INFY");
  await page.keyboard.press("Enter");
  const outcome = pad(page).getByRole("region", { name: "Outcome" });
  await outcome.getByText("Placed", { exact: true }).waitFor();
  await outcome.getByText(/^Order \d+: open$/).waitFor();
  expect(await outcome.evaluate((element) => element === document.activeElement)).toBe(true);
  // pressing it again must not place a second one
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(placed()).toBe(1);
  const row = orderRow(page, "INFY");
  await row.getByText("0 of 7").waitFor();
  await status(row, "Open").waitFor();

  await tabTo(page, /^Change buy INFY/);
  await page.keyboard.press("Enter");
  const change = page.getByRole("dialog", { name: "Change buy INFY" });
  await change.waitFor();
  await keepScreenshot(page, "orders-change", false);
  await page.keyboard.press("Escape");
  await change.waitFor({ state: "hidden" });
  expect(await focused(page)).toMatch(/^Change buy INFY/);
  await page.keyboard.press("Enter");
  await tabTo(page, "Quantity");
  await type(page, "5");
  await page.keyboard.press("Enter");
  await change.waitFor({ state: "hidden" });
  await row.getByText("0 of 5").waitFor();

  await tabTo(page, /^History of buy INFY/);
  await page.keyboard.press("Enter");
  await page.locator(".steps").getByText("Modified", { exact: true }).waitFor();
  await keepScreenshot(page, "orders-history");
  await page.keyboard.press("Enter");

  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toMatch(/^Cancel buy INFY/);
  await page.keyboard.press("Enter");
  const cancel = page.getByRole("dialog", { name: "Cancel this order?" });
  await tabTo(page, "Cancel the order");
  await page.keyboard.press("Enter");
  await cancel.waitFor({ state: "hidden" });
  await status(row, "Cancelled").waitFor();
  expect(await row.getByRole("button", { name: /^(Change|Cancel)/ }).count()).toBe(0);
  expect(await focused(page)).toMatch(/^Order book/);
});

test("by keyboard alone: a market order fills, and shows in the trades, the positions and the funds", async () => {
  const { page } = await openOrders();
  await chooseInstrument(page, "tcs", "TCS");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Limit");
  await page.keyboard.press("ArrowLeft");
  expect(await focused(page)).toBe("Market");
  await tabTo(page, "Quantity");
  await type(page, "4");
  await tabTo(page, "Product");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "Buy TCS");
  await page.keyboard.press("Enter");
  await pad(page).getByText("Placed, and filled").waitFor();
  await status(orderRow(page, "TCS"), "Complete").waitFor();
  const trades = page.getByRole("table", { name: /Trades/ });
  const traded = trades.getByRole("row").filter({ hasText: "TCS" }).filter({ hasText: "MIS" });
  await traded.waitFor();
  await traded.getByRole("button", { name: "Fills of TCS MIS" }).click();
  await page.locator(".steps").getByText("Bought").first().waitFor();
  await keepScreenshot(page, "orders-filled");

  await page.getByRole("link", { name: "Portfolio" }).click();
  const position = page.getByRole("table", { name: /Positions/ }).getByRole("row", { name: /TCS NSE MIS/ });
  await position.getByRole("cell", { name: "4 shares", exact: true }).waitFor();
  await page.getByRole("link", { name: "Margins" }).click();
  await page.getByText("What uses it").first().waitFor();
});

test("an order that waits is filled when the price comes, and the book says so by itself", async () => {
  const { simulator, address } = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("link", { name: "Orders" }).click();
  await orders(page);
  await chooseInstrument(page, "sbin", "SBIN");
  const price = Math.floor((await lastPrice(page)) * 0.97);
  await pad(page).getByLabel("Price").fill(String(price));
  await page.keyboard.press("Enter");
  const row = orderRow(page, "SBIN");
  await status(row, "Open").waitFor();
  simulator.setPrice("NSE:SBIN", price - 1);
  // at the next refresh, ten seconds later at most
  await status(row, "Complete").waitFor({ timeout: 15_000 });
  expect(simulator.orders().at(-1)).toMatchObject({ tradingsymbol: "SBIN", status: "COMPLETE", price });
});

test("an Enter too many, in the search or by a key that is held down, sends nothing", async () => {
  const { page, placed } = await openOrders();
  await chooseInstrument(page, "infy", "INFY");
  await page.keyboard.press("Enter");
  await pad(page).getByLabel("Quantity").fill("0");
  await page.keyboard.down("Enter");
  await pad(page)
    .getByText(/whole number of at least 1/)
    .waitFor();
  await page.keyboard.type("1");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await pad(page).getByText("Securities transaction tax").waitFor({ state: "attached" });
  expect(placed()).toBe(0);
});

describe("what cannot be right", () => {
  test("is said beside its field as one types, is put right by a button, and nothing is sent", async () => {
    const { page, placed } = await openOrders();
    await page.getByRole("button", { name: /^Buy/ }).click();
    await pad(page).getByText("Choose what to trade.").waitFor();
    expect(await focused(page)).toBe("Instrument");
    await chooseInstrument(page, "infy", "INFY");
    const last = await lastPrice(page);
    const price = pad(page).getByLabel("Price");
    const quantity = pad(page).getByLabel("Quantity");

    const offTick = `${Math.floor(last)}.03`;
    await price.fill(offTick);
    await pad(page)
      .getByText(new RegExp(`${offTick} is not a multiple of the tick`))
      .waitFor();
    expect(await price.getAttribute("aria-invalid")).toBe("true");
    expect(await price.getAttribute("aria-describedby")).toContain("order-price-remark");
    await keepScreenshot(page, "orders-refused");
    await pad(page)
      .getByRole("button", { name: /^Use \d/ })
      .click();
    expect(await price.inputValue()).toBe(String(Math.floor(last)));
    await expect.poll(() => price.getAttribute("aria-invalid")).toBe("false");

    for (const [field, entered, complaint] of [
      [price, "1", /outside the day's limits/],
      [price, "x", "Enter a number."],
      [quantity, "0", /whole number of at least 1/],
      [quantity, "1.5", "Enter a whole number."],
      [quantity, "", "Enter a quantity."],
    ] as const) {
      const before = await field.inputValue();
      await field.fill(entered);
      await page.keyboard.press("Enter");
      await pad(page).getByText(complaint).waitFor();
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await field.fill(before);
    }
    await pad(page).getByLabel("Tag").fill("my tag");
    await page.keyboard.press("Enter");
    await pad(page)
      .getByText(/1 to 12 letters and digits/)
      .waitFor();
    expect(placed()).toBe(0);
  });

  test("is said by the exchange: without a field below the form, and the form stays as it was", async () => {
    const { page } = await openOrders();
    await chooseInstrument(page, "infy", "INFY");
    await pad(page).getByLabel("Quantity").fill("90000");
    await pad(page).getByText("More than is available: expect a refusal.").waitFor();
    await page.keyboard.press("Enter");
    await pad(page).getByText("Not placed", { exact: true }).waitFor();
    await pad(page)
      .getByText(/Insufficient funds/)
      .waitFor();
    expect(await pad(page).getByLabel("Quantity").inputValue()).toBe("90000");
    await keepScreenshot(page, "orders-insufficient");
  });
});

describe("an answer that is lost", () => {
  test("leaves the order in doubt: the page says where to look, finds it there, and never sends again", async () => {
    const { page, placed } = await openOrders();
    await chooseInstrument(page, "infy", "INFY");
    await pad(page)
      .getByLabel("Price")
      .fill(String(Math.floor((await lastPrice(page)) * 0.95)));
    // the order arrives, its answer does not; and the book cannot be read for a while
    await page.route(/\/kite\/orders(\/regular)?$/, async (route) => {
      if (route.request().method() === "POST") await route.fetch();
      await route.abort();
    });
    await page.keyboard.press("Enter");
    const outcome = pad(page).getByRole("region", { name: "Outcome" });
    await outcome.getByText(/^The book could not be read/).waitFor();
    await outcome.getByRole("button", { name: "Stop looking" }).click();
    await outcome.getByText("It is not known whether the order was placed").waitFor();
    await keepScreenshot(page, "orders-doubt");
    expect(await problemsOf(page)).toEqual([]);
    expect(await pad(page).getByRole("button", { name: /^Buy/ }).count()).toBe(0);
    // nor is it forgotten by looking elsewhere
    await page.getByRole("link", { name: "Margins" }).click();
    await page.getByText("Opening balance").first().waitFor();
    await page.goBack();
    await outcome.getByText("It is not known whether the order was placed").waitFor();
    await outcome.getByRole("button", { name: "Look in the order book" }).click();
    await outcome.getByText("The order book could not be read.").waitFor();
    await page.unrouteAll();
    await outcome.getByRole("button", { name: "Look again" }).click();
    await outcome.getByText("Placed", { exact: true }).waitFor();
    expect(placed()).toBe(1);
    expect(await book(page).getByText("INFY").count()).toBe(1);
  });

  test("of an order that never arrived is said so, after a look", async () => {
    const { page, placed } = await openOrders();
    await chooseInstrument(page, "infy", "INFY");
    await page.route("**/kite/orders/regular", (route) => route.abort());
    await page.keyboard.press("Tab");
    await tabTo(page, "Buy INFY");
    await page.keyboard.press("Enter");
    const outcome = pad(page).getByRole("region", { name: "Outcome" });
    await outcome.getByRole("button", { name: "Stop looking" }).click();
    await outcome.getByRole("button", { name: "Look in the order book" }).click();
    await outcome.getByText(/No order with the tag KD\w{18} is in the book at/).waitFor();
    await outcome.getByRole("button", { name: "Back to the form, without sending" }).click();
    expect(await pad(page).getByLabel("Quantity").inputValue()).toBe("1");
    expect(placed()).toBe(1);
  });
});

test("trades that cannot be had leave the order book and the pad in place, and can be asked for again", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  const failure = { status: "error", error_type: "InputException", message: "no trades today", data: null };
  await page.route("**/kite/trades", (route) => route.fulfill({ status: 400, json: failure }));
  await page.goto(`${address}/#/orders`);
  await orders(page);
  await page.getByText(/no trades today/).waitFor();
  await pad(page).waitFor();
  await page.unroute("**/kite/trades");
  await page.getByRole("button", { name: "Try again" }).click();
  await page
    .getByRole("table", { name: /Trades/ })
    .locator("tfoot")
    .waitFor();
});

test("outlines stand where orders and trades will be, while they are on their way", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/kite\/(orders|trades|user\/profile|user\/margins)$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${address}/#/orders`);
  await page.getByText("Simulated exchange").waitFor();
  await pad(page).waitFor();
  const places = () =>
    Promise.all([".pad", ".bar", ".order-table thead"].map((name) => page.locator(name).boundingBox()));
  const before = await places();
  await keepScreenshot(page, "orders-loading");
  release();
  await orders(page);
  expect(await places()).toEqual(before);
});

test("on a real account the pad says LIVE, and asks before it sends", async () => {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/kite/orders/regular")) posts += 1;
  });
  // the simulated exchange lets everybody in, a real one nobody
  await page.goto(`${address}/#/orders`);
  await orders(page);
  await page.goto("about:blank");
  await page.route("**/demo/about", (route) => route.fulfill({ json: { environment: "production" } }));
  await page.goto(`${address}/#/orders/NSE:INFY?side=SELL`);
  await orders(page);
  await pad(page).getByText("LIVE", { exact: true }).waitFor();
  await pad(page).locator(".quote-line strong").waitFor();
  const submit = pad(page).getByRole("button", { name: "Sell INFY" });
  await submit.click();
  const dialog = page.getByRole("dialog", { name: "Place a live order?" });
  await dialog.getByText(/^Sell 1 share of INFY on NSE as CNC, at ₹/).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "orders-live", false);
  expect(await focused(page)).toBe("Go back");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  expect(posts).toBe(0);
  await submit.click();
  await dialog.getByRole("button", { name: "Place the live order" }).click();
  await expect.poll(() => posts).toBe(1);
});

describe.each([
  ["light", { width: 1440, height: 900 }],
  ["dark", { width: 360, height: 780 }],
] as const)("every view: %s", (name, viewport) => {
  const colorScheme = name === "dark" ? "dark" : "light";
  test("fits, and axe finds nothing wrong", async () => {
    const { page } = await openOrders({ viewport, colorScheme, reducedMotion: "reduce" });
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await pad(page).getByRole("combobox", { name: "Instrument" }).fill("nifty");
    await page.getByRole("option").nth(5).waitFor();
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `orders-search-${name}`, false);
    await page.keyboard.press("Escape");
    await chooseInstrument(page, "infy", "INFY");
    await pad(page).getByLabel("Variety").selectOption("iceberg");
    await pad(page).getByLabel("Validity").selectOption("TTL");
    await pad(page).getByLabel("Legs").fill("x");
    await book(page)
      .getByRole("button", { name: /^History/ })
      .first()
      .click();
    await pad(page).getByText("Enter a whole number.").waitFor();
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `orders-${name}`);
    await page.getByRole("link", { name: "Margins" }).click();
    await page.getByText("Opening balance").first().waitFor();
    await page.locator(".funds-net .bone").first().waitFor({ state: "detached" });
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `funds-${name}`);
  });
});
