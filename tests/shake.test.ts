import { beforeAll, describe, expect, test } from "vitest";
import { bundleWithEsbuild, bundleWithRolldown, bundleWithWebpack } from "./workspace/bundle.ts";
import { domains, packages } from "./workspace/packages.ts";

interface ExportedName {
  readonly from: string;
  readonly name: string;
  /** Set on endpoints. */
  readonly id: string | undefined;
}

/** Names that a browser's code may import, of every package it may use. */
async function exportedNames(): Promise<ExportedName[]> {
  const names: ExportedName[] = [];
  for (const { name: from, path, folder } of packages) {
    // servers, and the old client, whose one class holds every call
    if (["simulator", "gateway", "legacy"].includes(folder)) continue;
    const module = (await import(`${path}/dist/index.js`)) as Record<string, { readonly raw?: unknown }>;
    for (const [name, value] of Object.entries(module)) names.push({ from, name, id: value?.raw ? name : undefined });
  }
  return names;
}

/** Names that are built on endpoints, and on which. A plugin holds all of its package. */
const builtOn: Readonly<Record<string, readonly string[]>> = {
  getHoldingsByExchange: ["getHoldings"],
  getPortfolioPerformance: ["getHoldings", "getPositions"],
  getPositionsWithPnl: ["getPositions"],
  refreshSession: ["renewAccessToken"],
  getMarketDepth: ["getQuote"],
  iterateHistoricalData: ["getHistoricalData"],
  loadInstruments: ["getInstruments"],
  placeOrders: ["placeOrder"],
  placeAndConfirm: ["placeOrder", "getOrders"],
  waitForOrder: ["getOrders"],
  reconcileOrder: ["getOrders"],
  recoverIntents: ["getOrders"],
  exitOrder: ["cancelOrder"],
  cancelAllOrders: ["getOrders", "cancelOrder"],
  getOrdersByStatus: ["getOrders"],
  getTradesWithPnl: ["getTrades", "getOrders", "getContractNote"],
};

const names = await exportedNames();
const ids = names.flatMap(({ id }) => id ?? []);
const plugins = domains.map(({ folder }) => folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
const codes = names.map(({ from, name }) => `import { ${name} } from "${from}"; globalThis.kept = ${name};`);

test("every package has names to look at, and the domains have endpoints", () => {
  expect(names.length).toBeGreaterThan(40);
  expect(ids).toContain("getHoldings");
  expect(ids).toContain("generateSession");
});

describe.each([
  ["esbuild", async () => (await bundleWithEsbuild(codes)).map(({ initial, later }) => initial + later)],
  ["rolldown", () => bundleWithRolldown(codes)],
  ["webpack", () => bundleWithWebpack(codes)],
] as const)("with %s", (_, bundleAll) => {
  let bundles: readonly string[] = [];
  beforeAll(async () => {
    bundles = await bundleAll();
  }, 120_000);

  test.each(names.map((each, index) => [each.name, each, index] as const))(
    "%s brings no foreign endpoint",
    (_name, { name, id, from }, index) => {
      const found = ids.filter((other) => new RegExp(`\\bid: ?["'\`]${other}["'\`]`).test(bundles[index] ?? ""));
      const isPlugin = plugins.includes(name);
      const own = isPlugin
        ? ids.filter((other) => names.some((each) => each.id === other && each.from === from))
        : (builtOn[name] ?? []);
      expect(found.sort()).toEqual((id ? [id] : [...own]).sort());
    },
  );
});

test("a package that is imported for nothing leaves nothing", async () => {
  const idle = [...new Set(names.map(({ from }) => from))];
  for (const { initial } of await bundleWithEsbuild(idle.map((from) => `import "${from}";`)))
    expect(initial.trim()).toBe("");
});

test("no Node built-in is in a browser's path", async () => {
  const all = [...new Set(names.map(({ from }) => from))].map(
    (from) => `import * as all from "${from}"; globalThis.kept = all;`,
  );
  for (const { initial, later } of await bundleWithEsbuild(all)) expect(initial + later).not.toMatch(/["']node:/);
});
