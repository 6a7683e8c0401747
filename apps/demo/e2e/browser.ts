import { accessSync, constants } from "node:fs";
import { mkdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

const screenshots = fileURLToPath(new URL("../../../.screenshots/", import.meta.url));

/** Starts Chromium: the one CHROMIUM_PATH names, or the one on the PATH. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? onPath("chromium") ?? onPath("chromium-browser") ?? missing(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missing(): never {
  throw new Error("there is no Chromium: install it, or name it in CHROMIUM_PATH");
}

/** A page in a browser profile of its own, and what its console has said and its policy has forbidden. */
export interface Visit {
  readonly page: Page;
  /** Errors and warnings; the lines that Chromium itself writes for answers such as 401, and for a server that is gone, are left out. */
  readonly complaints: string[];
}

/** Opens an empty page. When the test ends, the page must have had nothing to complain of. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-IN", ...options });
  // sooner than the test ends, so that it is known what was waited for
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  await context.exposeFunction("policyViolated", (what: string) => complaints.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      (globalThis as unknown as { policyViolated(what: string): void }).policyViolated(
        `the page's policy forbids ${violatedDirective}: ${blockedURI} ${sample}`,
      );
    });
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const isNetwork = /^(Failed to load resource|WebSocket connection to )/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isNetwork) complaints.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return { page, complaints };
}

/** Keeps what the whole page looks like in `.screenshots/` at the top of the repository. */
export async function keepScreenshot(page: Page, name: string, fullPage = true): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  // else the header, which stays in place, would stand in the middle
  if (fullPage) await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(screenshots, `demo-${name}.png`), fullPage, animations: "disabled" });
}

/** Nothing makes the page scroll sideways, and nothing is cut off at the edge of its panel. */
export async function expectToFit(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBe(window);
  const cutOff = await page.evaluate(() =>
    [...document.querySelectorAll(".panel :not(.visually-hidden)")]
      .filter((element) => {
        const panel = element.closest(".panel")?.getBoundingClientRect();
        return panel && element.getBoundingClientRect().right > panel.right + 0.5;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(cutOff).toEqual([]);
}
