import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsOf } from "./axe.ts";
import { expectToFit, keepScreenshot, startBrowser } from "./browser.ts";
import {
  type Ask,
  fact,
  found,
  grouped,
  market,
  openPart,
  openWithOwnSimulator,
  panel,
  picture,
  placeLimit,
  searchFor,
} from "./market-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Quote {
  readonly last_price: number;
  readonly volume: number;
  readonly oi: number;
  readonly upper_circuit_limit: number;
  readonly ohlc: { readonly open: number; readonly high: number; readonly low: number; readonly close: number };
  readonly depth: { readonly buy: readonly Level[]; readonly sell: readonly Level[] };
}
interface Level {
  readonly price: number;
  readonly quantity: number;
  readonly orders: number;
}
type Candle = [time: string, ...figures: [number, number, number, number, number]];

// the exchange answers one request for quotes a second, so some of what the page asks for has to wait
const patience = { timeout: 10_000 };

const quoteOf = async (ask: Ask, key: string): Promise<Quote> =>
  (await ask<Record<string, Quote>>("/quote", [["i", key]]))[key] as Quote;

test("quote and depth are the exchange's own figures, with the change that it does not send", async () => {
  const { page, simulator, ask } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
  simulator.setPrice("NSE:INFY", 1501.5);
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.locator(".quote-last", { hasText: "1,501.50" }).waitFor();
  const { ohlc, volume, upper_circuit_limit, depth } = await quoteOf(ask, "NSE:INFY");
  const change = Math.round((1501.5 - ohlc.close) * 100) / 100;
  const sign = change < 0 ? "−" : "+";
  const percent = Math.abs((change * 100) / ohlc.close).toFixed(2);
  expect(await page.locator(".quote-change").textContent()).toBe(
    `${sign}${grouped(Math.abs(change))}${sign}${percent}\u00a0%`,
  );
  expect(await page.locator(".quote-change path").getAttribute("d")).toBe(
    change < 0 ? "M5 8.5 1 2h8z" : "M5 2 9 8.500H1z",
  );
  for (const [name, price] of [
    ["Open", ohlc.open],
    ["High", ohlc.high],
    ["Low", ohlc.low],
    ["Previous close", ohlc.close],
    ["Upper circuit", upper_circuit_limit],
  ] as const) {
    expect([name, await fact(page, name).textContent()]).toEqual([name, grouped(price)]);
  }
  expect(Number((await fact(page, "Volume").textContent())?.replaceAll(",", ""))).toBe(volume);

  const book = page.getByRole("table", { name: "Market depth" });
  const rows = async (side: string) =>
    (await book.locator(`.${side} tr`).allInnerTexts()).map((row) =>
      row
        .replaceAll(/(Buyers|Sellers), \d\.\s*/g, "")
        .split(/\s+/)
        .filter(Boolean)
        .map((cell) => Number(cell.replaceAll(",", ""))),
    );
  const figures = (levels: readonly Level[]) => levels.map(({ price, quantity, orders }) => [price, quantity, orders]);
  expect(await rows("bids")).toEqual(figures(depth.buy));
  expect(await rows("asks")).toEqual(figures(depth.sell).reverse());
  const spread = (depth.sell[0]?.price ?? 0) - (depth.buy[0]?.price ?? 0);
  expect(await book.getByRole("row", { name: "Spread" }).textContent()).toContain(grouped(spread));
  const widths = await book.locator(".bids .depth-bar").evaluateAll((bars) => bars.map((bar) => bar.clientWidth));
  const longest = depth.buy.findIndex(({ quantity }) => quantity === Math.max(...depth.buy.map((row) => row.quantity)));
  expect(widths.indexOf(Math.max(...widths))).toBe(longest);
});

test("the hours follow the calendar, in Indian time", async () => {
  const page = await openPart(browser, "#/market");
  await market(page);
  const hours = panel(page, "Market hours");
  await hours
    .getByText(/^(Open|Closed|Pre-open|Post-close|Closing auction)$/)
    .first()
    .waitFor();
  expect(await hours.locator("dd").count()).toBe(6);
  expect(await hours.locator("dd").first().textContent()).toMatch(/ at (\w{3} )?\d\d:\d\d IST|Hours not known/);
});

