import { createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { exchangeCalendar } from "./calendar/exchange-calendar.ts";
import { marketData } from "./plugin.ts";
import { csvOf, market } from "./testing/instruments.ts";
import { memoryStore } from "./testing/memory-store.ts";
import { infyWire } from "./testing/quotes.ts";
import { asked, csvAnswer, succeeding } from "./testing/serving.ts";

/** A client of a small market, with the plugin. */
async function connect(options?: Parameters<typeof marketData>[0]) {
  const server = await answering((request) => {
    if (request.path.startsWith("/instruments/historical/")) return succeeding({ candles: [] });
    if (request.path.startsWith("/instruments/trigger_range/")) return succeeding({});
    if (request.path.startsWith("/instruments")) return csvAnswer(csvOf(market));
    return succeeding(Object.fromEntries(asked(request, "i").map((key) => [key, infyWire])));
  });
  const client = createKite({ apiKey: "key", accessToken: "t", environment: server.environment, rateLimit: false });
  return { ...client.use(marketData(options)), server };
}

test("binds every call under kite.marketData", async () => {
  const { marketData: api, server } = await connect();
  expect(Object.keys(api).sort()).toEqual([
    "findInstrument",
    "getHistoricalData",
    "getInstruments",
    "getLTP",
    "getMarketDepth",
    "getMarketStatus",
    "getMarketStatusAll",
    "getOHLC",
    "getOptionChain",
    "getQuote",
    "getTriggerRange",
    "iterateHistoricalData",
    "loadInstruments",
    "searchInstruments",
  ]);
  for (const call of [api.getQuote, api.getOHLC, api.getLTP]) {
    expect((await call(["NSE:INFY"]))["NSE:INFY"]?.last_price).toBe(1412.95);
    expect((await call.raw("NSE:INFY")).data["NSE:INFY"]?.last_price).toBe(1412.95);
  }
  expect((await api.getMarketDepth("NSE:INFY"))?.spread).toBe(0.3);
  expect(await api.getTriggerRange({ transaction_type: "BUY", instruments: ["NSE:INFY"] })).toEqual({});
  expect((await api.getInstruments.raw("NSE")).data).toBe(csvOf(market));
  const range = { instrument_token: 408065, interval: "day", from: "2026-03-04", to: "2026-03-05" } as const;
  expect(await api.getHistoricalData(range)).toEqual([]);
  expect((await api.getHistoricalData.raw(range)).data).toEqual({ candles: [] });
  for await (const page of api.iterateHistoricalData(range)) expect(page).toMatchObject({ done: 1, total: 1 });
  expect(server.requests).toHaveLength(12);
});

test("what needs the instruments loads them, once for all", async () => {
  const { marketData: api, server } = await connect();
  const [found, hits, chain, instruments] = await Promise.all([
    api.findInstrument("NSE:INFY"),
    api.searchInstruments("reliance", { limit: 1 }),
    api.getOptionChain({ name: "NIFTY", expiry: "2026-03-26", spot: 24_549 }),
    api.loadInstruments(),
  ]);
  expect(found?.instrument_token).toBe(408065);
  expect(hits).toEqual([instruments.byKey("NSE:RELIANCE")]);
  expect(chain?.atTheMoney?.call).toBe(instruments.byKey("NFO:NIFTY26032624550CE"));
  expect(server.requests).toHaveLength(1);
});

test("its options hold for every call", async () => {
  const store = memoryStore();
  const calendar = { ...exchangeCalendar, from: "2026-03-04", to: "2026-03-04", hours: { X: [] } };
  const { marketData: api, server } = await connect({ instruments: { store, exchanges: ["NFO"] }, calendar });
  await api.findInstrument("NSE:INFY");
  await api.loadInstruments();
  expect(server.requests.map(({ path }) => path)).toEqual(["/instruments/NFO"]);
  expect([...store.kept.keys()]).toEqual(["NFO"]);
  expect(Object.keys(api.getMarketStatusAll())).toEqual(["X"]);
  const at = new Date("2026-03-04T10:00:00+05:30");
  expect(api.getMarketStatus("NSE", at)).toMatchObject({ known: false });
  const range = { instrument_token: 408065, interval: "day", from: "2026-03-04", to: "2026-03-04" } as const;
  for await (const page of api.iterateHistoricalData(range)) expect(page.gaps.complete).toBe(false);
});

test("market status needs no server", () => {
  const kite = createKite({ apiKey: "key" }).use(marketData());
  const at = new Date("2026-03-04T10:00:00+05:30");
  expect(kite.marketData.getMarketStatus("NSE", at)).toMatchObject({ known: true, isOpen: true });
  expect(kite.marketData.getMarketStatusAll(at).MCX).toMatchObject({ phase: "continuous" });
});
