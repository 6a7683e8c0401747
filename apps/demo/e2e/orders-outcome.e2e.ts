import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { book, chooseInstrument, lastPrice, orders, pad } from "./orders-page.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Opens the orders of a demo of its own, with INFY chosen. */
async function openPad(options: BrowserContextOptions = {}) {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser, options);
  await page.goto(`${address}/#/orders`);
  await orders(page);
  await chooseInstrument(page, "infy", "INFY");
  return { page, address };
}

/** The same on a simulator in the hands of the test. */
async function openPadOfOwnSimulator() {
  const own = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  await page.goto(`${own.address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("link", { name: "Orders" }).click();
  await orders(page);
  await chooseInstrument(page, "infy", "INFY");
  return { ...own, page };
}

const outcomeOn = (page: Page): Locator => pad(page).getByRole("region", { name: "Outcome" });
const weatherSwitch = (page: Page): Locator => pad(page).getByRole("checkbox", { name: "Bad weather" });
const stagesIn = (outcome: Locator): Promise<string[]> =>
  outcome.getByRole("list", { name: "Stages" }).locator("li > span").allTextContents();

/** Sends what is in the pad, at a price where it rests or fills. */
async function submit(page: Page, part = 1): Promise<Locator> {
  await pad(page)
    .getByLabel("Price")
    .fill(String(Math.floor((await lastPrice(page)) * part)));
  await pad(page).getByRole("button", { name: "Buy INFY" }).click();
  return outcomeOn(page);
}

/** An order that survives takes a timeout and some looks at the book. */
const patience = { timeout: 25_000 };

test("a placement shows its stages in order, with their times, and ends as placed", async () => {
  const { page } = await openPad();
  const outcome = await submit(page, 0.95);
  await outcome.getByText("Placed", { exact: true }).waitFor();
  const id = await outcome.locator(".order-id").textContent();
  expect(await stagesIn(outcome)).toEqual([
    expect.stringMatching(/^Written down, with the tag KD\w{18}$/),
    "Waited for its turn",
    "Sent",
    `Answered: order ${id}`,
    "Looking at the book, 1 of 8",
    `Found in the book: order ${id}`,
    "Done: it is placed",
  ]);
  expect(await outcome.locator(".stages time").allTextContents()).toEqual(
    Array(7).fill(expect.stringMatching(/^\d\d:/)),
  );
  expect(await outcome.getByRole("list", { name: "Stages" }).getAttribute("aria-live")).toBe("polite");
  await keepScreenshot(page, "orders-stages");
  await outcome.getByRole("button", { name: "New order" }).click();
  expect(await focused(page)).toBe("Instrument");
});

test("in bad weather an order survives a timeout, and stands once in the book; then the weather is fine again", async () => {
  const { page } = await openPad();
  await weatherSwitch(page).focus();
  await page.keyboard.press("Space");
  await pad(page).getByText("Nothing has gone wrong yet.").waitFor();
  expect(await weatherSwitch(page).isChecked()).toBe(true);
  await pad(page).getByLabel("Quantity").fill("13");
  const outcome = await submit(page, 0.95);
  await outcome.getByText("In doubt: looking for it in the book").waitFor();
  await outcome.getByText(/^Looking at the book, 1 of 7; again at/).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "orders-weather-doubt");
  await outcome.getByText("Placed", { exact: true }).waitFor(patience);
  const stages = await stagesIn(outcome);
  expect(stages.map((text) => text.replace(/[,:;].*/, ""))).toEqual([
    ...["Written down", "Waited for its turn", "Sent", "In doubt", "Looking at the book", "Found in the book", "Done"],
  ]);
  await pad(page)
    .getByText(/^Once so far\. At [\d:]+ it took an order, and never answered; hidden from the book for \d\.\d s\.$/)
    .waitFor();
  await expect.poll(() => book(page).getByText("0 of 13").count()).toBe(1);
  await keepScreenshot(page, "orders-weather-survived");

  await weatherSwitch(page).click();
  await pad(page).getByText("Bad weather.").waitFor({ state: "detached" });
  await outcome.getByRole("button", { name: "New order" }).click();
  await submit(page, 0.94);
  await outcome.getByText("Placed", { exact: true }).waitFor();
  expect((await stagesIn(outcome)).join()).not.toContain("In doubt");
});

test("a view that is left and entered again shows the order where it is by then", async () => {
  const { page } = await openPad();
  await weatherSwitch(page).click();
  await pad(page).getByText("Nothing has gone wrong yet.").waitFor();
  const outcome = await submit(page, 0.95);
  await outcome.getByText("Sent", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Margins" }).click();
  await page.getByText("Opening balance").first().waitFor();
  await page.goBack();
  await outcome.getByText("In doubt: looking for it in the book").waitFor();
  await outcome.getByText("Placed", { exact: true }).waitFor(patience);
});

test("nobody knows: the page says what was tried and what to do; an order that shows up late ends the doubt", async () => {
  const { page, simulator } = await openPadOfOwnSimulator();
  simulator.faults.set([
    { match: "POST /orders/*", fault: { kind: "drop", executed: true } },
    { match: "POST /orders/*", fault: { kind: "late", min: 8_000, max: 8_000 } },
  ]);
  expect(await pad(page).getByText("Bad weather").count()).toBe(0);
  const outcome = await submit(page, 0.95);
  await outcome.getByText(/^Looking at the book, 2 of 7/).waitFor();
  await outcome.getByRole("button", { name: "Stop looking" }).click();
  await outcome.getByText("It is not known whether the order was placed").waitFor();
  expect((await stagesIn(outcome)).at(-1)).toBe("Done: nobody knows");
  expect(await outcome.evaluate((element) => element === document.activeElement)).toBe(true);
  const facts = outcome.locator(".tried");
  await facts.getByText(/^KD\w{18}$/).waitFor();
  await facts.getByText(/^read 2 times, last at/).waitFor();
  await outcome.getByText("Look before you send it again.").waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "orders-unknown");
  await outcome.getByRole("button", { name: "Look in the order book" }).click();
  // by that button, or by the book's own refresh
  await outcome.getByText("Placed", { exact: true }).waitFor(patience);
  expect(simulator.requests.filter(({ path, method }) => method === "POST" && path === "/orders/regular")).toHaveLength(
    1,
  );
});

test("a refusal says why; the form comes back as it was", async () => {
  const { page } = await openPad();
  await pad(page).getByLabel("Quantity").fill("90000");
  const outcome = await submit(page);
  await outcome.getByText("Not placed", { exact: true }).waitFor();
  await outcome.getByText(/Insufficient funds/).waitFor();
  expect((await stagesIn(outcome)).slice(-2)).toEqual(["Refused", "Done: it is not placed"]);
  expect(await problemsOf(page)).toEqual([]);
  await keepScreenshot(page, "orders-refusal");
  await outcome.getByRole("button", { name: "Back to the form" }).click();
  expect(await pad(page).getByLabel("Quantity").inputValue()).toBe("90000");
  await pad(page).getByRole("button", { name: "Buy INFY" }).waitFor();
});

test("a refusal of the gateway's own is told in its words, and nothing has reached the exchange", async () => {
  const { page, simulator } = await openPadOfOwnSimulator();
  await page.route("**/kite/orders/regular", (route, request) =>
    route.continue({ headers: { ...request.headers(), "x-csrf-token": "forged" } }),
  );
  const outcome = await submit(page, 0.95);
  await outcome.getByText("Not placed", { exact: true }).waitFor();
  await outcome.getByText(/x-csrf-token/).waitFor();
  expect((await stagesIn(outcome)).slice(-2)).toEqual(["Refused", "Done: it is not placed"]);
  expect(simulator.requests.filter(({ path }) => path === "/orders/regular")).toEqual([]);
  await keepScreenshot(page, "orders-gateway-refusal");
  await outcome.getByRole("button", { name: "Back to the form" }).click();
  await page.unrouteAll();
  await submit(page, 0.95);
  await outcome.getByText("Placed", { exact: true }).waitFor();
});

describe.each([
  ["light", { width: 1440, height: 900 }],
  ["dark", { width: 360, height: 780 }],
] as const)("stages and weather: %s", (name, viewport) => {
  test("fit, and axe finds nothing wrong", async () => {
    const colorScheme = name === "dark" ? "dark" : "light";
    const { page } = await openPad({ viewport, colorScheme, reducedMotion: "reduce" });
    await weatherSwitch(page).click();
    await pad(page).getByText("Nothing has gone wrong yet.").waitFor();
    const outcome = await submit(page, 0.95);
    await outcome.getByText(/^Looking at the book/).waitFor();
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `orders-weather-${name}`);
    await outcome.getByText("Placed", { exact: true }).waitFor(patience);
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
  });
});
