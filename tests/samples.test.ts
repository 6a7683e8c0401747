import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./workspace/packages.ts";
import { samples } from "./workspace/samples.ts";

/** What samples take for granted: a client with every plugin, what a reader has at hand, and names that earlier samples import. */
const given = `
import type { AuthApi, TokenStore } from "@kite/auth";
import type { Kite, SafeClient } from "@kite/core";
import type { AlertsApi } from "@kite/alerts";
import type { GTTApi } from "@kite/gtt";
import type { MarketDataApi } from "@kite/market-data";
import type { MFApi } from "@kite/mf";
import type { OrdersApi } from "@kite/orders";
import type { PortfolioApi } from "@kite/portfolio";
import type { Simulator } from "@kite/simulator";
import type { Ticker } from "@kite/ticker";
declare global {
  const apiKey: string; const accessToken: string; const apiSecret: string; const api_secret: string; const request_token: string; const refresh_token: string;
  const signal: AbortSignal; const store: TokenStore; const logger: { error(error: unknown): void };
  const kite: Kite<
    {
      readonly auth: AuthApi; readonly portfolio: PortfolioApi; readonly orders: OrdersApi; readonly marketData: MarketDataApi;
      readonly mf: MFApi; readonly gtt: GTTApi; readonly alerts: AlertsApi; readonly ticker: Ticker;
    },
    SafeClient
  >;
  const simulator: Simulator;
  function logInAgain(): void; function work(): Promise<void>; function lookAt(error: unknown): void;
  const auth: typeof import("@kite/auth").auth;
  const portfolio: typeof import("@kite/portfolio").portfolio;
  const createKite: typeof import("@kite/core").createKite;
  const createBudget: typeof import("@kite/core").createBudget;
  const cache: typeof import("@kite/core").cache;
  const log: typeof import("@kite/core").log;
}
`;

const all = samples();
let problems = "";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(root, "node_modules/.samples-"));
  writeFileSync(join(folder, "given.d.ts"), given);
  for (const [index, { code }] of all.entries())
    writeFileSync(join(folder, `sample${index}.ts`), `${code}\nexport {};\n`);
  const options = {
    isolatedDeclarations: false,
    declaration: false,
    noUnusedLocals: false,
    allowImportingTsExtensions: true,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: `${root}tsconfig.base.json`,
      compilerOptions: options,
      files: ["given.d.ts", ...all.map((_, index) => `sample${index}.ts`)],
    }),
  );
  problems = spawnSync(`${root}node_modules/.bin/tsc`, ["-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  }).stdout;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("there are samples to look at, and the compiler has no other complaint", () => {
  expect(all.length).toBeGreaterThan(10);
  expect(problems.split("\n").filter((line) => line && !/^\s|sample\d+\.ts\(/.test(line))).toEqual([]);
});

test.each(all.map(({ place }, index) => [place, index] as const))("%s compiles", (_, index) => {
  const own = problems.split("\n").filter((line) => line.includes(`sample${index}.ts(`));
  expect(own.join("\n")).toBe("");
});
