import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { parseCsv } from "../testing/csv.ts";
import { askInProcess } from "../testing/in-process.ts";
import { badField, badToken, refused } from "../testing/refused.ts";
import { differences, type Kind } from "../testing/shape.ts";

const NOW = "2026-03-02T10:15:30+05:30";

let simulator: Simulator;
let trader: Caller;
let keys: string[];
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse(NOW) });
  trader = await signIn(simulator);
  const { rows } = parseCsv(await (await trader.fetch("/instruments")).text());
  keys = rows.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`);
});
afterAll(() => simulator.close());

const query = (wanted: readonly string[]): string => new URLSearchParams(wanted.map((key) => ["i", key])).toString();
// biome-ignore lint/suspicious/noExplicitAny: rows are what these tests check
const data = async (path: string, wanted: readonly string[]): Promise<any> =>
  (await trader.get(`${path}?${query(wanted)}`)).body.data;

const full: Record<string, Kind> = {
  instrument_token: "int",
  timestamp: "ts",
  last_trade_time: "ts|null",
  last_price: "num",
  average_price: "num",
  last_quantity: "int",
  volume: "int",
  buy_quantity: "int",
  sell_quantity: "int",
  oi: "num",
  oi_day_high: "num",
  oi_day_low: "num",
  net_change: "num",
  lower_circuit_limit: "num",
  upper_circuit_limit: "num",
  ohlc: "object",
  depth: "object",
};
const index: Record<string, Kind> = {
  instrument_token: "int",
  timestamp: "ts",
  last_trade_time: "ts|null",
  last_price: "num",
  net_change: "num",
  ohlc: "object",
};
const ohlc: Record<string, Kind> = { open: "num", high: "num", low: "num", close: "num" };
const level: Record<string, Kind> = { price: "num", quantity: "int", orders: "int" };

describe("GET /quote", () => {
  const some = ["NSE:INFY", "BSE:SBIN", "NSE:M&M", "NFO:NIFTY26MARFUT", "CDS:USDINR26MARFUT", "MCX:LEADMINI26MARFUT"];

  test("answers with a map from what was sent, every quote with exactly the documented keys", async () => {
    const answer = await trader.get(`/quote?${query(some)}`);
    expect([answer.status, answer.type, answer.body.status]).toEqual([200, "application/json", "success"]);
    expect(Object.keys(answer.body.data)).toEqual(some);
    for (const [key, quote] of Object.entries<Record<string, never>>(answer.body.data)) {
      expect(differences(quote, full), key).toEqual([]);
      expect(differences(quote.ohlc, ohlc), key).toEqual([]);
      const { buy, sell } = quote.depth as unknown as Record<"buy" | "sell", unknown[]>;
      expect([buy.length, sell.length]).toEqual([5, 5]);
      expect([...buy, ...sell].flatMap((one) => differences(one, level))).toEqual([]);
    }
    expect(answer.body.data["NSE:INFY"]).toMatchObject({ instrument_token: 408_065, timestamp: "2026-03-02 10:15:30" });
  });

  test("has the best prices first, around the last one", async () => {
    const { "NSE:INFY": infy } = await data("/quote", ["NSE:INFY"]);
    const prices = (side: { price: number }[]) => side.map(({ price }) => price);
    const { buy, sell } = infy.depth;
    expect(prices(buy)).toEqual([...prices(buy)].sort((a, b) => b - a));
    expect(prices(sell)).toEqual([...prices(sell)].sort((a, b) => a - b));
    expect(buy[0].price).toBeLessThan(infy.last_price);
    expect(sell[0].price).toBeGreaterThan(infy.last_price);
  });

  test("has net_change 0 although the price has changed", async () => {
    const { "NSE:INFY": infy } = await data("/quote", ["NSE:INFY"]);
    expect(infy.last_price).not.toBe(infy.ohlc.close);
    expect(infy.net_change).toBe(0);
  });

  test("an index has prices and nothing else", async () => {
    for (const quote of Object.values(await data("/quote", ["NSE:NIFTY 50", "BSE:SENSEX"]))) {
      expect(differences(quote, index)).toEqual([]);
      expect(quote).toMatchObject({ last_trade_time: null });
    }
  });

  test("what has not traded today has no trade time, and where nobody waits there are zeros", async () => {
    const { "NSE:OLDPAPER-BZ": one } = await data("/quote", ["NSE:OLDPAPER-BZ"]);
    expect(one).toMatchObject({ last_trade_time: null, volume: 0, last_quantity: 0, average_price: 0 });
    expect(one.ohlc).toEqual({ open: 0, high: 0, low: 0, close: one.last_price });
    expect(one.depth.buy.slice(2)).toEqual(Array(3).fill({ price: 0, quantity: 0, orders: 0 }));
  });

  test("leaves out what it does not know, without a word", async () => {
    const unknown = ["NSE:NOSUCH", "INFY", "408065", "nse:infy", "NFO:NIFTY20JANFUT", "INDICES:NIFTY 50", ":", ""];
    expect(await data("/quote", unknown)).toEqual({});
    expect(Object.keys(await data("/quote", ["NSE:NOSUCH", "NSE:INFY", "NSE:INFY"]))).toEqual(["NSE:INFY"]);
  });

  test("reads keys however they are encoded", async () => {
    const { body } = await trader.get("/quote?i=NSE%3AM%26M&i=NSE:NIFTY+50&i=NSE:NIFTY%20BANK");
    expect(Object.keys(body.data)).toEqual(["NSE:M&M", "NSE:NIFTY 50", "NSE:NIFTY BANK"]);
  });
});

describe("GET /quote/ohlc and /quote/ltp", () => {
  test("say what the full quote says, in fewer words", async () => {
    const wanted = ["NSE:INFY", "NSE:NIFTY 50", "NFO:NIFTY26MAR25000CE", "NSE:OLDPAPER-BZ"];
    const quotes = await data("/quote", wanted);
    const [short, shortest] = [await data("/quote/ohlc", wanted), await data("/quote/ltp", wanted)];
    for (const key of wanted) {
      const { instrument_token, last_price, ohlc } = quotes[key];
      expect(short[key]).toEqual({ instrument_token, last_price, ohlc });
      expect(shortest[key]).toEqual({ instrument_token, last_price });
    }
    expect([Object.keys(short), Object.keys(shortest)]).toEqual([wanted, wanted]);
  });
});

describe.each([
  ["/quote", 500],
  ["/quote/ohlc", 1000],
  ["/quote/ltp", 1000],
])("%s", (path, most) => {
  test("takes as many instruments as documented, and not one more", async () => {
    expect(Object.keys(await data(path, keys.slice(0, most)))).toHaveLength(most);
    expect(await trader.get(`${path}?${query(keys.slice(0, most + 1))}`)).toEqual(
      refused(400, "InputException", `Too many instruments: ${most + 1}, the limit is ${most}.`),
    );
  });

  test("refuses a request for nothing, and somebody without a session", async () => {
    expect(await trader.get(path)).toEqual(badField("i"));
    expect(await new Caller(simulator).get(`${path}?i=NSE:INFY`)).toEqual(badToken);
  });
});

test("holdings and positions are valued at the same prices", async () => {
  const holdings = (await trader.get("/portfolio/holdings")).body.data;
  const { net } = (await trader.get("/portfolio/positions")).body.data;
  const rows = [...holdings, ...net];
  const quotes = await data(
    "/quote/ohlc",
    rows.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`),
  );
  for (const { exchange, tradingsymbol, instrument_token, last_price, close_price } of rows) {
    const quote = quotes[`${exchange}:${tradingsymbol}`];
    expect(quote).toMatchObject({ instrument_token, last_price, ohlc: { close: close_price } });
  }
});

