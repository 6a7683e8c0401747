import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser } from "./browser.ts";
import { found, market, openWithOwnSimulator, panel, searchField } from "./market-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const shares = ["INFY", "TCS", "RELIANCE", "SBIN", "ITC", "HDFCBANK", "WIPRO", "NTPC", "TATASTEEL", "ASHOKLEY"];
const keys = [...shares.map((symbol) => `NSE:${symbol}`), "NSE:NIFTY 50", "NSE:NIFTY BANK", "BSE:SENSEX"];
/** Rounds a second, each of which brings every instrument: 650 ticks. */
const ROUNDS = 50;
/** Ticks after which the measuring ends. */
const ENOUGH = 3_000;

test("more than 500 ticks a second are drawn once a frame at most, and typing and clicking go on", {
  // a busy machine needs its time to open the page
  timeout: 120_000,
}, async () => {
  const { page, simulator } = await openWithOwnSimulator(browser, "#/funds");
  await page.evaluate((all) => localStorage.setItem("kite-demo-watchlist", JSON.stringify(all)), keys);
  const ticks = countTicks(page);
  await page.goto(`${page.url().split("#")[0]}#/market/NSE:INFY`);
  await market(page);
  await expect.poll(() => page.locator(".watch .flash-price").count()).toBe(keys.length);
  await watch(page);
  const before = { ticks: ticks(), at: Date.now() };
  let rounds = 0;
  const moving = setInterval(() => {
    // as many as are due: a machine that is busy otherwise has to take them all the same
    const due = Math.floor(((Date.now() - before.at) * ROUNDS) / 1_000) - rounds;
    if (due === 0) return;
    rounds += due;
    const symbol = shares[rounds % shares.length];
    simulator.setPrice(`NSE:${symbol}`, 1_000 + (rounds % 50));
    simulator.stream.flood(due);
  }, 10);
  const typed = "tata motors nifty bank reliance";
  try {
    await page.keyboard.press("/");
    await searchField(page).waitFor();
    await page.keyboard.type(typed, { delay: 25 });
    expect(await searchField(page).inputValue()).toBe(typed);
    await searchField(page).fill("wipro");
    await found(page).first().getByText("WIPRO").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: "15 minutes" }).check();
    await panel(page, "Watchlist")
      .getByRole("link", { name: /^TCS NSE/ })
      .click();
    await page.getByRole("heading", { name: "TCS NSE" }).waitFor();
    while (ticks() - before.ticks < ENOUGH) await page.waitForTimeout(50);
  } finally {
    clearInterval(moving);
  }
  const seconds = (Date.now() - before.at) / 1_000;
  const { frames, commits, changes, longest, delay } = await page.evaluate(() => window.burst);
  const rate = Math.round((ticks() - before.ticks) / seconds);
  console.log(
    `${rate} ticks/s for ${seconds.toFixed(1)} s: ${frames} frames, ${commits} drawings of the watchlist with ${changes} changes; ` +
      `longest task ${Math.round(longest)} ms, longest delay of an input ${Math.round(delay)} ms`,
  );
  expect(commits).toBeGreaterThan(0);
  expect(commits).toBeLessThanOrEqual(frames);
  // what did not change is not drawn anew: a row has a price, a volume, a change and an arrow
  expect(changes).toBeLessThan(ticks() - before.ticks);
});

/** What the page counts while it is watched. */
interface Burst {
  frames: number;
  /** How often the watchlist was drawn, and with how many changed nodes. */
  commits: number;
  changes: number;
  /** Milliseconds: of a task, and from an input to the start of its handling. */
  longest: number;
  delay: number;
}

declare global {
  interface Window {
    burst: Burst;
  }
}

/** Counts frames and drawings in the page, and how long it was busy. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const burst: Burst = { frames: 0, commits: 0, changes: 0, longest: 0, delay: 0 };
    window.burst = burst;
    const frame = () => {
      burst.frames += 1;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const rows = document.querySelector(".watches");
    if (!rows) throw new Error("there is no watchlist");
    new MutationObserver((records) => {
      burst.commits += 1;
      burst.changes += records.length;
    }).observe(rows, { subtree: true, childList: true, characterData: true, attributes: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) burst.longest = Math.max(burst.longest, duration);
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        burst.delay = Math.max(burst.delay, entry.processingStart - entry.startTime);
      }
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** Counts the packets of the stream's frames; heartbeats have none. */
function countTicks(page: Page): () => number {
  let count = 0;
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      if (typeof payload !== "string" && payload.length > 2) count += payload.readUInt16BE(0);
    }),
  );
  return () => count;
}
