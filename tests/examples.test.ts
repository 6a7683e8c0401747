import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { root } from "./workspace/packages.ts";

const folder = mkdtempSync(join(tmpdir(), "kite-examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { KITE_API_KEY: _key, KITE_ACCESS_TOKEN: _token, ...environment } = process.env;
const example = async (...names: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [`${root}examples/run.mjs`, ...names], {
    cwd: folder,
    env: environment,
    timeout: 60_000,
  });
  return stdout;
};

/** What each has to print on a simulated exchange. */
const prints: Record<string, RegExp> = {
  "bracket-gtt": /^bought 5 at ₹[\d.]+; GTT \d+ sells at ₹[\d.]+ or ₹[\d.]+$/m,
  "follow-orders": /stream: \d+ CANCELLED, 0 of 1\nended\n$/,
  "guarded-bot":
    /^a small order: order \d+\nthe same again at once: refused by duplicateWindow.*\ntoo large: refused by maxOrderValue.*\nfor delivery: refused by products.*\nafter the stop: refused by stopped/,
  "history-download": /^\d{3,4} candles in infy\.csv$/m,
  "live-candles": /candles from history, (one|none) growing\n$/,
  "live-watchlist": /stream: live\n(.*\n)*?(INFY|RELIANCE|SBIN) +[\d.]+\n/,
  "option-chain": /^NIFTY [\d.]+, expiry \d{4}-\d\d-\d\d\n(.*\n){5,}.* <\n/,
  "place-safely": /^placed: order \d+$/m,
  "portfolio-today": /^today [+-]?₹[\d,.]+, in all [+-]?₹[\d,.]+$/m,
  "price-alert": /^INFY fell <= \d+ enabled\n(.*\n)*removed [\w-]+\n/m,
  "square-off": /\nflat\n$/,
};

test("every example has something to show for itself here and in the README", () => {
  const names = readdirSync(`${root}examples`).filter((file) => file.endsWith(".ts") && file !== "connect.ts");
  expect(names.map((file) => file.slice(0, -3)).sort()).toEqual(Object.keys(prints).sort());
  const readme = readFileSync(`${root}examples/README.md`, "utf8");
  for (const file of names) expect(readme).toContain(`(${file})`);
});

test.each(Object.entries(prints))(
  "%s does on the simulated exchange what it says",
  async (name, pattern) => {
    expect(await example(name)).toMatch(pattern);
  },
  60_000,
);

test("the download goes on where it was", async () => {
  expect(existsSync(join(folder, "infy.csv"))).toBe(true);
  const dates = readFileSync(join(folder, "infy.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.slice(0, 10));
  expect(dates).toEqual([...new Set(dates)].sort());
});

test("without a name they are listed, and a wrong one is refused", async () => {
  expect(await example()).toContain("option-chain");
  await expect(example("no-such")).rejects.toThrow("There is no example no-such");
});
