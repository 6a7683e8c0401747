import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectToFit, keepScreenshot, startBrowser } from "./browser.ts";
import { openHeld } from "./portfolio-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const panel = (page: Page, name: string) => page.getByRole("region", { name });

async function openAccount(viewport = { width: 1440, height: 900 }) {
  const opened = await openHeld(browser, { viewport });
  await opened.page.goto(`${opened.address}/#/account`);
  await panel(opened.page, "Profile").getByText("SIM001 · ZERODHA").waitFor();
  return opened;
}

test("says whose account it is, what it may trade, and until when", async () => {
  const { page } = await openAccount();
  const profile = panel(page, "Profile");
  expect(await profile.textContent()).toMatch(/Asha Menon[\s\S]*SIM001 · ZERODHA[\s\S]*sim001@example\.com/);
  for (const chip of ["NSE", "MCX", "CNC", "SL-M"]) await profile.getByText(chip, { exact: true }).waitFor();
  await profile.getByText("Given online").waitFor();
  const session = panel(page, "Session");
  await session.getByText(/^06:00 IST/).waitFor();
  await session.getByText("Own server").waitFor();
  await panel(page, "Margins").getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "Margins" }).waitFor({ state: "attached" });
});

test("the depository's page opens in another tab, and shares are released on it", async () => {
  const { page, simulator } = await openAccount();
  const release = panel(page, "Authorisation to sell");
  await release.getByRole("button", { name: "Authorise holdings" }).click();
  const link = release.getByRole("link", { name: "Open the depository's page" });
  await link.waitFor();
  expect(await page.content()).not.toContain(simulator.apiKey);
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await tab.getByRole("button", { name: "Approve" }).click();
  await tab.getByText("The shares can be sold today.").waitFor();
});

test("auctions of held shares are listed", async () => {
  const { page } = await openAccount();
  await panel(page, "Auctions").getByText("ASHOKLEY").waitFor();
});

test("the way out ends the session", async () => {
  const { page } = await openAccount();
  await panel(page, "Session").getByRole("button", { name: "Log out" }).click();
  await page.getByRole("heading", { name: "You are logged out" }).waitFor();
});

test.each([[{ width: 360, height: 780 }], [{ width: 820, height: 1180 }], [{ width: 3840, height: 2160 }]])(
  "fits on %o",
  async (viewport) => {
    const { page } = await openAccount(viewport);
    await expectToFit(page);
    await keepScreenshot(page, `account-${viewport.width}`);
  },
);
