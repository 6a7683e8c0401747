import type { Simulator, StartOptions } from "@kite/simulator";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { latestSaturday } from "../src/server/testing/saturday.ts";
import { openPage } from "./browser.ts";
import { addressOf, startDemo } from "./demo.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

/** Opens a part of the demo, such as `#/market/NSE:INFY`, on the built-in exchange. */
export async function openPart(browser: Browser, hash: string, options: BrowserContextOptions = {}): Promise<Page> {
  const address = await addressOf(startDemo(["--port", "0"]));
  const { page } = await openPage(browser, options);
  await page.goto(`${address}/${hash}`);
  return page;
}

/** Asks the exchange for something without the SDK; gives what stands in `data`, or the text of a list. */
export type Ask = <T>(path: string, query?: readonly (readonly [string, string])[]) => Promise<T>;

/** Opens a part of the demo, logged in to a simulator of this test's own, whose figures stand still. */
export async function openWithOwnSimulator(
  browser: Browser,
  hash: string,
  options: StartOptions = {},
): Promise<{
  readonly page: Page;
  readonly simulator: Simulator;
  readonly ask: Ask;
}> {
  const { simulator, address } = await startWithOwnSimulator(options);
  simulator.setTime(latestSaturday());
  const { page } = await openPage(browser);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  await page.goto(`${address}/${hash}`);
  return { page, simulator, ask: await askerOf(simulator) };
}

async function askerOf(simulator: Simulator): Promise<Ask> {
  const { apiKey, apiSecret, url } = simulator;
  const { request_token } = await simulator.login();
  const text = new TextEncoder().encode(apiKey + request_token + apiSecret);
  const checksum = Buffer.from(await crypto.subtle.digest("SHA-256", text)).toString("hex");
  const body = new URLSearchParams({ api_key: apiKey, request_token, checksum });
  const session = await (await fetch(`${url}/session/token`, { method: "POST", body })).json();
  const headers = { authorization: `token ${apiKey}:${session.data.access_token}` };
  return async (path, query = []) => {
    const asked = new URLSearchParams(query.map(([name, value]) => [name, value]));
    const response = await fetch(`${url}${path}?${asked}`, { headers });
    return response.headers.get("content-type")?.includes("json") ? (await response.json()).data : response.text();
  };
}

/** A panel, by its heading. */
export const panel = (page: Page, name: string | RegExp): Locator => page.getByRole("region", { name });

/** A figure of the quote, by its name. */
export const fact = (page: Page, name: string): Locator =>
  page.locator(".quote-facts > div", { has: page.getByText(name, { exact: true }) }).locator("dd");

/** Waits for quote, candles and options. */
export async function market(page: Page): Promise<void> {
  await page.locator(".quote-last .bone").waitFor({ state: "detached" });
  await page.locator(".chart-canvas canvas").first().waitFor();
  await page.locator(".chain tbody a").first().waitFor();
}

/** Writes a price the Indian way, by hand. */
export function grouped(price: number): string {
  const [whole = "", decimals] = price.toFixed(2).split(".");
  const pairs = whole.slice(0, -3).replaceAll(/\B(?=(\d{2})+$)/g, ",");
  return `${pairs ? `${pairs},` : ""}${whole.slice(-3)}.${decimals}`;
}

/** The field of the search. */
export const searchField = (page: Page): Locator =>
  page.getByRole("combobox", { name: "Search for an instrument or a view" });

/** What the search has found. */
export const found = (page: Page): Locator => page.getByRole("dialog", { name: "Search" }).getByRole("option");

/** Opens the search by its key, and types. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press("/");
  await searchField(page).waitFor();
  await page.keyboard.type(text);
}

/** How many pixels of the chart differ from its corner, that corner's colour, and a number that changes with the picture. */
export function picture(
  page: Page,
): Promise<{ readonly drawn: number; readonly corner: readonly number[]; readonly print: number }> {
  return page.locator(".chart-canvas").evaluate((place) => {
    const corner: number[] = [];
    let drawn = 0;
    let print = 0;
    for (const canvas of place.querySelectorAll("canvas")) {
      // a copy, because a canvas that is read often is one that Chromium warns of
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
      copy?.drawImage(canvas, 0, 0);
      const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      if (corner.length === 0) corner.push(...pixels.slice(0, 3));
      for (let at = 0; at < pixels.length; at += 4) {
        if (corner.every((part, index) => pixels[at + index] === part)) continue;
        drawn += 1;
        print = (print * 31 + at + (pixels[at] ?? 0)) % 1_000_000_007;
      }
    }
    return { drawn, corner, print };
  });
}

/** Buys three of INFY at a limit, as another program of the same person would. */
export async function placeLimit(simulator: Simulator, limit: number): Promise<void> {
  const { apiKey, apiSecret, url } = simulator;
  const { request_token } = await simulator.login();
  const text = new TextEncoder().encode(apiKey + request_token + apiSecret);
  const checksum = Buffer.from(await crypto.subtle.digest("SHA-256", text)).toString("hex");
  const asked = new URLSearchParams({ api_key: apiKey, request_token, checksum });
  const session = await (await fetch(`${url}/session/token`, { method: "POST", body: asked })).json();
  const body = new URLSearchParams({
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    order_type: "LIMIT",
    quantity: "3",
    product: "CNC",
    validity: "DAY",
    price: String(limit),
  });
  const headers = { authorization: `token ${apiKey}:${session.data.access_token}` };
  const response = await fetch(`${url}/orders/regular`, { method: "POST", headers, body });
  expect(response.status).toBe(200);
}
