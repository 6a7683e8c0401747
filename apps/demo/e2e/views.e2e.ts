import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, startBrowser } from "./browser.ts";
import { figures, openDashboard } from "./dashboard-page.ts";
import { addressOf, startDemo } from "./demo.ts";
import { orders } from "./orders-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const current = (page: Page) => page.locator(".views [aria-current=page]").allTextContents();

/** Waits for a view: its heading has the focus, and the title and the navigation name it. */
async function expectView(page: Page, title: string): Promise<void> {
  const heading = () => page.evaluate(() => document.querySelector("h1:focus")?.textContent);
  await expect.poll(heading, { timeout: 5_000 }).toBe(title);
  expect(await page.title()).toBe(`${title} · Kite SDK demo`);
  expect(await current(page)).toEqual([title]);
}

test("every view is reached by keyboard, has its own address, and its heading takes the focus", async () => {
  const { page } = await openDashboard(browser);
  expect(await current(page)).toEqual(["Portfolio"]);
  expect(await page.title()).toBe("Portfolio · Kite SDK demo");
  for (const [title, hash] of [
    ["Orders", "#/orders"],
    ["Market", "#/market"],
    ["GTT", "#/gtt"],
    ["Alerts", "#/alerts"],
    ["Mutual funds", "#/mf"],
    ["Margins", "#/funds"],
    ["Account", "#/account"],
    ["Portfolio", "#/portfolio"],
  ] as const) {
    await page.getByRole("link", { name: title, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expectView(page, title);
    expect(new URL(page.url()).hash).toBe(hash);
  }
});

test("back and forward lead through the views, and a reload stays where it was", async () => {
  const { page } = await openDashboard(browser);
  await page.getByRole("link", { name: "Orders" }).click();
  await orders(page);
  await page.getByRole("link", { name: "Margins" }).click();
  await expectView(page, "Margins");
  await page.goBack();
  await expectView(page, "Orders");
  await page.goBack();
  await expectView(page, "Portfolio");
  await page.goForward();
  await expectView(page, "Orders");
  await page.reload();
  await orders(page);
  expect(await current(page)).toEqual(["Orders"]);
  // who has just come has not asked for another focus
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
});

test("a view comes in a file of its own, asked for once; the one before stays until it is there", async () => {
  const { page } = await openDashboard(browser);
  const files: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/assets/")) files.push(request.url().split("/").at(-1) ?? "");
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/funds-view-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "Margins" }).click();
  await expect.poll(() => files.filter((file) => /^funds-view-.*js$/.test(file)).length).toBeGreaterThan(0);
  await figures(page);
  release();
  await expectView(page, "Margins");
  await page.getByRole("link", { name: "Portfolio" }).click();
  await expectView(page, "Portfolio");
  await page.getByRole("link", { name: "Margins" }).click();
  await expectView(page, "Margins");
  expect(files.filter((file) => /^funds-view-.*js$/.test(file))).toHaveLength(1);
});

test("the way past the header leads to the view and leaves its address alone", async () => {
  const { page } = await openDashboard(browser);
  await page.getByRole("link", { name: "Margins" }).click();
  await expectView(page, "Margins");
  await page.getByRole("button", { name: "Skip to the figures" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  expect(new URL(page.url()).hash).toBe("#/funds");
});

test("a view whose file cannot be had says so, and the others go on", async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(await addressOf(startDemo(["--port", "0"])));
  await figures(page);
  await page.route("**/assets/funds-view-*.js", (route) => route.abort());
  await page.getByRole("link", { name: "Margins" }).click();
  await page.getByRole("heading", { name: "There is nothing to show" }).waitFor();
  await page.getByRole("link", { name: "Orders" }).click();
  await orders(page);
  expect(await page.getByRole("heading", { name: "There is nothing to show" }).count()).toBe(0);
  expect(complaints.splice(0).every((line) => line.includes("dynamically imported module"))).toBe(true);
});

test("on a phone all views are within reach of a thumb, and the current one is in sight", async () => {
  const { page } = await openDashboard(browser, { viewport: { width: 360, height: 780 }, hasTouch: true });
  const row = page.getByRole("navigation", { name: "Views" }).locator("ul");
  for (const [title] of [["Account"], ["Mutual funds"], ["GTT"], ["Portfolio"]] as const) {
    await row.getByRole("link", { name: title, exact: true }).tap();
    await expectView(page, title);
    const inSight = () =>
      row.evaluate((list) => {
        const link = list.querySelector("[aria-current]")?.getBoundingClientRect();
        const { left, right } = list.getBoundingClientRect();
        return link !== undefined && link.left >= left && link.right <= right && link.height >= 36;
      });
    await expect.poll(inSight).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});

test("how soon the first figures are there", async () => {
  const { page } = await openDashboard(browser);
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    figures: performance.now(),
  }));
  expect(times.paint).toBeGreaterThan(0);
  console.log(`first paint after ${Math.round(times.paint)} ms, figures after ${Math.round(times.figures)} ms`);
});
