import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleWithEsbuild } from "./workspace/bundle.ts";

/**
 * Bytes (brotli) that an app loads at its start for a line of import. What is loaded later, after a first failed read, is in the
 * second figure and has a limit of its own.
 */
const budgets: readonly {
  readonly line: string;
  readonly code: string;
  readonly initial: number;
  readonly later: number;
  /** Packages that are not counted. */
  readonly besides?: string[];
}[] = [
  {
    line: "createClient",
    code: 'import { createClient } from "@kite/core"; globalThis.kite = createClient({ apiKey: "key" });',
    initial: 4_600,
    later: 0,
  },
  {
    line: "createKite",
    code: 'import { createKite } from "@kite/core"; globalThis.kite = createKite({ apiKey: "key" });',
    initial: 7_000,
    later: 1_500,
  },
  {
    line: "createKite + getHoldings",
    code: 'import { createKite } from "@kite/core"; import { getHoldings } from "@kite/portfolio"; globalThis.holdings = getHoldings(createKite({ apiKey: "key" }));',
    initial: 9_000,
    later: 1_500,
  },
  {
    line: "createKite + placeOrder",
    code: 'import { createKite } from "@kite/core"; import { placeOrder } from "@kite/orders"; globalThis.place = (order) => placeOrder(createKite({ apiKey: "key" }), order);',
    initial: 9_200,
    later: 1_500,
  },
];

/** The stream is loaded by pages that show prices, beside the client they have already: core is not counted here. */
const streams: typeof budgets = [
  {
    line: "createTicker",
    code: 'import { createTicker } from "@kite/ticker"; globalThis.ticker = createTicker;',
    initial: 6_000,
    later: 12_000,
    besides: ["@kite/core"],
  },
  {
    line: "decodeFrame",
    code: 'import { decodeFrame } from "@kite/ticker/decode"; globalThis.decode = decodeFrame;',
    initial: 3_000,
    later: 0,
  },
];

/** A plugin brings all of its package; csv-parse, which few pages need, is loaded when a CSV is there. */
const plugins: typeof budgets = ["auth", "orders", "portfolio", "marketData", "mf", "gtt", "alerts", "ticker"].map(
  (name) => ({
    line: `the plugin ${name}`,
    code: `import { ${name} } from "@kite/${name === "marketData" ? "market-data" : name}"; globalThis.plugin = ${name}();`,
    initial: 12_000,
    later: 30_000,
  }),
);

const size = (text: string): number => (text ? brotliCompressSync(text).length : 0);

test.each([...budgets, ...streams, ...plugins])(
  "$line: at most $initial bytes at the start",
  async ({ line, code, initial, later, besides }) => {
    const [bundle] = await bundleWithEsbuild([code], besides);
    const sizes = { initial: size(bundle?.initial ?? ""), later: size(bundle?.later ?? "") };
    console.log(`${line}: ${sizes.initial} of ${initial} bytes, later ${sizes.later} of ${later}`);
    expect(sizes.initial).toBeGreaterThan(500);
    expect(sizes.initial).toBeLessThanOrEqual(initial);
    expect(sizes.later).toBeLessThanOrEqual(later);
  },
);
