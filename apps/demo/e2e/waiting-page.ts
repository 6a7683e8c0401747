import type { KiteClient } from "@kite/core";
import type { Simulator, StartOptions } from "@kite/simulator";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { latestSaturday } from "../src/server/testing/saturday.ts";
import { clientOf } from "../src/web/testing/signed-in.ts";
import { openPage } from "./browser.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

/** A part of the demo, logged in to a simulator of the test's own. */
export interface Waiting {
  readonly page: Page;
  readonly simulator: Simulator;
  /** Asks the exchange past the page and its gateway. */
  readonly kite: KiteClient;
  /** Asks the page for newer figures. */
  readonly refresh: () => Promise<void>;
}

interface WaitingOptions extends BrowserContextOptions {
  readonly exchange?: StartOptions;
}

/** Opens a part of the demo, such as `#/gtt/NSE:INFY`. The market is closed, and its figures stand still until they are set. */
export async function openWaiting(
  browser: Browser,
  hash: string,
  { exchange, ...options }: WaitingOptions = {},
): Promise<Waiting> {
  const { simulator, address } = await startWithOwnSimulator(exchange);
  simulator.setTime(latestSaturday());
  const { page } = await openPage(browser, options);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  await page.goto(`${address}/${hash}`);
  const refresh = () => page.getByRole("button", { name: "Refresh" }).click();
  return { page, simulator, kite: await clientOf(simulator), refresh };
}

/** Chooses something in a field that finds it as one types, by keyboard. */
export async function find(page: Page, field: Locator, text: string, option: string | RegExp): Promise<void> {
  await field.fill(text);
  const wanted = page.getByRole("option", { name: option }).first();
  await wanted.waitFor();
  for (let steps = 0; (await wanted.getAttribute("aria-selected")) !== "true" && steps < 20; steps += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

/** What was said to screen readers last, and shown for a while. */
export const announced = (page: Page, text: string | RegExp): Locator => page.locator(".announcer").getByText(text);

/** Waits for what a mishap on the way is about: a field's own words. */
export async function wordsBeside(page: Page, field: Locator): Promise<string> {
  const ids = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
  return (await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()))).join(" ");
}

/** Screens that every view has to fit. */
export const screens = [
  ["light", { width: 1440, height: 900 }],
  ["tablet", { width: 820, height: 1180 }],
  ["dark", { width: 320, height: 640 }],
] as const;

/** The browser of such a screen. */
export const screenOptions = (
  name: string,
  viewport: { readonly width: number; readonly height: number },
): BrowserContextOptions => ({
  viewport,
  colorScheme: name === "dark" ? "dark" : "light",
  reducedMotion: "reduce",
});
