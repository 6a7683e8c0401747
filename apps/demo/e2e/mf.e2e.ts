import { getMFHoldings, getMFOrders, getMFSIPs } from "@kite/mf";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, startBrowser } from "./browser.ts";
import { focused } from "./dashboard-page.ts";
import { announced, find, openWaiting, screenOptions, screens, wordsBeside } from "./waiting-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const patience = { timeout: 10_000 };
const form = (page: Page) => page.getByRole("form", { name: "Order a fund" });
const table = (page: Page, name: RegExp) => page.getByRole("table", { name });
const fund = "Peacock Flexi Cap Fund - Direct Plan";

/** Finds a fund by keyboard, and waits for what it asks for. */
async function choose(page: Page): Promise<void> {
  await find(page, page.getByLabel("Fund", { exact: true }), "peacock flexi direct", new RegExp(fund));
  await form(page).waitFor(patience);
}

test("a fund is found, bought by amount, and its order cancelled after a question", async () => {
  const { page, kite } = await openWaiting(browser, "#/mf");
  const lists: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/mf/instruments")) lists.push(request.url());
  });
  const orders = table(page, /^Orders/);
  await orders.locator("tbody th").first().waitFor();
  expect(lists).toEqual([]);
  await choose(page);
  expect(lists).toHaveLength(1);
  await form(page)
    .getByText(/^at least ₹[\d,.]+, steps of ₹[\d,.]+$/)
    .waitFor();
  await page.getByLabel("Amount in rupees").fill("1");
  await page.keyboard.press("Enter");
  await form(page)
    .getByText(/^Must be at least \d+ for this fund, got 1\.$/)
    .waitFor();
  expect(await focused(page)).toBe("Amount in rupees");
  expect(await wordsBeside(page, page.getByLabel("Amount in rupees"))).toContain("Must be at least");
  await keepScreenshot(page, "mf-refused");
  expect(await problemsOf(page)).toEqual([]);
  await page.getByLabel("Amount in rupees").fill("12,000");
  await form(page)
    .getByText(/^About [\d,.]+ units at the NAV of [\d,.]+\.$/)
    .waitFor();
  await page.keyboard.press("Enter");
  await announced(page, `Ordered ${fund}`).waitFor(patience);
  expect(await focused(page)).toBe("Order a fund");
  const mine = orders.getByRole("row").filter({ hasText: fund });
  await mine.getByText("₹12,000.00").waitFor();
  await mine.getByText("Open").filter({ visible: true }).waitFor();
  const placed = (await getMFOrders(kite)).filter(({ amount }) => amount === 12_000);
  expect(placed.map(({ fund: name, transaction_type }) => [name, transaction_type])).toEqual([[fund, "BUY"]]);

  await mine.getByRole("button", { name: /^Cancel the order/ }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel this order?" });
  await dialog.getByText(`${fund}: buy for ₹12,000.00.`).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel the order" }).click();
  await mine.getByText("Cancelled").filter({ visible: true }).waitFor(patience);
  await expect.poll(() => focused(page), patience).toMatch(/^Orders/);
  expect((await getMFOrders(kite)).find(({ amount }) => amount === 12_000)?.status).toBe("CANCELLED");
});

test("units are redeemed out of a holding, and not more than there are", async () => {
  const { page, kite } = await openWaiting(browser, "#/mf");
  const [held] = await getMFHoldings(kite);
  await page
    .getByRole("button", { name: `Redeem ${held?.fund}` })
    .filter({ visible: true })
    .click();
  const units = page.getByLabel("Units", { exact: true });
  await units.fill("999999");
  await page.keyboard.press("Enter");
  await form(page)
    .getByText(/^You can redeem [\d,.]+ units at most\.$/)
    .waitFor(patience);
  await units.fill("1.5");
  await page.keyboard.press("Enter");
  await announced(page, `Asked to redeem units of ${held?.fund}`).waitFor(patience);
  await table(page, /^Orders/)
    .getByRole("row")
    .filter({ hasText: "1.5 units" })
    .waitFor();
  const sold = (await getMFOrders(kite)).find(({ quantity }) => quantity === 1.5);
  expect([sold?.transaction_type, sold?.tradingsymbol]).toEqual(["SELL", held?.tradingsymbol]);
});

