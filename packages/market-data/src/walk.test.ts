import { createHash } from "node:crypto";
import { createKite } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Candle, findGaps, marketData, missingKeys } from "./index.ts";

const noon = new Date("2026-03-04T12:00:30+05:30");
let simulator: Simulator;
let kite: Awaited<ReturnType<typeof signIn>>;
const warnings: string[] = [];

beforeAll(async () => {
  vi.useFakeTimers({ now: noon, toFake: ["Date"] });
  simulator = await startSimulator({ seed: 7, clock: () => noon.getTime() });
  kite = await signIn();
});
afterAll(async () => {
  vi.useRealTimers();
  await simulator.close();
});

/** A signed-in client of the simulated exchange. The simulator counts no requests, so neither does the client. */
async function signIn() {
  const { apiKey, apiSecret, environment } = simulator;
  const onWarning = (message: string) => void warnings.push(message);
  const client = createKite({ apiKey, environment, onWarning, rateLimit: false }).use(marketData());
  const { request_token } = await simulator.login();
  const checksum = createHash("sha256").update(`${apiKey}${request_token}${apiSecret}`).digest("hex");
  const { data } = await client.send({
    endpoint: "session",
    method: "POST",
    path: "/session/token",
    form: { api_key: apiKey, request_token, checksum },
    authorised: false,
    secret: true,
  });
  client.session.setAccessToken((data as { access_token: string }).access_token);
  return client;
}

test("the list holds every exchange, each row under its key and its token", { timeout: 30_000 }, async () => {
  const instruments = await kite.marketData.loadInstruments();
  expect(instruments.size).toBeGreaterThan(1_000);
  expect(instruments.leftOut).toBe(0);
  expect(new Set([...instruments].map(({ exchange }) => exchange))).toEqual(
    new Set(["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"]),
  );
  for (const row of instruments) {
    expect(instruments.byToken(row.instrument_token)).toBe(row);
    expect(instruments.byKey(`${row.exchange}:${row.tradingsymbol}`)).toBe(row);
  }
  const contracts = [...instruments].filter(({ exchange }) => exchange === "NFO");
  expect(await kite.marketData.getInstruments("NFO")).toEqual(contracts);
});

test("quotes of everything that is listed, in as many requests as it takes, and none is missing", {
  timeout: 30_000,
}, async () => {
  const keys = [...(await kite.marketData.loadInstruments())].map((row) => `${row.exchange}:${row.tradingsymbol}`);
  const prices = await kite.marketData.getLTP([...keys, "NSE:NOBODY"]);
  expect(missingKeys(prices)).toEqual(["NSE:NOBODY"]);
  const quotes = await kite.marketData.getQuote(keys);
  expect(missingKeys(quotes)).toEqual([]);
  for (const key of keys) expect(quotes[key]?.last_price).toBe(prices[key]?.last_price);
  expect(warnings).toEqual([]);
});

test("an index has no book, a share has one that agrees with its price limits", async () => {
  const [index] = await kite.marketData.searchInstruments("nifty 50", { segment: "INDICES" });
  expect(await kite.marketData.getMarketDepth(`${index?.exchange}:${index?.tradingsymbol}`)).toMatchObject({
    bids: [],
    mid: null,
  });
  const book = await kite.marketData.getMarketDepth("NSE:INFY");
  const infy = (await kite.marketData.getQuote("NSE:INFY"))["NSE:INFY"];
  expect(book?.bid?.price).toBeGreaterThanOrEqual(infy?.lower_circuit_limit ?? 0);
  expect(book?.ask?.price).toBeLessThanOrEqual(infy?.upper_circuit_limit ?? 0);
  expect(book?.spread).toBeGreaterThan(0);
  expect(book?.mid).toBeGreaterThan(book?.bid?.price ?? Number.POSITIVE_INFINITY);
});

