import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { domains, packages, root } from "../workspace/packages.ts";
import { type Consumer, consumer, nodeBinary, tarball } from "./consumer.ts";

let project: Consumer;
afterAll(() => project.remove());

/** Names of the packages that npm has put into the project. */
const installed = (where: Consumer = project): string[] => {
  const modules = join(where.path, "node_modules");
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : [name],
    )
    .sort();
};

describe("portfolio alone, installed with npm", () => {
  beforeAll(async () => {
    project = consumer();
    // models is a dependency of portfolio and would come from the registry.
    await project.run("npm", ["install", "--no-audit", "--no-fund", ...["core", "models", "portfolio"].map(tarball)]);
  });

  test("brings what it needs and nothing else", () => {
    expect(installed()).toEqual([
      "@kite/core",
      "@kite/models",
      "@kite/portfolio",
      "is-network-error",
      "p-retry",
      "quick-lru",
      "valibot",
    ]);
  });

  test("its packages hold no test, and every source map finds its source", async () => {
    for (const { name, files } of packages
      .filter(({ folder }) => installed().includes(`@kite/${folder}`))
      .map(({ name }) => ({
        name,
        files: readdirSync(join(project.path, "node_modules", name), { recursive: true, encoding: "utf8" }),
      }))) {
      expect(
        files.filter((file) => /\.test|testing\//.test(file)),
        name,
      ).toEqual([]);
      for (const map of files.filter((file) => file.endsWith(".js.map"))) {
        expect(files, `${name}: ${map}`).toContain(map.replace(/^dist\//, "src/").replace(/\.js\.map$/, ".ts"));
      }
    }
  });

  test("no manifest points into the workspace", async () => {
    for (const name of ["core", "models", "portfolio"]) {
      const manifest = await project.run("cat", [`node_modules/@kite/${name}/package.json`]);
      expect(manifest).not.toMatch(/workspace:|catalog:/);
    }
  });

  test.each([20, 22, 24, 26])("runs on Node %i, imported and required", async (major) => {
    project.write(
      "use.mjs",
      `import { createServer } from "node:http";
       import { createKite, isKiteError } from "@kite/core";
       import { getHoldings, portfolio } from "@kite/portfolio";
       const server = createServer((request, response) => {
         const found = request.url === "/portfolio/holdings" && request.headers.authorization === "token key:token";
         response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
         response.end(JSON.stringify(found ? { status: "success", data: [] } : { status: "error", error_type: "GeneralException", message: "Route not found" }));
       }).listen(0, "127.0.0.1");
       await new Promise((resolve) => server.once("listening", resolve));
       const kite = createKite({ apiKey: "key", accessToken: "token", environment: { root: "http://127.0.0.1:" + server.address().port } }).use(portfolio());
       const rows = [await kite.portfolio.getHoldings(), await getHoldings(kite)];
       const failure = await kite.portfolio.getAuctions().catch((error) => error);
       console.log(JSON.stringify(rows), isKiteError(failure, "GeneralException"), process.versions.node.split(".")[0]);
       server.closeAllConnections();
       server.close();`,
    );
    project.write(
      "use.cjs",
      'const { createKite } = require("@kite/core"); console.log(typeof createKite({ apiKey: "key" }).use);',
    );
    const node = await nodeBinary(major);
    expect((await project.run(node, ["use.mjs"])).trim()).toBe(`[[],[]] true ${major}`);
    expect((await project.run(node, ["use.cjs"])).trim()).toBe("function");
  });

  test("the pooled transport says what to install when undici is missing", async () => {
    project.write(
      "pool.mjs",
      `import { createClient } from "@kite/core";
       import { nodeTransport } from "@kite/core/node";
       const kite = createClient({ apiKey: "key", accessToken: "token", transport: nodeTransport() });
       await kite.send({ endpoint: "getOrders", method: "GET", path: "/orders" }).catch(({ message }) => console.log(message));`,
    );
    expect(await project.run("node", ["pool.mjs"])).toContain("npm install undici");
  });
});

const shared = ["@kite/core", "@kite/models", "is-network-error", "p-retry", "quick-lru", "valibot"];

test.each(domains.map(({ folder }) => folder))(
  "%s alone brings the shared six, itself, and csv-parse where it reads CSV",
  async (folder) => {
    const alone = consumer();
    try {
      await alone.run("npm", ["install", "--no-audit", "--no-fund", ...["core", "models", folder].map(tarball)]);
      const csv = ["market-data", "mf"].includes(folder) ? ["csv-parse"] : [];
      expect(installed(alone)).toEqual([...shared, `@kite/${folder}`, ...csv].sort());
      expect((await alone.run("node", ["-e", `console.log(typeof require("@kite/${folder}"))`])).trim()).toBe("object");
    } finally {
      alone.remove();
    }
  },
);

test("ticker alone brings ws for Node, runs imported and required, and ends by itself", async () => {
  const alone = consumer();
  try {
    await alone.run("npm", ["install", "--no-audit", "--no-fund", ...["core", "models", "ticker"].map(tarball)]);
    expect(installed(alone)).toEqual([...shared, "@kite/ticker", "ws"].sort());
    alone.write(
      "use.mjs",
      `import { createKite } from "@kite/core";
       import { createRequire } from "node:module";
       import { ticker } from "@kite/ticker";
       import { decodeFrame } from "@kite/ticker/decode";
       const kite = createKite({ apiKey: "key", accessToken: "token", environment: { root: "http://127.0.0.1:1", ws: "ws://127.0.0.1:1" } }).use(ticker());
       kite.ticker.on("state", ({ status, reason }) => status === "reconnecting" && (console.log(reason), kite.ticker.close()));
       kite.ticker.subscribe([408065]);
       const frame = Uint8Array.of(0, 1, 0, 8, 0, 13, 128, 1, 0, 0, 153, 127);
       console.log(decodeFrame(frame).ticks[0].last_price, typeof createRequire(import.meta.url)("@kite/ticker").createTicker);`,
    );
    for (const major of [20, 22, 24, 26]) {
      const printed = await alone.run(await nodeBinary(major), ["use.mjs"]);
      expect(printed.trim().split("\n"), `Node ${major}`).toEqual(["392.95 function", "network"]);
    }
  } finally {
    alone.remove();
  }
});

test("legacy takes the place of kiteconnect, imported and required, and its doctor runs", async () => {
  const alone = consumer();
  try {
    const below = ["auth", "core", "gtt", "market-data", "mf", "models", "orders", "portfolio", "ticker"];
    await alone.run("npm", ["install", "--no-audit", "--no-fund", ...[...below, "legacy"].map(tarball)]);
    alone.write(
      "use.cjs",
      `const { KiteConnect, KiteTicker } = require("@kite/legacy");
       const kc = new KiteConnect({ api_key: "key" });
       console.log(kc.PRODUCT_MIS, typeof kc.getMFSIPS, typeof KiteTicker);`,
    );
    alone.write(
      "use.mjs",
      `import { KiteConnect } from "@kite/legacy";
       console.log(new KiteConnect({ api_key: "key" }).getLoginURL());`,
    );
    for (const major of [20, 22, 24, 26]) {
      const node = await nodeBinary(major);
      expect((await alone.run(node, ["use.cjs"])).trim(), `Node ${major}`).toBe("MIS function function");
      expect(await alone.run(node, ["use.mjs"]), `Node ${major}`).toContain("api_key=key");
    }
    alone.write(
      "old.js",
      'const { KiteConnect } = require("kiteconnect");\nnew KiteConnect({ api_key: "key" }).getHoldings();\n',
    );
    expect(await alone.run("npx", ["--no-install", "legacy", "doctor", "old.js"])).toContain("getHoldings");
  } finally {
    alone.remove();
  }
});

describe.each(["5.9.3", "7.0.2"])("types under TypeScript %s, with skipLibCheck off", (version) => {
  beforeAll(async () => {
    project ??= consumer();
    const all = packages.map(({ folder }) => tarball(folder));
    await project.run("npm", [
      "install",
      "--no-audit",
      "--no-fund",
      ...all,
      "@types/node@20",
      "undici@7",
      `typescript@${version}`,
    ]);
    const old = readFileSync(`${root}packages/legacy/fixtures/program.ts`, "utf8");
    project.write("old-program.ts", old.replace('from "kiteconnect"', 'from "@kite/legacy"'));
    project.write(
      "program.ts",
      `import { auth, type Profile } from "@kite/auth";
       import { fileTokenStore } from "@kite/auth/node";
       import { createKite, isKiteError, type Outcome } from "@kite/core";
       import { nodeTransport } from "@kite/core/node";
       import { type Exchange, price } from "@kite/models";
       import { getHoldings, type Holding, portfolio } from "@kite/portfolio";
       import { startSimulator } from "@kite/simulator";
       import { alerts, type Alert } from "@kite/alerts";
       import { gtt, type GTT } from "@kite/gtt";
       import { marketData, type Candle } from "@kite/market-data";
       import { fileInstrumentStore } from "@kite/market-data/node";
       import { mf, type MFHolding } from "@kite/mf";
       import { orders, type ConfirmResult, type Order } from "@kite/orders";
       import { fileIntentLog } from "@kite/orders/node";
       import { ticker, type Tick } from "@kite/ticker";
       import { recordTo } from "@kite/ticker/node";

       type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
       const same = <A, B>(value: Same<A, B>): boolean => value;

       export const kite = createKite({ apiKey: "key", transport: nodeTransport({ family: 4 }) }).use(auth()).use(portfolio());
       export const all = kite.use(orders()).use(marketData({ instruments: { store: fileInstrumentStore("dump") } })).use(mf()).use(gtt()).use(alerts()).use(ticker());
       export async function rest(): Promise<void> {
         const book = await all.orders.getOrders();
         all.ticker.on("tick", (tick) => same<typeof tick, Tick>(true));
         await recordTo("ticks");
         const placed = await all.orders.placeAndConfirm(
           { variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1, product: "CNC", order_type: "LIMIT", price: 1 },
           { intents: fileIntentLog("intents.jsonl") },
         );
         same<typeof placed, ConfirmResult>(true);
         same<typeof book, Order[]>(true);
         const candles = await all.marketData.getHistoricalData({ instrument_token: 1, interval: "day", from: "2026-01-01", to: "2026-02-01" });
         same<typeof candles, Candle[]>(true);
         const triggers = await all.gtt.getGTTs();
         same<typeof triggers, GTT[]>(true);
         const list = await all.alerts.getAlerts();
         same<typeof list, Alert[]>(true);
         const funds = await all.mf.getMFHoldings();
         same<typeof funds, MFHolding[]>(true);
         // @ts-expect-error a LIMIT order without a price
         await all.orders.placeOrder({ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1, product: "CNC", order_type: "LIMIT" });
       }
       export async function main(): Promise<Outcome | undefined> {
         await kite.auth.keepSession(fileTokenStore("token.json"));
         const rows = await kite.portfolio.getHoldings();
         same<typeof rows, Holding[]>(true);
         same<Awaited<ReturnType<typeof getHoldings>>, Holding[]>(true);
         const profile = await kite.auth.getProfile();
         same<typeof profile, Profile>(true);
         const quantity: number = rows[0]!.quantity;
         const exchange: Exchange = rows[0]!.exchange;
         // @ts-expect-error an answer is not any: there is no such field
         rows[0]!.no_such_field;
         // @ts-expect-error orders() is not registered
         kite.orders;
         const simulator = await startSimulator({ seed: quantity });
         await simulator.close();
         console.log(price.sum([0.1, 0.2]), exchange);
         try {
           await kite.portfolio.getPositions();
         } catch (error) {
           if (isKiteError(error)) return error.outcome;
         }
         return undefined;
       }`,
    );
  });

  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])("module %s, resolution %s", async (module, moduleResolution) => {
    project.write(
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          declaration: true,
          target: "es2022",
          lib: ["es2023", "dom"],
          types: ["node"],
          skipLibCheck: false,
          exactOptionalPropertyTypes: true,
          module,
          moduleResolution,
        },
        files: ["program.ts", "old-program.ts"],
      }),
    );
    const printed = await project.run("node", ["node_modules/typescript/bin/tsc", "--version"]);
    expect(printed).toContain(version);
    expect(await project.run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"])).toBe("");
  });
});