test("the same seed and clock give the same bytes", async () => {
  const text = async (seed: number) => {
    const ask = await askInProcess(createSimulator({ seed, clock: () => Date.parse(NOW) }));
    return (await ask(`/quote?${query(keys.slice(0, 300))}`)).text();
  };
  expect(await text(7)).toBe(await text(7));
  expect(await text(8)).not.toBe(await text(7));
});

describe("setPrice", () => {
  test("is what everybody sees from then on", async () => {
    await using mine = await startSimulator({ seed: 7, clock: () => Date.parse(NOW) });
    const caller = await signIn(mine);
    mine.setPrice("NSE:INFY", 1500);
    const quote = (await caller.get("/quote?i=NSE:INFY")).body.data["NSE:INFY"];
    expect(quote).toMatchObject({ last_price: 1500, depth: { buy: [{ price: 1499.9 }, {}, {}, {}, {}] } });
    const holdings = (await caller.get("/portfolio/holdings")).body.data;
    expect(holdings.find((row: { tradingsymbol: string }) => row.tradingsymbol === "INFY").last_price).toBe(1500);
    const day = "from=2026-03-02&to=2026-03-02";
    const [candle] = (await caller.get(`/instruments/historical/408065/day?${day}`)).body.data.candles;
    expect(candle[4]).toBe(1500);
    mine.setTime(Date.parse("2026-03-05T11:00:00+05:30"));
    const later = await signIn(mine);
    expect((await later.get("/quote/ltp?i=BSE:INFY")).body.data["BSE:INFY"].last_price).toBe(1500);
  });

  test("refuses what the market would not know", () => {
    const mine = createSimulator();
    expect(() => mine.setPrice("NSE:NOSUCH", 100)).toThrow('setPrice: "NSE:NOSUCH" is not listed');
    expect(() => mine.setPrice("NSE:INFY", 1500.01)).toThrow("setPrice: 1500.01 is no positive multiple of 0.1");
  });
});