describe("the chart", () => {
  const readOut = (page: Page) => page.locator(".read-out").textContent();
  /** The figures of a candle as the read-out has them, by hand. */
  const figuresOf = ([, open, high, low, close]: Candle) =>
    `O ${grouped(open)}H ${grouped(high)}L ${grouped(low)}C ${grouped(close)}`;

  test("draws the candles of the width that is chosen, and reads them out", async () => {
    const { page, ask } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
    await market(page);
    const list = await ask<string>("/instruments/NSE");
    const token = list
      .split("\n")
      .find((row) => row.includes(",INFY,"))
      ?.split(",")[0];
    const candlesOf = async (interval: string, days: number) => {
      const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
      const path = `/instruments/historical/${token}/${interval}`;
      const query = [
        ["from", `${day(days)} 00:00:00`],
        ["to", `${day(-1)} 00:00:00`],
      ] as const;
      return (await ask<{ candles: Candle[] }>(path, query)).candles;
    };
    const five = await picture(page);
    expect(five.drawn).toBeGreaterThan(3_000);
    expect(await readOut(page)).toContain(figuresOf((await candlesOf("5minute", 8)).at(-1) as Candle));

    await page.getByRole("radio", { name: "1 day" }).check();
    const days = await candlesOf("day", 250);
    await page.locator(".read-out", { hasText: grouped(days.at(-1)?.[2] ?? 0) }).waitFor();
    expect(await readOut(page)).toContain(figuresOf(days.at(-1) as Candle));
    await expect.poll(async () => (await picture(page)).print, patience).not.toBe(five.print);
    expect((await picture(page)).drawn).toBeGreaterThan(3_000);

    // along the chart with the pointer: every candle is read out with its own figures
    const box = await page.locator(".chart-canvas").boundingBox();
    const seen = new Set([await readOut(page)]);
    for (const part of [0.7, 0.75, 0.8]) {
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * part, (box?.y ?? 0) + 100);
      await expect.poll(() => readOut(page).then((text) => seen.has(text)), patience).toBe(false);
      const text = await readOut(page);
      seen.add(text);
      expect(days.map(figuresOf).filter((figures) => text?.includes(figures))).toHaveLength(1);
    }
    await page.mouse.move(5, 5);
    await expect.poll(() => readOut(page), patience).toContain(figuresOf(days.at(-1) as Candle));
  });

  test("says the same in words and as a table", async () => {
    const page = await openPart(browser, "#/market");
    await market(page);
    const summary = (await page.getByRole("img", { name: /candles of NSE:RELIANCE/ }).getAttribute("aria-label")) ?? "";
    expect(summary).toMatch(
      /^\d+ candles of NSE:RELIANCE, 5 minutes each, from .+ Highest [\d,.]+ \(.+ lowest [\d,.]+/,
    );
    await page.getByRole("button", { name: "Show as a table" }).press("Enter");
    const table = page.getByRole("table", { name: /The latest 60 of \d+ candles/ });
    expect(await table.getByRole("row").count()).toBe(61);
    const newest = await table.locator("tbody tr").first().locator("td").allTextContents();
    expect(await readOut(page)).toContain(`O ${newest[0]}H ${newest[1]}L ${newest[2]}C ${newest[3]}`);
    await page.getByRole("button", { name: "Hide the table" }).click();
    expect(await table.count()).toBe(0);
  });

  test("an order stands at its price, and when it is filled what is owned stands at what was paid", async () => {
    const { page, simulator } = await openWithOwnSimulator(browser, "#/market/NSE:INFY");
    simulator.setPrice("NSE:INFY", 1500);
    await market(page);
    await page.getByRole("button", { name: "Show as a table" }).click();
    const lines = page.getByRole("table", { name: /Orders and what is owned/ });
    const before = await picture(page);
    await placeLimit(simulator, 1495);
    await page.getByRole("button", { name: "Refresh" }).click();
    const order = lines.getByRole("row", { name: /^BUY 3 LIMIT/ });
    await order.waitFor();
    expect(await order.locator("td").allTextContents()).toEqual(["1,495.00", "−0.33\u00a0%"]);
    await expect.poll(async () => (await picture(page)).print, patience).not.toBe(before.print);
    await keepScreenshot(page, "market-lines");
    expect(await problemsOf(page)).toEqual([]);
    simulator.setPrice("NSE:INFY", 1490);
    await order.waitFor({ state: "detached" });
    await lines.getByRole("row", { name: /^CNC 3 −/ }).waitFor();
  });

  test("follows the theme, and names its source in a link", async () => {
    const page = await openPart(browser, "#/market", { colorScheme: "dark" });
    await market(page);
    const corner = async () => (await picture(page)).corner;
    const dark = await corner();
    await page.getByRole("button", { name: "Switch to the light theme" }).click();
    await expect.poll(corner, patience).not.toEqual(dark);
    expect(Math.min(...(await corner()))).toBeGreaterThan(200);
    const link = page.getByRole("link", { name: /TradingView/ });
    expect(await link.getAttribute("href")).toBe("https://www.tradingview.com/");
  });
});

