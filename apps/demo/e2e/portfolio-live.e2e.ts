import type { Browser, Locator, WebSocketRoute } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser } from "./browser.ts";
import { numbers } from "./dashboard-page.ts";
import { columnOf, holdings, openHeld, positions, rowOf } from "./portfolio-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Columns, counted from the right. */
const [PNL, TODAY, VALUE] = [2, 3, 4];
/** Rupees: each figure is rounded to two decimals before it is shown. */
const expectSum = ({ rows, total }: { rows: number[]; total: number }) => {
  const sum = rows.reduce((all, one) => all + one, 0);
  expect(Math.abs(sum - total)).toBeLessThan(0.005 * (rows.length + 1));
};
const priceIn = (row: Locator) => row.locator(".flash-price");

test("value, gains and totals follow the price, and the total is the sum of the rows on the page", async () => {
  const { page, simulator } = await openHeld(browser);
  await page.getByText("Live", { exact: true }).waitFor();
  const questions: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/kite/portfolio/")) questions.push(request.url());
  });
  const table = holdings(page);
  const row = rowOf(table, "INFY");
  const before = await columnOf(table, PNL);
  const units = numbers([await row.locator("td").nth(0).textContent()])[0] ?? 0;
  simulator.setPrice("NSE:INFY", 1500);
  await priceIn(row).getByText("1,500.00", { exact: true }).waitFor();
  const middle = await columnOf(table, PNL);
  simulator.setPrice("NSE:INFY", 1600);
  await priceIn(row).getByText("1,600.00", { exact: true }).waitFor();
  expect(await row.locator(".flash").getAttribute("class")).toBe("flash up");
  for (const column of [PNL, TODAY, VALUE]) expectSum(await columnOf(table, column));
  const after = await columnOf(table, PNL);
  expect(after.total - middle.total).toBeCloseTo(100 * units, 1);
  expect(after.total).not.toBe(before.total);
  const tile = page.locator(".tile", { hasText: "Total P&L" }).locator(".change-amount");
  expect(numbers([await tile.textContent()])).toEqual([after.total]);
  simulator.setPrice("NSE:INFY", 1450);
  await priceIn(row).getByText("1,450.00", { exact: true }).waitFor();
  expect(await row.locator(".flash").getAttribute("class")).toBe("flash down");
  expect(questions).toEqual([]);
});

test("a position gains its multiplier for each rupee, and the closed ones gain nothing", async () => {
  const { page, simulator } = await openHeld(browser);
  await page.getByText("Live", { exact: true }).waitFor();
  const table = positions(page);
  const row = rowOf(table, /^LEADMINI/);
  const key = `MCX:${await row.locator(".symbol").textContent()}`;
  simulator.setPrice(key, 180);
  await priceIn(row).getByText("180.00", { exact: true }).waitFor();
  const before = await columnOf(table, PNL);
  simulator.setPrice(key, 181);
  await priceIn(row).getByText("181.00", { exact: true }).waitFor();
  const after = await columnOf(table, PNL);
  const lots = numbers([await row.locator("td").nth(1).textContent()])[0] ?? 0;
  // a lot of lead is a tonne, and its price is for a kilogram
  expect(after.total - before.total).toBeCloseTo(1_000 * lots, 1);
  expectSum(after);
  expectSum(await columnOf(table, TODAY));
  expect(await rowOf(table, /./).count()).toBe(1);
});

test("without the stream the figures are those of the last answer, and say of when; then they are live again", async () => {
  const { page, simulator } = await openHeld(browser);
  let isCut = false;
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/kite(\?|$)/, (socket) => {
    if (isCut) void socket.close({ code: 1001 });
    else {
      socket.connectToServer();
      sockets.push(socket);
    }
  });
  await page.reload();
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "Auto refresh" }).uncheck();
  const row = rowOf(holdings(page), "INFY");
  const answered = (await priceIn(row).textContent()) ?? "";
  simulator.setPrice("NSE:INFY", 2345);
  await priceIn(row).getByText("2,345.00", { exact: true }).waitFor();
  isCut = true;
  for (const socket of sockets) await socket.close({ code: 1001 });
  await page.getByText(/^Prices of \d\d:\d\d:\d\d$/).waitFor();
  expect(await priceIn(row).textContent()).toBe(answered);
  expectSum(await columnOf(holdings(page), PNL));
  isCut = false;
  await page.getByText("Live", { exact: true }).waitFor();
  await priceIn(row).getByText("2,345.00", { exact: true }).waitFor();
});

test("rows keep their places while prices move, until the figures are asked for again", async () => {
  const { page, simulator } = await openHeld(browser);
  await page.getByText("Live", { exact: true }).waitFor();
  const symbols = () => holdings(page).locator("tbody .symbol").allTextContents();
  const before = await symbols();
  const last = before.at(-1) ?? "";
  const row = rowOf(holdings(page), last);
  simulator.setPrice(`NSE:${last}`, 99_999);
  await priceIn(row).getByText("99,999.00", { exact: true }).waitFor();
  expect(await symbols()).toEqual(before);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(async () => (await symbols())[0]).toBe(last);
});