test("a SIP is created, paused, changed, and cancelled after a question", async () => {
  const { page, kite } = await openWaiting(browser, "#/mf");
  const sips = table(page, /^SIPs/);
  await page.getByRole("button", { name: "New SIP" }).click();
  expect(await focused(page)).toBe("Order a fund");
  await choose(page);
  await page.getByLabel("Rupees each time").fill("2,500");
  await page.getByLabel("Day of the month").selectOption("15");
  await page.getByLabel("Instalments").fill("24");
  expect(await problemsOf(page)).toEqual([]);
  await form(page).getByRole("button", { name: "Create the SIP" }).click();
  await announced(page, `There is a SIP in ${fund}`).waitFor(patience);
  const mine = sips.getByRole("row").filter({ hasText: fund });
  await mine.getByText("₹2,500.00 every month on the 15th").waitFor();
  await mine.getByText("0 done, 24 to go").waitFor();
  const stored = async () => (await getMFSIPs(kite)).find((sip) => sip.fund === fund);
  expect(await stored()).toMatchObject({ status: "ACTIVE", instalment_day: 15, instalments: 24 });

  await mine
    .getByRole("button", { name: `Pause the SIP in ${fund}` })
    .filter({ visible: true })
    .click();
  await mine.getByText("None while it is paused").filter({ visible: true }).waitFor(patience);
  expect((await stored())?.status).toBe("PAUSED");
  await mine
    .getByRole("button", { name: `Resume the SIP in ${fund}` })
    .filter({ visible: true })
    .click();
  await mine.getByText("Active").filter({ visible: true }).waitFor(patience);

  await mine
    .getByRole("button", { name: `Change the SIP in ${fund}` })
    .filter({ visible: true })
    .click();
  await expect.poll(() => page.getByLabel("Rupees each time").inputValue(), patience).toBe("2500");
  await page.getByLabel("Rupees each time").fill("3000");
  await form(page).getByRole("radio", { name: "Weekly" }).check();
  await form(page).getByRole("button", { name: "Change the SIP" }).click();
  await mine.getByText("₹3,000.00 every week").waitFor(patience);

  await mine
    .getByRole("button", { name: `Cancel the SIP in ${fund}` })
    .filter({ visible: true })
    .click();
  await page.getByRole("dialog", { name: "Cancel this SIP?" }).getByRole("button", { name: "Cancel the SIP" }).click();
  await mine.getByText("Cancelled").filter({ visible: true }).waitFor(patience);
  expect((await stored())?.status).toBe("CANCELLED");
});

test("where the exchange keeps funds read-only, as the real one does, the refusal says where it goes on", async () => {
  const { page } = await openWaiting(browser, "#/mf", { exchange: { mutualFundOrders: "refuse" } });
  await page.getByText("Kite documents mutual funds as read-only over its API").waitFor();
  await choose(page);
  await page.getByLabel("Amount in rupees").fill("12000");
  await page.keyboard.press("Enter");
  await form(page).getByRole("alert").getByText("mutual funds are read-only there").waitFor(patience);
  await keepScreenshot(page, "mf-read-only");
  expect(await problemsOf(page)).toEqual([]);
});

test("outlines hold the places of holdings, SIPs and orders, and what cannot be had says so", async () => {
  const { page } = await openWaiting(browser, "#/funds");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/kite/mf/holdings", async (route) => {
    await held;
    const json = { status: "error", error_type: "GeneralException", message: "Something is broken" };
    await route.fulfill({ status: 500, json });
  });
  await page.getByRole("link", { name: "Mutual funds" }).click();
  await table(page, /^Holdings/)
    .locator(".bone")
    .first()
    .waitFor();
  await keepScreenshot(page, "mf-loading");
  expect(await problemsOf(page)).toEqual([]);
  release();
  await page.getByRole("heading", { name: "There is nothing to show" }).waitFor(patience);
  await page.unroute("**/kite/mf/holdings");
  await page.getByRole("button", { name: "Try again" }).click();
  await table(page, /^Holdings/)
    .locator("tfoot")
    .waitFor(patience);
});

describe.each(screens)("on every screen: %s", (name, viewport) => {
  test("the funds fit, and axe finds nothing wrong", async () => {
    const { page } = await openWaiting(browser, "#/mf", screenOptions(name, viewport));
    await table(page, /^Holdings/)
      .locator("tfoot")
      .waitFor();
    await page.getByRole("radio", { name: "SIP" }).check();
    await choose(page);
    await form(page).getByRole("button", { name: "Create the SIP" }).click();
    await form(page).getByText("Enter an amount.").waitFor();
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `mf-${name}`);
  });
});
