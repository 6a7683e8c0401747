import {
  getHistoricalData,
  getMarketStatus,
  getMarketStatusAll,
  getOptionChain,
  getQuote,
  type Instruments,
  loadInstruments,
} from "@kite/market-data";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { candleRow } from "../chart/candle-rows.ts";
import { firstCandle } from "../chart/first-candle.ts";
import { chartIntervals } from "../chart/intervals.ts";
import { signedIn } from "../testing/signed-in.ts";
import { usualWatchlist } from "../watchlist/usual-watchlist.ts";
import { briefQuote } from "./brief-quotes.ts";
import { chainRows } from "./chain-rows.ts";
import { instrumentRow } from "./instrument-row.ts";
import { listed } from "./listed.ts";
import { marketRow } from "./market-row.ts";
import { quoteRows } from "./quote-rows.ts";
import { chainNameOf, spotKeyOf, statusSegmentOf } from "./underlying.ts";

// each test starts an exchange of its own, and reads its list
vi.setConfig({ testTimeout: 20_000 });

const noon = new Date("2026-03-04T12:00:00+05:30");

// chains are those that are still to expire
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: noon }));
afterEach(() => void vi.useRealTimers());

async function startMarket() {
  const { kite, simulator } = await signedIn();
  const instruments = await loadInstruments(kite);
  const rows = async (key: string) => {
    const instrument = listed(instruments, key);
    const quote = (await getQuote(kite, key))[key];
    if (!quote) throw new Error(`no quote of ${key}`);
    const market = marketRow(getMarketStatus(statusSegmentOf(instrument, instruments)));
    return quoteRows(instrumentRow(instrument), quote, market, chainNameOf(instrument, instruments) ?? null);
  };
  return { kite, simulator, instruments, rows };
}

const nextFuture = (instruments: Instruments, name: string) =>
  [...instruments.byName(name)].find(({ instrument_type }) => instrument_type === "FUT");

test("a quote is the exchange's, with the change that it does not send, and the book beside it", async () => {
  const { kite, rows } = await startMarket();
  const found = await rows("NSE:INFY");
  const wire = (await getQuote.raw(kite, "NSE:INFY")).data["NSE:INFY"];
  const { last_price = 0, ohlc, depth } = wire ?? {};
  expect(found.instrument).toMatchObject({ key: "NSE:INFY", name: "INFOSYS", expiry: null, instrument_token: 408065 });
  expect(found.last_price).toBe(last_price);
  expect(found.change).toBeCloseTo(last_price - (ohlc?.close ?? 0), 6);
  expect(found.change_percent).toBeCloseTo((100 * (found.change ?? 0)) / (ohlc?.close ?? 1), 9);
  expect(found.depth).toMatchObject({ bids: depth?.buy, asks: depth?.sell });
  expect(found.depth?.spread).toBeCloseTo((depth?.sell[0]?.price ?? 0) - (depth?.buy[0]?.price ?? 0), 6);
  expect([found.oi, found.options_on, found.market.segment]).toEqual([null, "INFY", "NSE-CAS"]);
  expect([found.lower_circuit_limit, found.upper_circuit_limit]).toEqual([
    wire?.lower_circuit_limit,
    wire?.upper_circuit_limit,
  ]);
});

test("an index has no book, no volume and no limits; a contract has open interest", async () => {
  const { instruments, rows } = await startMarket();
  const index = await rows("NSE:NIFTY 50");
  expect([index.depth, index.volume, index.upper_circuit_limit, index.oi]).toEqual([null, null, null, null]);
  expect([index.options_on, index.market.segment]).toEqual(["NIFTY", "INDICES"]);
  const future = await rows(`NFO:${nextFuture(instruments, "NIFTY")?.tradingsymbol}`);
  expect(future.oi?.now).toBeGreaterThan(0);
  expect(future.oi?.high).toBeGreaterThanOrEqual(future.oi?.low ?? Number.NaN);
  expect([future.options_on, future.market.segment]).toEqual(["NIFTY", "NFO-FUT"]);
});

test("what is not listed says what to do", async () => {
  const { instruments } = await startMarket();
  expect(() => listed(instruments, "NSE:NOBODY")).toThrow("NSE:NOBODY is not listed, or not any more.");
});

