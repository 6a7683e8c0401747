import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectToFit, keepScreenshot, startBrowser } from "./browser.ts";
import { figures, focused, numbers, openDashboard } from "./dashboard-page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const column = (page: Page, index: number) =>
  page
    .getByRole("table", { name: /Holdings/ })
    .locator(`tbody tr > :nth-child(${index})`)
    .allInnerTexts();
describe("the holdings", () => {
  test("are sorted by a click and by the keyboard, and say so", async () => {
    const { page } = await openDashboard(browser);
    const values = numbers(await column(page, 6));
    expect(values).toEqual([...values].sort((one, other) => other - one));
    const head = page.getByRole("columnheader", { name: "P&L" }).first();
    await head.getByRole("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    const gains = numbers(await column(page, 8));
    expect(gains).toEqual([...gains].sort((one, other) => other - one));
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    expect(numbers(await column(page, 8))).toEqual([...gains].sort((one, other) => one - other));
    await page.getByRole("columnheader", { name: "Instrument" }).first().getByRole("button").focus();
    await page.keyboard.press("Space");
    const symbols = (await column(page, 1)).map((text) => text.split(/\s/)[0] ?? "");
    expect(symbols).toEqual([...symbols].sort((one, other) => one.localeCompare(other)));
    expect(await head.getAttribute("aria-sort")).toBe("none");
  });

  test("are filtered as you type, and the way back is offered when nothing matches", async () => {
    const { page } = await openDashboard(browser);
    const search = page.getByRole("searchbox", { name: "Filter the holdings" });
    const all = (await column(page, 1)).length;
    await search.fill("pledged");
    await page.getByText(`1 of ${all}`, { exact: true }).waitFor();
    expect(await column(page, 1)).toHaveLength(1);
    await search.fill("nobody");
    await page.getByText("Nothing matches “nobody”").waitFor();
    await page.getByRole("button", { name: "Show all holdings" }).click();
    await figures(page);
    expect(await column(page, 1)).toHaveLength(all);
  });
});

test("a gain and a loss are told apart by sign, by arrow and by colour", async () => {
  const { page } = await openDashboard(browser);
  const look = (kind: string) =>
    page
      .locator(`.change.${kind}`)
      .first()
      .evaluate((element) => {
        const { color } = getComputedStyle(element);
        return { color, sign: /[+−]/.exec(element.textContent)?.[0], arrow: element.querySelector("path")?.outerHTML };
      });
  const [gain, loss] = [await look("up"), await look("down")];
  expect([gain.sign, loss.sign]).toEqual(["+", "−"]);
  expect(gain.arrow).not.toBe(loss.arrow);
  const [red, green] = [/^rgb\((\d+), (\d+)/.exec(loss.color), /^rgb\((\d+), (\d+)/.exec(gain.color)];
  expect(Number(red?.[1])).toBeGreaterThan(Number(red?.[2]));
  expect(Number(green?.[2])).toBeGreaterThan(Number(green?.[1]));
});

test("the day's positions are another list, reached by the keyboard", async () => {
  const { page } = await openDashboard(browser);
  const count = () =>
    page
      .getByRole("table", { name: /Positions/ })
      .locator("tbody tr")
      .count();
  const net = await count();
  await page.getByRole("radio", { name: "Net" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("radio", { name: "Day" }).isChecked()).toBe(true);
  expect(await count()).toBeLessThan(net);
  await page.getByRole("button", { name: "Actions for AXISBANK CNC" }).click();
  await page.getByRole("link", { name: "Exit: sell" }).waitFor();
  expect(await page.getByRole("button", { name: "Convert", exact: true }).count()).toBe(0);
});

test("the theme follows the system until one is chosen, and the choice is kept", async () => {
  const { page } = await openDashboard(browser, { colorScheme: "dark" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await keepScreenshot(page, "dark");
  await page.getByRole("button", { name: "Switch to the light theme" }).click();
  const light = await background();
  expect(light).not.toBe(dark);
  await page.reload();
  await figures(page);
  expect(await background()).toBe(light);
  await page.getByRole("button", { name: "Switch to the dark theme" }).click();
  expect(await background()).toBe(dark);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

describe("on every screen", () => {
  test.each([
    ["light", { width: 1440, height: 900 }],
    ["phone", { width: 360, height: 780 }],
    ["phone at twice the text size", { width: 320, height: 640 }],
    ["tablet", { width: 820, height: 1180 }],
    ["4k", { width: 3840, height: 2160 }],
  ] as const)("nothing scrolls sideways, nothing is cut off: %s", async (name, viewport) => {
    const { page } = await openDashboard(browser, { viewport, colorScheme: "light" });
    await expectToFit(page);
    await keepScreenshot(page, name.replaceAll(" ", "-"));
    await page.getByRole("button", { name: "Account of Asha Menon" }).click();
    await page.getByRole("button", { name: "Log out" }).waitFor();
    await expectToFit(page);
    if (name === "phone" || name === "light") await keepScreenshot(page, `${name}-account`, false);
  });
});

test("everything can be reached by Tab, in the order it is seen, with a focus that shows", async () => {
  const { page } = await openDashboard(browser);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the figures");
  const seen: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    seen.push(await focused(page));
    const outline = await page.evaluate(() => {
      const { activeElement: element } = document;
      // the segmented switch shows the focus of its hidden radio on the text beside it
      const shown = element?.matches(".segmented input") ? element.nextElementSibling : element;
      // the link of a row shows it around the whole row
      return shown && getComputedStyle(shown, shown.matches(".row-link") ? "::after" : null).outlineStyle;
    });
    expect(outline).toBe("solid");
  }
  expect(seen.slice(0, 15)).toEqual([
    "Portfolio",
    "Orders",
    "Market",
    "GTT",
    "Alerts",
    "Mutual funds",
    "Margins",
    "Account",
    "Search for an instrument",
    "Auto refresh",
    "Refresh",
    "Switch to the dark theme",
    "Keyboard shortcuts",
    "AMAccount of Asha Menon SIM001",
    "Filter the holdings",
  ]);
  expect(seen).toContain("AXISBANK");
  expect(seen).toContain("Actions for AXISBANK CNC");
});
