import { createKite, type KiteClient, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type ByKey,
  type Candle,
  type CandleColumns,
  type ExchangeCalendar,
  exchangeCalendar,
  findInstrument,
  getHistoricalData,
  getLTP,
  getMarketStatus,
  getOptionChain,
  getQuote,
  getTriggerRange,
  type HistoricalDataWire,
  type HistoryPage,
  type Instrument,
  type Instruments,
  iterateHistoricalData,
  type LTPQuote,
  loadInstruments,
  type MarketDataApi,
  type MarketDepth,
  type MarketSession,
  type MarketStatus,
  marketData,
  missingKeys,
  type OHLCQuote,
  type OptionChain,
  type Quote,
  type QuoteWire,
  type TriggerRange,
} from "./index.ts";
import { fileInstrumentStore } from "./node.ts";

const kite = createKite({ apiKey: "key" }).use(marketData());
declare const client: KiteClient;
declare const instruments: Instruments;
const range = { instrument_token: 408065, from: "2026-03-04", to: new Date() };

test("kite.marketData has the package's types", () => {
  const { marketData: api } = kite;
  expectTypeOf(api).toEqualTypeOf<MarketDataApi>();
  expectTypeOf(api.getQuote(["NSE:INFY"])).resolves.toEqualTypeOf<ByKey<"NSE:INFY", Quote>>();
  expectTypeOf(api.getOHLC("NSE:INFY")).resolves.toEqualTypeOf<ByKey<"NSE:INFY", OHLCQuote>>();
  expectTypeOf(api.getMarketDepth("NSE:INFY")).resolves.toEqualTypeOf<MarketDepth | null>();
  expectTypeOf(api.getHistoricalData({ ...range, interval: "minute" })).resolves.toEqualTypeOf<Candle[]>();
  expectTypeOf(
    api.getHistoricalData({ ...range, interval: "minute" }, { columns: true }),
  ).resolves.toEqualTypeOf<CandleColumns>();
  expectTypeOf(api.iterateHistoricalData({ ...range, interval: "day" })).toExtend<AsyncIterable<HistoryPage>>();
  expectTypeOf(api.getInstruments()).resolves.toEqualTypeOf<Instrument[]>();
  expectTypeOf(api.getInstruments("NFO")).resolves.toEqualTypeOf<Instrument[]>();
  expectTypeOf(api.getInstruments.raw("NFO")).resolves.toEqualTypeOf<WireResponse<string>>();
  expectTypeOf(api.loadInstruments()).resolves.toEqualTypeOf<Instruments>();
  expectTypeOf(api.findInstrument("NSE:INFY")).resolves.toEqualTypeOf<Instrument | undefined>();
  expectTypeOf(api.searchInstruments("infy", { limit: 5 })).resolves.toEqualTypeOf<Instrument[]>();
  expectTypeOf(api.getOptionChain({ name: "NIFTY" })).resolves.toEqualTypeOf<OptionChain | null>();
  expectTypeOf(api.getMarketStatus("NSE")).toEqualTypeOf<MarketStatus>();
  expectTypeOf(api.getTriggerRange({ transaction_type: "BUY", instruments: [] })).resolves.toEqualTypeOf<
    Record<string, TriggerRange>
  >();
});

test("every key that was asked for is in the answer, and may be null", async () => {
  const prices = await getLTP(client, ["NSE:INFY", "BSE:SENSEX"]);
  expectTypeOf(prices["NSE:INFY"]).toEqualTypeOf<LTPQuote | null>();
  // @ts-expect-error an instrument may be unknown
  prices["NSE:INFY"].last_price;
  // @ts-expect-error nobody asked for it
  prices["NSE:TCS"];
  expectTypeOf(missingKeys(prices)).toEqualTypeOf<("NSE:INFY" | "BSE:SENSEX")[]>();
  const keys: readonly string[] = [];
  const any = await getLTP(client, keys);
  expectTypeOf(any.x).toEqualTypeOf<LTPQuote | null | undefined>();
  // @ts-expect-error a key is text
  getLTP(client, [408065]);
});

test("raw has the wire's types", () => {
  expectTypeOf(getQuote.raw(client, "NSE:INFY")).resolves.toEqualTypeOf<WireResponse<Record<string, QuoteWire>>>();
  expectTypeOf(getHistoricalData.raw(client, { ...range, interval: "day" })).resolves.toEqualTypeOf<
    WireResponse<HistoricalDataWire>
  >();
  expectTypeOf<Quote["timestamp"]>().toEqualTypeOf<Date>();
  expectTypeOf<QuoteWire["timestamp"]>().toEqualTypeOf<string>();
});

test("fields that an index may lack are optional", () => {
  expectTypeOf<Quote["volume"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Quote["depth"]>().toExtend<object | undefined>();
  expectTypeOf<Quote["last_price"]>().toEqualTypeOf<number>();
  expectTypeOf<Candle["oi"]>().toEqualTypeOf<number | undefined>();
});

test("what cannot be asked for does not compile", () => {
  getHistoricalData(client, { ...range, interval: "day", continuous: true, oi: true });
  // @ts-expect-error joined contracts have candles of a day only
  getHistoricalData(client, { ...range, interval: "minute", continuous: true });
  // @ts-expect-error a token is a number
  getHistoricalData(client, { ...range, interval: "day", instrument_token: "408065" });
  // @ts-expect-error milliseconds could be seconds
  getHistoricalData(client, { ...range, interval: "day", from: Date.now() });
  // An interval that Kite adds needs no release of ours.
  getHistoricalData(client, { ...range, interval: "2hour" });
  // @ts-expect-error forward or backward
  iterateHistoricalData(client, { ...range, interval: "day", direction: "sideways" });
  // @ts-expect-error a side is BUY or SELL
  getTriggerRange(client, { transaction_type: "buy", instruments: ["NSE:INFY"] });
  // @ts-expect-error an option chain is of something
  getOptionChain(instruments, { spot: 24500 });
});

test("what is found in loaded instruments is found at once", () => {
  expectTypeOf(findInstrument(instruments, { name: "NIFTY", strike: 24500 })).toEqualTypeOf<Instrument | undefined>();
  expectTypeOf(getOptionChain(instruments, { name: "NIFTY" })).toEqualTypeOf<OptionChain | null>();
  for (const instrument of instruments) expectTypeOf(instrument).toEqualTypeOf<Instrument>();
  // @ts-expect-error the client has to load them first
  findInstrument(client, "NSE:INFY");
  loadInstruments(client, { store: fileInstrumentStore("folder"), exchanges: ["NSE"] });
});

test("a status that is not known has no phase", () => {
  const status = getMarketStatus("NSE");
  // @ts-expect-error the calendar may not know
  status.phase;
  if (status.known) expectTypeOf(status.isOpen).toEqualTypeOf<boolean>();
  else expectTypeOf(status.problem).toEqualTypeOf<string>();
});

test("a calendar is plain data that can be extended", () => {
  const calendar: ExchangeCalendar = {
    ...exchangeCalendar,
    days: [
      { date: "2026-11-08", name: "Muhurat", sessions: { NSE: [{ phase: "continuous", from: "18:15", to: "19:15" }] } },
    ],
  };
  createKite({ apiKey: "key" }).use(marketData({ calendar }));
  // @ts-expect-error closed is what is left over
  const session: MarketSession = { phase: "closed", from: "09:00", to: "10:00" };
  void session;
});