test("a first day has no change", async () => {
  const { kite } = await startMarket();
  const quote = (await getQuote(kite, "NSE:INFY"))["NSE:INFY"];
  if (!quote) throw new Error("no quote");
  expect(briefQuote(quote).change_percent).toBeCloseTo(
    ((quote.last_price - quote.ohlc.close) * 100) / quote.ohlc.close,
  );
  expect(briefQuote({ ...quote, ohlc: { ...quote.ohlc, close: 0 } }).change_percent).toBeNull();
});

test("a chain has both sides of each strike, and marks the one next to the price of the underlying", async () => {
  const { kite, instruments, simulator } = await startMarket();
  const chain = getOptionChain(instruments, { name: "NIFTY" });
  const key = chain && spotKeyOf(chain, instruments);
  expect(key).toBe("NSE:NIFTY 50");
  const last_price = (await getQuote(kite, "NSE:NIFTY 50"))["NSE:NIFTY 50"]?.last_price ?? 0;
  const marked = getOptionChain(instruments, { name: "NIFTY", spot: last_price });
  if (!marked) throw new Error("no chain");
  const rows = chainRows(marked, { key: "NSE:NIFTY 50", last_price });
  const distance = (strike: number) => Math.abs(strike - last_price);
  expect(distance(rows.at_the_money ?? 0)).toBe(Math.min(...rows.strikes.map(({ strike }) => distance(strike))));
  expect(rows.strikes.every(({ call, put }) => call?.endsWith("CE") && put?.endsWith("PE"))).toBe(true);
  expect(chainRows(chain ?? marked, null).at_the_money).toBeNull();
  expect(simulator.requests.filter(({ path }) => path.startsWith("/instruments"))).toHaveLength(1);
});

test.each([
  ["INFY", /^NSE:INFY$/],
  ["SENSEX", /^BSE:SENSEX$/],
  ["GOLD", /^MCX:GOLD\d\d[A-Z]{3}FUT$/],
  ["USDINR", /^CDS:USDINR\d\d[A-Z]{3}FUT$/],
])("the strikes of %s are measured against %s", async (name, key) => {
  const { instruments } = await startMarket();
  const chain = getOptionChain(instruments, { name });
  expect(chain && spotKeyOf(chain, instruments)).toMatch(key);
});

test("candles keep the exchange's figures, and no width is without some", async () => {
  const { kite } = await startMarket();
  for (const interval of chartIntervals) {
    const range = { instrument_token: 408065, interval, from: firstCandle(interval, noon), to: noon };
    const candles = await getHistoricalData(kite, range);
    expect(candles.length).toBeGreaterThan(100);
    const last = candles.at(-1);
    if (!last) throw new Error("no candle");
    const { date, open, high, low, close, volume } = last;
    expect(candleRow(last)).toEqual([date.getTime() / 1000, open, high, low, close, volume]);
  }
});

test("the usual watchlist is an index, three shares, and the future that expires next", async () => {
  const { instruments } = await startMarket();
  const keys = usualWatchlist(instruments);
  expect(keys.slice(0, 4)).toEqual(["NSE:NIFTY 50", "NSE:INFY", "NSE:RELIANCE", "NSE:SBIN"]);
  expect(instruments.byKey(keys[4] ?? "")).toMatchObject({ name: "NIFTY", instrument_type: "FUT" });
});

test("a market that is known has a next change, one that is not says why", () => {
  for (const status of Object.values(getMarketStatusAll(noon))) {
    const { next, phase } = marketRow(status);
    expect([status.segment, phase === "unknown" || next !== null]).toEqual([status.segment, true]);
  }
  const diwali = marketRow(getMarketStatus("NSE", new Date("2026-11-08T12:00:00+05:30")));
  expect([diwali.phase, diwali.confirmed]).toEqual(["unknown", false]);
  expect(diwali.reason).toBeTruthy();
  const night = marketRow(getMarketStatus("NSE", new Date("2026-03-04T22:00:00+05:30")));
  expect([night.phase, night.reason]).toEqual(["closed", null]);
  expect(marketRow(getMarketStatus("NSE", new Date("2026-03-07T12:00:00+05:30"))).reason).toBe("weekend");
});
