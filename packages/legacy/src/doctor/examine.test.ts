import { describe, expect, test } from "vitest";
import { examine } from "./examine.ts";

const client = 'import { KiteConnect, KiteTicker } from "kiteconnect";\nconst kc = new KiteConnect({ api_key });\n';
const ticker = "const ticker = new KiteTicker({ api_key, access_token });\n";

const callsOf = (code: string, file = "bot.ts") =>
  examine(file, code).calls.map(({ place, name, confidence, holder }) => [
    `${place}.${name}`,
    confidence === "known" && holder?.certain ? "certain" : confidence,
  ]);

const findingsOf = (code: string, file = "bot.js") =>
  examine(file, code).findings.map(({ id, node }) => [id, node.loc.start.line]);

describe("finds the client, however it is made", () => {
  test.each([
    ["a named import", 'import { KiteConnect } from "kiteconnect"; const kc = new KiteConnect({}); kc.getOrders();'],
    ["another name", 'import { KiteConnect as K } from "kiteconnect"; const kc = new K({}); kc.getOrders();'],
    ["the namespace", 'import * as k from "kiteconnect"; const kc = new k.KiteConnect({}); kc.getOrders();'],
    ["the default import", 'import k from "kiteconnect"; const kc = new k.KiteConnect({}); kc.getOrders();'],
    [
      "its parts",
      'import k from "kiteconnect"; const { KiteConnect } = k; const kc = new KiteConnect({}); kc.getOrders();',
    ],
    ["require", 'const { KiteConnect } = require("kiteconnect"); const kc = new KiteConnect({}); kc.getOrders();'],
    ["require of a part", 'var K = require("kiteconnect").KiteConnect; var kc = new K({}); kc.getOrders();'],
    [
      "a later import",
      'const { KiteConnect } = await import("kiteconnect"); const kc = new KiteConnect({}); kc.getOrders();',
    ],
    [
      "a later assignment",
      'import { KiteConnect } from "kiteconnect"; let kc; kc = new KiteConnect({}); kc.getOrders();',
    ],
    [
      "the import that it has now",
      'import { KiteConnect } from "@kite/legacy"; const kc = new KiteConnect({}); kc.getOrders();',
    ],
  ])("%s", (_, code) => {
    expect(callsOf(code)).toEqual([["kc.getOrders", "certain"]]);
  });

  test("in a field of a class", () => {
    const code = `import { KiteConnect } from "kiteconnect";
      class Bot {
        kc = new KiteConnect({});
        #own = new KiteConnect({});
        run() { return [this.kc.getOrders(), this.#own.getTrades()]; }
      }`;
    expect(callsOf(code)).toEqual([
      ["this.kc.getOrders", "certain"],
      ["this.#own.getTrades", "certain"],
    ]);
  });

  test("by its type, where it comes from elsewhere", () => {
    const code = 'import type { Connect } from "kiteconnect"; export const book = (kc: Connect) => kc.getOrders();';
    expect(callsOf(code)).toEqual([["kc.getOrders", "known"]]);
  });

  test("by the name of a call alone", () => {
    expect(callsOf('import { broker } from "./broker.js"; broker.getHoldings();')).toEqual([
      ["broker.getHoldings", "likely"],
    ]);
  });

  test("and leaves new calls, other objects' calls and shadowed names alone", () => {
    expect(callsOf("kite.portfolio.getHoldings(); kc.kite.orders.getOrders(); emitter.on('x', f);")).toEqual([]);
    expect(callsOf(`${client}function other(kc) { return kc.getOrders(); }`)).toEqual([["kc.getOrders", "known"]]);
  });

  test("in JSX, and with optional calls", () => {
    expect(callsOf(`${client}export const Row = () => <p onClick={() => kc?.getOrders()} />;`, "row.tsx")).toEqual([
      ["kc.getOrders", "certain"],
    ]);
  });
});

describe("points at what a program relies on", () => {
  test.each<[id: string, code: string]>([
    ["debug-output", "new KiteConnect({ api_key, debug: true });"],
    ["kept", 'new KiteConnect({ api_key, login_uri: "https://x" });'],
    ["kept", 'new KiteConnect({ api_key, root: "http://proxy" });'],
    ["endless-retries", "new KiteTicker({ max_retry: -1 });"],
    ["times", "kc.getHistoricalData(1, 'day', new Date(0), '2026-01-01');"],
    ["times", "kc.getOrders().then(([row]) => row.order_timestamp.getTime());"],
    ["real-errors", "kc.getOrders().catch((e) => e instanceof Error);"],
    ["status-field", 'kc.getOrders().catch((e) => e.status === "error");'],
    ["unknown-content-type", 'kc.getOrders().then((r) => r.error_type === "DataException");'],
    ["axios", "kc.requestInstance.interceptors.request.use(f);"],
    ["axios", 'kc._get("user.profile");'],
    ["market-protection", 'kc.placeOrder("regular", { order_type: "MARKET", quantity: 1 });'],
    ["market-protection", 'kc.placeOrder("regular", { order_type: kc.ORDER_TYPE_SLM, quantity: 1 });'],
    ["arguments", 'const p = {}; kc.modifyOrder("regular", "1", p); log(p.order_id);'],
    ["phantom-row", "const rows = await kc.getInstruments(); rows.pop();"],
    ["phantom-row", "kc.getMFInstruments().then((rows) => rows.slice(0, -1));"],
    ["phantom-row", "const rows = await kc.getInstruments(); for (let i = 0; i < rows.length - 1; i++) f(rows[i]);"],
    ["unsigned-quantities", "const volume = tick.volume_traded + 4294967296;"],
    ["unsigned-quantities", "const volume = tick.volume_traded >>> 0;"],
  ])("%s: %s", (id, code) => {
    expect(findingsOf(client + code)).toEqual([[id, 3]]);
  });

  test.each<[id: string, code: string]>([
    ["endless-retries", "ticker.autoReconnect(true, -1, 5);"],
    ["process-exit", "ticker.disconnect();"],
    ["process-exit", 'ticker.on("noreconnect", () => {});'],
    ["process-exit", 'process.on("exit", save);'],
    ["kept-subscriptions", 'ticker.on("connect", () => { ticker.subscribe([1]); });'],
    ["own-sockets", "const second = new KiteTicker({});"],
  ])("%s: %s", (id, code) => {
    expect(findingsOf(client + ticker + code)).toEqual([[id, 4]]);
  });

  test("and is silent where there is nothing", () => {
    const code = `${client}
      const order = { order_type: "LIMIT", price: 1 };
      kc.placeOrder("regular", { order_type: "MARKET", market_protection: -1 });
      kc.placeOrder("regular", order);
      const rows = await kc.getInstruments("NSE");
      rows.filter(({ segment }) => segment === "NSE").pop();
      kc.getHistoricalData(1, "day", "2026-01-01", "2026-02-01").catch((e) => e.error_type === "TokenException");`;
    expect(findingsOf(code)).toEqual([]);
    expect(findingsOf("try {} catch (e) { if (e instanceof Error) f(); }")).toEqual([]);
  });
});
