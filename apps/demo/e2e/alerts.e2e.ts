import { createAlert, getAlerts } from "@kite/alerts";
import type { KiteClient } from "@kite/core";
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

// the exchange answers one request for quotes a second, so some of what the page asks for has to wait
const patience = { timeout: 10_000 };
const form = (page: Page) => page.getByRole("form", { name: "New alert" });
const row = (page: Page, text: string | RegExp) =>
  page
    .getByRole("table", { name: /^Alerts/ })
    .getByRole("row")
    .filter({ hasText: text });

/** Creates an alert past the page. */
const create = (kite: KiteClient, name: string, rhs_constant: number) =>
  createAlert(kite, {
    ...{ name, type: "simple", lhs_exchange: "NSE", lhs_tradingsymbol: "INFY", lhs_attribute: "LastTradedPrice" },
    ...{ operator: ">=", rhs_type: "constant", rhs_constant },
  });

test("an alert is created by keyboard, tells its distance live, and fires when the price gets there", async () => {
  const { page, simulator, kite } = await openWaiting(browser, "#/alerts/NSE:INFY");
  simulator.setPrice("NSE:INFY", 1500);
  await page.getByText("No alerts").waitFor();
  await form(page).getByText("now ₹1,500.00").waitFor(patience);
  await form(page).getByLabel("Price", { exact: true }).fill("1,490");
  await form(page).getByText("That holds already: the alert fires at once.").waitFor();
  await form(page).getByLabel("Price", { exact: true }).fill("1,600");
  await form(page).getByText("₹100.00 or 6.67 % away.").waitFor();
  expect(await form(page).getByLabel("Name").getAttribute("placeholder")).toBe("INFY ≥ ₹1,600.00");
  await page.keyboard.press("Enter");
  await announced(page, "The alert “INFY ≥ ₹1,600.00” is created").waitFor(patience);
  const mine = row(page, "INFY last price ≥ ₹1,600.00");
  await mine.getByText("Watching").filter({ visible: true }).waitFor();
  await mine.getByText("₹100.00 or 6.67 % away").filter({ visible: true }).waitFor(patience);
  expect((await getAlerts(kite)).map(({ rhs_constant, operator }) => [operator, rhs_constant])).toEqual([[">=", 1600]]);

  await mine.getByRole("button", { name: /^When / }).click();
  await page.getByText("It has not fired yet.").waitFor(patience);
  simulator.setPrice("NSE:INFY", 1587.6);
  await mine.getByText("₹12.40 or 0.78 % away").filter({ visible: true }).waitFor(patience);
  simulator.setPrice("NSE:INFY", 1605);
  // nobody asks for it: the list is read again by itself
  await announced(page, "Fired: INFY ≥ ₹1,600.00").waitFor(patience);
  await mine.getByText("Fired: once").filter({ visible: true }).waitFor();
  await mine.getByText("Holds now").filter({ visible: true }).waitFor();
  await page.getByText("INFY at ₹1,605.00").waitFor(patience);
  await keepScreenshot(page, "alerts-fired");
  expect(await problemsOf(page)).toEqual([]);
});

test("an alert is changed in its own form, and compares with another instrument as well", async () => {
  const { page, simulator, kite } = await openWaiting(browser, "#/alerts");
  simulator.setPrice("NSE:INFY", 1500);
  simulator.setPrice("NSE:TCS", 3000);
  await create(kite, "mine", 1600);
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("button", { name: "Change mine" }).click();
  expect(await focused(page)).toBe("Change an alert");
  const changing = page.getByRole("form", { name: "Change an alert" });
  await expect.poll(() => changing.getByLabel("Price", { exact: true }).inputValue(), patience).toBe("1600");
  expect(await changing.getByLabel("Name").inputValue()).toBe("mine");
  await changing.getByLabel("When the last price").selectOption(">");
  await changing.getByRole("radio", { name: "Another’s price" }).check();
  await find(page, changing.getByLabel("Instrument to compare with"), "nse:tcs", /^TCS/);
  await changing.getByText("₹1,500.00 or 100.00 % away.").waitFor(patience);
  await changing.getByRole("button", { name: "Change the alert" }).click();
  await announced(page, "The alert “mine” is changed").waitFor(patience);
  await row(page, "INFY last price > last price of TCS").waitFor();
  const [only, ...others] = await getAlerts(kite);
  expect([only?.rhs_type, only?.rhs_tradingsymbol, others.length]).toEqual(["instrument", "TCS", 0]);
});