test("the option chain marks the strike next to the index, with the exchange's prices, and leads to a contract", async () => {
  const { page, ask } = await openWithOwnSimulator(browser, "#/market/NSE:NIFTY%2050");
  await market(page);
  const { last_price: spot } = await quoteOf(ask, "NSE:NIFTY 50");
  const options = (await ask<string>("/instruments/NFO"))
    .split("\n")
    .map((row) => row.trim().split(","))
    .filter(([, , , name, , , , , , type]) => name === "NIFTY" && type === "CE");
  const today = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 10);
  const expiry = options
    .map(([, , , , , date = ""]) => date)
    .filter((date) => date >= today)
    .sort()[0];
  const calls = options.filter((row) => row[5] === expiry);
  const nearest = calls.reduce((best, row) =>
    Math.abs(Number(row[6]) - spot) < Math.abs(Number(best[6]) - spot) ? row : best,
  );
  const marked = page.locator('.chain tr[aria-current="true"]');
  expect(await marked.count()).toBe(1);
  const strike = Number((await marked.locator("th").textContent())?.replace("ATM", "").replaceAll(",", ""));
  expect(strike).toBe(Number(nearest[6]));
  const call = `NFO:${nearest[2]}`;
  const { last_price, oi } = await quoteOf(ask, call);
  expect(await marked.getByRole("link", { name: `${strike} call` }).textContent()).toContain(grouped(last_price));
  expect(Number((await marked.locator("td").first().textContent())?.replaceAll(",", ""))).toBe(oi);
  expect(await page.locator(".chain tbody tr").count()).toBe(13);

  await page.getByRole("radio", { name: "All strikes" }).check();
  await expect.poll(() => page.locator(".chain tbody tr").count(), patience).toBe(calls.length);
  const expiries = await page
    .getByLabel("Expiry")
    .locator("option")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  expect(await page.getByLabel("Expiry").inputValue()).toBe(expiry);
  await page.getByLabel("Expiry").selectOption(expiries.at(-1) ?? "");
  await page.getByRole("radio", { name: "Near" }).check();
  await page.locator('.chain tr[aria-current="true"] a').first().click();
  await page.waitForURL(/#\/market\/NFO%3ANIFTY/);
  await page.locator(".quote-what", { hasText: /Call on NIFTY/ }).waitFor();
});

test("outlines hold the places of quote, book, chart and chain, and nothing jumps when they come", async () => {
  const page = await openPart(browser, "#/market", { reducedMotion: "reduce" });
  await market(page);
  const places = () =>
    page
      .locator(".market-view .panel")
      .evaluateAll((panels) =>
        panels
          .slice(0, 4)
          .map((each) => [each.getBoundingClientRect().top, each.getBoundingClientRect().height].map(Math.round)),
      );
  const after = await places();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // the quote itself is asked for alone, those of the chain together
  const isHeld = (url: URL) => url.pathname.includes("/historical/") || url.searchParams.getAll("i").length > 1;
  await page.route(isHeld, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.locator(".chain tbody th.strike").first().waitFor();
  expect(await page.locator(".chain .bone").count()).toBeGreaterThan(20);
  await keepScreenshot(page, "market-loading");
  expect(await places()).toEqual(after);
  release();
  await market(page);
  expect(await places()).toEqual(after);
});

describe("without figures", () => {
  test("each panel says what is wrong and what to do, and goes on by itself when there are some again", async () => {
    const page = await openPart(browser, "#/portfolio");
    const failure = { status: "error", error_type: "InputException", message: "no figures today", data: null };
    const failing = /\/kite\/(quote|instruments\/historical)/;
    await page.route(failing, (route) => route.fulfill({ status: 400, json: failure }));
    await page.getByRole("link", { name: "Market" }).click();
    await panel(page, /RELIANCE/)
      .getByText(/no figures today/)
      .waitFor();
    await panel(page, /RELIANCE/)
      .getByRole("button", { name: /^Try/ })
      .waitFor();
    await page.getByText("There is no quote to take it from.").waitFor();
    await keepScreenshot(page, "market-error");
    expect(await problemsOf(page)).toEqual([]);
    await page.unroute(failing);
    await market(page);
  });

  test("what is not listed is said so, and the search is still there", async () => {
    const page = await openPart(browser, "#/market/NSE:NOBODY");
    await page.getByText("NSE:NOBODY is not listed, or not any more. Search for another instrument.").waitFor();
    await searchFor(page, "tcs");
    await found(page).first().getByText("TATA CONSULTANCY").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "TCS NSE" }).waitFor();
    await market(page);
  });
});

describe.each([
  ["light", { width: 1440, height: 900 }],
  ["tablet", { width: 820, height: 1180 }],
  ["dark", { width: 320, height: 640 }],
] as const)("on every screen: %s", (name, viewport) => {
  const options = { viewport, colorScheme: name === "dark" ? "dark" : "light", reducedMotion: "reduce" } as const;

  test("the market fits, and axe finds nothing wrong", async () => {
    const page = await openPart(browser, "#/market", options);
    await market(page);
    await expectToFit(page);
    expect(await problemsOf(page)).toEqual([]);
    await keepScreenshot(page, `market-${name}`);
    await page.getByRole("button", { name: "Show as a table" }).click();
    await searchFor(page, "nifty");
    await found(page).first().waitFor();
    expect(await problemsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    await keepScreenshot(page, `search-${name}`, false);
  });
});
