import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, openPage, startBrowser } from "./browser.ts";
import { figures } from "./dashboard-page.ts";
import { book, chooseInstrument, lastPrice, orders, pad } from "./orders-page.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const card = (page: Page): Locator => page.getByRole("region", { name: "Orders whose page was closed" });

/** An order that survives takes a timeout and some looks at the book. */
const patience = { timeout: 25_000 };

/** Opens the orders on a simulator in the hands of the test, with an order for INFY that would rest. `late` is how long books hide it, in milliseconds. */
async function openPad(late: number) {
  const { simulator, address } = await startWithOwnSimulator();
  simulator.faults.set([
    { match: "POST /orders/*", fault: { kind: "hang", executed: true } },
    { match: "POST /orders/*", fault: { kind: "late", min: late, max: late } },
  ]);
  const { page } = await openPage(browser);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("link", { name: "Orders" }).click();
  await orders(page);
  await chooseInstrument(page, "infy", "INFY");
  const price = Math.floor((await lastPrice(page)) * 0.95);
  await pad(page).getByLabel("Price").fill(String(price));
  const submit = () => pad(page).getByRole("button", { name: "Buy INFY" }).click();
  /** The exchange has the order, and keeps its answer. */
  const taken = () => expect.poll(() => simulator.faults.injected.length, patience).toBeGreaterThan(0);
  const placements = () =>
    simulator.requests.filter(({ method, path }) => method === "POST" && path === "/orders/regular").length;
  const placed = () => simulator.orders().filter((order) => order.tradingsymbol === "INFY" && order.price === price);
  return { address, page, submit, taken, placements, placed };
}

/** Ends a page as a crash of the browser's process does: nothing of it runs any more. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {});
  await crashed;
}

test("a page that dies while its order is under way leaves a note; the next one tells that it is placed, and sends nothing", async () => {
  const { address, page, submit, taken, placements, placed } = await openPad(6_000);
  await submit();
  await taken();
  await crash(page);
  const next = await page.context().newPage();
  await next.goto(`${address}/#/portfolio`);
  await card(next).getByText("Looking for an order whose page was closed").waitFor();
  await figures(next);
  expect(await problemsOf(next)).toEqual([]);
  await keepScreenshot(next, "orders-recovering", false);
  await card(next).getByText("An order whose page was closed is placed").waitFor(patience);
  expect(await problemsOf(next)).toEqual([]);
  await keepScreenshot(next, "orders-recovered", false);
  expect([placements(), placed().length]).toEqual([1, 1]);
  await card(next)
    .getByText(new RegExp(`as ${placed()[0]?.order_id}\\.`))
    .waitFor();
  await card(next).getByRole("link", { name: "Order book" }).click();
  await orders(next);
  await book(next).getByText("0 of 1", { exact: false }).first().waitFor();
  await card(next).getByRole("button", { name: "Put it away" }).click();
  await card(next).waitFor({ state: "hidden" });
  await next.reload();
  await orders(next);
  expect(await card(next).count()).toBe(0);
});

test("another tab does not judge an order that is under way; it does when that tab dies", async () => {
  const { address, page, submit, placements } = await openPad(5_000);
  const other = await page.context().newPage();
  await other.goto(`${address}/#/portfolio`);
  await figures(other);
  await submit();
  await pad(page).getByText("In doubt: looking for it in the book").waitFor();
  const third = await page.context().newPage();
  await third.goto(`${address}/#/portfolio`);
  await figures(third);
  await pad(page).getByText("Placed", { exact: true }).waitFor(patience);
  expect([await card(other).isVisible(), await card(third).isVisible()]).toEqual([false, false]);

  await pad(page).getByRole("button", { name: "New order" }).click();
  await pad(page)
    .getByLabel("Price")
    .fill(String(Math.floor((await lastPrice(page)) * 0.94)));
  await submit();
  await pad(page).getByText("In doubt: looking for it in the book").waitFor();
  await crash(page);
  // one of the two, and not both
  const told = () => Promise.all([other, third].map((tab) => card(tab).isVisible()));
  await expect.poll(async () => (await told()).filter(Boolean).length, patience).toBe(1);
  const [teller] = (await told())[0] ? [other] : [third];
  await card(teller as Page)
    .getByText("An order whose page was closed is placed")
    .waitFor(patience);
  expect((await told()).filter(Boolean)).toHaveLength(1);
  expect(placements()).toBe(2);
});

test("what nobody can find is told as unknown with what to do, by each page anew, until the person puts it away", async () => {
  const { address, page, submit, taken, placements } = await openPad(600_000);
  await submit();
  await taken();
  await page.close();
  const next = await page.context().newPage();
  // the two minutes in which an order can show up late are over
  await next.clock.install({ time: Date.now() + 180_000 });
  await next.clock.resume();
  await next.setViewportSize({ width: 360, height: 780 });
  await next.goto(`${address}/#/orders`);
  const title = card(next).getByText("It is not known whether an order was placed");
  await title.waitFor(patience);
  await card(next).getByText("before you place it again").waitFor();
  await expectToFit(next);
  expect(await problemsOf(next)).toEqual([]);
  await keepScreenshot(next, "orders-recovery-unknown", false);
  await next.reload();
  await title.waitFor(patience);
  await card(next).getByRole("button", { name: "Look again" }).click();
  await title.waitFor(patience);
  await card(next).getByRole("button", { name: "I have looked; put it away" }).click();
  await card(next).waitFor({ state: "hidden" });
  await next.reload();
  await orders(next);
  expect(await card(next).count()).toBe(0);
  expect(placements()).toBe(1);
});