test("an alert that places an order does so once, and watches again only after a question", async () => {
  const { page, simulator, kite } = await openWaiting(browser, "#/alerts/NSE:NIFTY%2050");
  simulator.setPrice("NSE:INFY", 1500);
  simulator.setPrice("NSE:NIFTY 50", 24_000);
  await form(page).getByText("now 24,000.00").waitFor(patience);
  await form(page).getByLabel("Level", { exact: true }).fill("24500");
  await form(page).getByRole("radio", { name: "Place an order" }).check();
  await form(page).getByLabel("Quantity").fill("5");
  await form(page).getByRole("button", { name: "Create the alert" }).click();
  await form(page).getByText("Nobody trades an index: choose what to order.").waitFor();
  await find(page, form(page).getByLabel("Order in"), "nse:infy", /^INFY/);
  await keepScreenshot(page, "alerts-order");
  expect(await problemsOf(page)).toEqual([]);
  await form(page).getByRole("button", { name: "Create the alert" }).click();
  const mine = row(page, "Then buys 5 shares of INFY at the market price, CNC");
  await mine.getByText("NIFTY 50 last price ≥ 24,500.00").waitFor(patience);

  const before = simulator.orders().length;
  simulator.setPrice("NSE:NIFTY 50", 24_600);
  await mine.getByText("Its order was placed, so it watches no more.").waitFor(patience);
  expect(simulator.orders().slice(before)).toMatchObject([{ tradingsymbol: "INFY", quantity: 5 }]);

  simulator.setPrice("NSE:NIFTY 50", 24_000);
  await mine.getByRole("button", { name: /^Watch again/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Watch “.*” again\?$/ });
  await dialog.getByText("fires at once and places its order again").waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect((await getAlerts(kite)).map(({ status }) => status)).toEqual(["disabled"]);
  await dialog.getByRole("button", { name: "Watch again" }).click();
  await mine.getByText("Watching").filter({ visible: true }).waitFor(patience);
  expect((await getAlerts(kite)).map(({ status }) => status)).toEqual(["enabled"]);
  expect(simulator.orders()).toHaveLength(before + 1);
});

test("several alerts are deleted at once, after a question, and can still be looked at", async () => {
  const { page, kite, refresh } = await openWaiting(browser, "#/alerts");
  for (const name of ["one", "two", "three"]) await create(kite, name, 9000);
  await refresh();
  await page.getByLabel("Mark one").check();
  await page.getByLabel("Mark three").check();
  await page.getByRole("button", { name: "Delete 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 alerts?" });
  await dialog.getByText("A deleted alert fires no more").waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Keep them" }).click();
  expect((await getAlerts(kite, { status: "enabled" })).length).toBe(3);
  await page.getByRole("button", { name: "Delete 2" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await row(page, "one").waitFor({ state: "detached" });
  expect((await getAlerts(kite, { status: "enabled" })).map(({ name }) => name)).toEqual(["two"]);
  await expect.poll(() => focused(page), patience).toMatch(/^Alerts/);
  await page.getByLabel("Show 2 deleted").check();
  await row(page, "three").getByText("Deleted").filter({ visible: true }).waitFor();
});

test("an alert is not created with what is wrong, and the exchange's own refusal is told in its words", async () => {
  const { page, simulator, kite } = await openWaiting(browser, "#/alerts/NSE:INFY");
  simulator.setPrice("NSE:INFY", 1500);
  await form(page).getByText("now ₹1,500.00").waitFor(patience);
  const price = form(page).getByLabel("Price", { exact: true });
  await form(page).getByRole("button", { name: "Create the alert" }).click();
  await form(page).getByText("Enter a price.").waitFor();
  expect(await focused(page)).toBe("Price");
  expect(await price.getAttribute("aria-invalid")).toBe("true");
  await price.fill("-3");
  expect(await wordsBeside(page, price)).toContain("Enter a number.");
  expect(await getAlerts(kite)).toEqual([]);
  await keepScreenshot(page, "alerts-refused");
  expect(await problemsOf(page)).toEqual([]);

  // past the page's own checks
  await page.route("**/kite/alerts", (route) => {
    const body = new URLSearchParams(route.request().postData() ?? "");
    body.set("operator", "!=");
    return route.request().method() === "POST" ? route.continue({ postData: body.toString() }) : route.fallback();
  });
  await price.fill("1600");
  await page.keyboard.press("Enter");
  await form(page)
    .getByRole("alert")
    .getByText(/operator/i)
    .waitFor(patience);
  expect(await getAlerts(kite)).toEqual([]);
});

describe.each(screens)("on every screen: %s", (name, viewport) => {
  test("the alerts fit, and axe finds nothing wrong", async () => {
    const { page, simulator, kite, refresh } = await openWaiting(
      browser,
      "#/alerts/NSE:INFY",
      screenOptions(name, viewport),
    );
    simulator.setPrice("NSE:INFY", 1500);
    await create(kite, "Infosys at its old high, time to look again", 1612.5);
    await create(kite, "reached", 1400);
    await createAlert(kite, {
      ...{ name: "dip", type: "ato", lhs_exchange: "INDICES", lhs_tradingsymbol: "NIFTY 50" },
      ...{ lhs_attribute: "LastTradedPrice", operator: "<=", rhs_type: "constant", rhs_constant: 21_000 },
      basket: {
        items: [
          {
            ...{ exchange: "NSE", tradingsymbol: "INFY" },
            params: { transaction_type: "BUY", product: "CNC", order_type: "LIMIT", price: 1400, quantity: 10 },
          },
        ],
      },
    });
    await refresh();
    await row(page, "dip").getByText(/away/).filter({ visible: true }).waitFor(patience);
    await form(page).getByRole("radio", { name: "Place an order" }).check();
    await form(page).getByRole("button", { name: "Create the alert" }).click();
    await form(page).getByText("Enter a price.").waitFor(patience);
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `alerts-${name}`);
  });
});
