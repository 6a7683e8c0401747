import { afterEach, describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { signIn } from "../testing/caller.ts";
import { parseCsv } from "../testing/csv.ts";
import { TRADING_HOURS } from "../testing/trade.ts";
import type { MarketSelection } from "./selection.ts";

let simulator: Simulator;
afterEach(() => simulator.close());

async function listedIn(market: MarketSelection, clock = () => TRADING_HOURS) {
  simulator = await startSimulator({ seed: 7, clock, market });
  const caller = await signIn(simulator);
  const { rows } = parseCsv(await (await caller.fetch("/instruments")).text());
  return { caller, keys: rows.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`) };
}

// biome-ignore lint/suspicious/noExplicitAny: rows are what is looked at
type Row = any;
const keysOf = (rows: Row[]): string[] => rows.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`);

test("lists the keys that were asked for, and holds nothing else", async () => {
  const market = ["NSE:INFY", "NSE:NIFTY 50", "NFO:NIFTY26APRFUT"];
  const { caller, keys } = await listedIn(market);
  expect(keys.sort()).toEqual([...market].sort());
  const read = async (path: string) => (await caller.get(path)).body.data;
  expect(keysOf(await read("/portfolio/holdings"))).toEqual(["NSE:INFY"]);
  expect(new Set(keysOf((await read("/portfolio/positions")).net))).toEqual(new Set(["NFO:NIFTY26APRFUT"]));
  expect(new Set(keysOf(await read("/orders")))).toEqual(new Set(["NFO:NIFTY26APRFUT"]));
  expect((await read("/quote/ltp?i=NSE:INFY&i=NSE:TCS"))["NSE:TCS"]).toBeUndefined();
  expect(() => simulator.setPrice("NSE:TCS", 3000)).toThrow(TypeError);
});

test("what is listed costs the same as in a market of everything, and so does what is held", async () => {
  const look = async (market: MarketSelection) => {
    const { caller } = await listedIn(market);
    const { body: quote } = await caller.get("/quote?i=NSE:INFY");
    const { body: holdings } = await caller.get("/portfolio/holdings");
    await simulator.close();
    return [quote.data, holdings.data.filter(({ tradingsymbol }: Row) => tradingsymbol === "INFY")];
  };
  expect(await look(["NSE:INFY"])).toEqual(await look("all"));
});

test("a small market has what the built-in users hold, and a hundred instruments of most kinds", async () => {
  const { caller, keys } = await listedIn("small");
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.length).toBeLessThan(160);
  expect(new Set(keys.map((key) => key.slice(0, 3)))).toEqual(new Set(["NSE", "BSE", "NFO", "CDS", "MCX"]));
  const small = [(await caller.get("/portfolio/holdings")).body, (await caller.get("/portfolio/positions")).body];
  await simulator.close();
  const { caller: everywhere } = await listedIn("all");
  expect(small).toEqual([
    (await everywhere.get("/portfolio/holdings")).body,
    (await everywhere.get("/portfolio/positions")).body,
  ]);
});

test("a small market follows the calendar: contracts leave it and come", async () => {
  let now = TRADING_HOURS;
  const { caller, keys } = await listedIn("small", () => now);
  expect(keys).toContain("NFO:NIFTY26MARFUT");
  now = Date.parse("2026-04-01T10:00:00+05:30");
  const later = await signIn(simulator);
  const { rows } = parseCsv(await (await later.fetch("/instruments/NFO")).text());
  expect(keysOf(rows)).not.toContain("NFO:NIFTY26MARFUT");
  expect(keysOf(rows)).toContain("NFO:NIFTY26JUNFUT");
  expect(caller).toBeDefined();
});

describe("refuses", () => {
  const start = (market: unknown) => () =>
    createSimulator({ market: market as MarketSelection, clock: () => TRADING_HOURS });

  test("keys that nothing is listed under, by name", async () => {
    simulator = createSimulator();
    expect(start(["NSE:INFY", "NSE:NOSUCH", "NFO:NIFTY20JANFUT"])).toThrow(
      new TypeError("market: NSE:NOSUCH, NFO:NIFTY20JANFUT not listed"),
    );
  });

  test.each([[[]], ["tiny"], [[5]], [{}]])("%j", (market) => {
    expect(start(market)).toThrow(/^market: expected/);
  });
});

test.each([
  [{ date: "2026-02-30", from: "18:15", to: "19:15" }],
  [{ date: "8 Nov 2026", from: "18:15", to: "19:15" }],
  [{ date: "2026-11-08", from: "6:15", to: "19:15" }],
  [{ date: "2026-11-08", from: "19:15", to: "18:15" }],
])("a special session of %j is refused", (session) => {
  expect(() => createSimulator({ specialSessions: [session] })).toThrow(/^specialSessions: expected/);
});

test("a special session is a day like any other: it has candles, and the next day follows from it", async () => {
  let now = Date.parse("2026-11-08T18:30:20+05:30");
  const specialSessions = [{ date: "2026-11-08", from: "18:15", to: "19:15" }];
  simulator = await startSimulator({ clock: () => now, market: "small", marketHours: "real", specialSessions });
  const path = "/instruments/historical/408065/minute?from=2026-11-08&to=2026-11-08";
  const caller = await signIn(simulator);
  expect((await caller.get(path)).body.data.candles).toHaveLength(16);
  const form = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", order_type: "MARKET", quantity: "1" };
  const order = { ...form, product: "CNC", market_protection: "-1" };
  expect((await caller.form("POST", "/orders/regular", order)).status).toBe(200);
  now = Date.parse("2026-11-08T20:00:00+05:30");
  const close = (await caller.get("/quote?i=NSE:INFY")).body.data["NSE:INFY"].last_price;
  now = Date.parse("2026-11-09T10:00:00+05:30");
  const next = (await (await signIn(simulator)).get("/quote?i=NSE:INFY")).body.data["NSE:INFY"];
  expect(next.ohlc.close).toBe(close);
});