test("a minute's candles of half a year come whole, forward and backward, without gaps", {
  timeout: 30_000,
}, async () => {
  const token = (await kite.marketData.findInstrument("NSE:INFY"))?.instrument_token ?? 0;
  const range = { instrument_token: token, interval: "minute", from: "2025-10-01", to: "2026-03-03" } as const;
  const candles = await kite.marketData.getHistoricalData(range);
  const times = candles.map(({ date }) => date.getTime());
  expect(candles.length).toBeGreaterThan(30_000);
  expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  const backward: Candle[][] = [];
  for await (const page of kite.marketData.iterateHistoricalData({ ...range, direction: "backward" })) {
    backward.unshift([...page.candles]);
  }
  expect(backward.length).toBe(3);
  expect(backward.flat()).toEqual(candles);
  const { days } = findGaps(candles, range);
  expect(days).toEqual([]);
  expect(warnings).toEqual([]);
});

test("a day's candle is the sum of its minutes", async () => {
  const token = (await kite.marketData.findInstrument("NSE:INFY"))?.instrument_token ?? 0;
  const on = { instrument_token: token, from: "2026-02-27", to: "2026-02-27" };
  const [day] = await kite.marketData.getHistoricalData({ ...on, interval: "day" });
  const minutes = await kite.marketData.getHistoricalData({ ...on, interval: "minute" });
  expect(day?.date).toEqual(new Date("2026-02-27T00:00:00+05:30"));
  expect(day?.open).toBe(minutes[0]?.open);
  expect(day?.close).toBe(minutes.at(-1)?.close);
  expect(day?.high).toBe(Math.max(...minutes.map(({ high }) => high)));
  expect(day?.volume).toBe(minutes.reduce((sum, { volume }) => sum + volume, 0));
});

test("a future joined over its expiries has open interest on every day", { timeout: 30_000 }, async () => {
  const future = await kite.marketData.findInstrument({ exchange: "NFO", instrument_type: "FUT" });
  const candles = await kite.marketData.getHistoricalData({
    instrument_token: future?.instrument_token ?? 0,
    interval: "day",
    from: "2018-01-01",
    to: "2026-03-03",
    continuous: true,
    oi: true,
  });
  expect(candles.length).toBeGreaterThan(1_900);
  expect(candles.every(({ oi }) => typeof oi === "number")).toBe(true);
});

test("the option chain of an index has both sides, and its strike at the money is next to the index", async () => {
  const spot = (await kite.marketData.getLTP("NSE:NIFTY 50"))["NSE:NIFTY 50"]?.last_price ?? Number.NaN;
  const chain = await kite.marketData.getOptionChain({ name: "NIFTY", spot });
  const strikes = chain?.strikes.map(({ strike }) => strike) ?? [];
  const nearest = Math.min(...strikes.map((strike) => Math.abs(strike - spot)));
  expect(chain?.strikes.every(({ call, put }) => call && put)).toBe(true);
  expect(Math.abs((chain?.atTheMoney?.strike ?? 0) - spot)).toBe(nearest);
});

test("the old route of trigger ranges gives limits around the price", async () => {
  const key = "NSE:INFY";
  const range = (await kite.marketData.getTriggerRange({ transaction_type: "BUY", instruments: [key, "NSE:NOBODY"] }))[
    key
  ];
  const price = (await kite.marketData.getLTP(key))[key]?.last_price ?? 0;
  expect(range?.lower).toBeLessThan(range?.upper ?? 0);
  expect(Math.abs((range?.lower ?? 0) / price - 1)).toBeLessThan(0.5);
});

test("without a session every call says so", async () => {
  const { apiKey, environment } = simulator;
  const stranger = createKite({ apiKey, accessToken: "expired", environment }).use(marketData());
  await expect(stranger.marketData.getLTP("NSE:INFY")).rejects.toMatchObject({ code: "TokenException" });
  await expect(stranger.marketData.loadInstruments()).rejects.toMatchObject({ code: "TokenException" });
});
