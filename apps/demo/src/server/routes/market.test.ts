import { expect, test, vi } from "vitest";
import type {
  BriefQuotesAnswer,
  CandlesAnswer,
  ChainAnswer,
  MarketsAnswer,
  QuoteAnswer,
  SearchAnswer,
  WatchlistAnswer,
} from "../../shared/market-api.ts";
import { Browser } from "../testing/browser.ts";
import { startDashboard, type TestDashboard } from "../testing/dashboard.ts";
import { latestSaturday } from "../testing/saturday.ts";

// quotes go out one a second
vi.setConfig({ testTimeout: 20_000 });

async function startLoggedIn() {
  const dashboard = await startDashboard();
  dashboard.simulator.setTime(latestSaturday());
  await dashboard.logIn("SIM001");
  const browser = new Browser();
  const get = async <T>(path: string, query: Record<string, string> | [string, string][] = {}) => {
    const reply = await browser.ask(`${dashboard.origin}${path}?${new URLSearchParams(query)}`);
    return { status: reply.status, body: reply.json() as T & Record<string, unknown> };
  };
  return { ...dashboard, get };
}

const downloads = ({ simulator }: TestDashboard): number =>
  simulator.requests.filter(({ path }) => path.startsWith("/instruments") && !path.includes("historical")).length;

test("the search ranks shares before contracts, and the list is downloaded once for everybody", async () => {
  const dashboard = await startLoggedIn();
  const { get } = dashboard;
  const { body } = await get<SearchAnswer>("/api/instruments", { q: " infy " });
  expect(body.query).toBe("infy");
  expect(body.results[0]).toMatchObject({ key: "NSE:INFY", name: "INFOSYS", segment: "NSE", expiry: null });
  expect(body.results[1]?.key).toBe("BSE:INFY");
  expect(body.results.find(({ expiry }) => expiry)?.instrument_type).toBe("FUT");
  expect(body.results.length).toBeLessThanOrEqual(12);
  expect(body.searched).toBeGreaterThan(500);
  const options = await get<SearchAnswer>("/api/instruments", { q: "nifty ce" });
  expect(new Set(options.body.results.map((row) => row.instrument_type))).toEqual(new Set(["CE"]));
  expect((await get<SearchAnswer>("/api/instruments", { q: "zzzzzz" })).body.results).toEqual([]);
  expect((await get<SearchAnswer>("/api/instruments")).body.results).toEqual([]);
  await Promise.all([get("/api/quote", { i: "NSE:INFY" }), get("/api/quote", { i: "NSE:TCS" })]);
  expect(downloads(dashboard)).toBe(1);
});

test("the watchlist is the one that was asked for, without what is not listed; or the usual one", async () => {
  const { get } = await startLoggedIn();
  const asked = ["BSE:INFY", "NSE:GONE", "NSE:TCS", "BSE:INFY"].map((key): [string, string] => ["i", key]);
  const { body } = await get<WatchlistAnswer>("/api/watchlist", asked);
  expect(body.instruments.map(({ key }) => key)).toEqual(["BSE:INFY", "NSE:TCS"]);
  for (const { instrument_token } of body.instruments) expect(instrument_token).toBeGreaterThan(0);
  const usual = (await get<WatchlistAnswer>("/api/watchlist")).body.instruments;
  expect(usual.slice(0, 4).map(({ key }) => key)).toEqual(["NSE:NIFTY 50", "NSE:INFY", "NSE:RELIANCE", "NSE:SBIN"]);
  expect(usual[4]).toMatchObject({ name: "NIFTY", instrument_type: "FUT" });
  const many = Array.from({ length: 101 }, (_, index): [string, string] => ["i", `NSE:S${index}`]);
  expect((await get("/api/watchlist", many)).status).toBe(400);
});

test("a quote is the exchange's, with the change that it does not send, and the book beside it", async () => {
  const dashboard = await startLoggedIn();
  const { get, connection, simulator } = dashboard;
  const before = simulator.requests.length;
  const { body } = await get<QuoteAnswer>("/api/quote", { i: "NSE:INFY" });
  expect(simulator.requests.slice(before).map(({ path }) => path)).toEqual(["/instruments", "/quote"]);
  const wire = (await connection.kite.marketData.getQuote.raw("NSE:INFY")).data["NSE:INFY"];
  expect(body.last_price).toBe(wire?.last_price);
  expect(body.change).toBeCloseTo((wire?.last_price ?? 0) - (wire?.ohlc.close ?? 0), 6);
  expect(body.change_percent).toBeCloseTo((100 * (body.change ?? 0)) / (wire?.ohlc.close ?? 1), 9);
  expect(body.depth).toMatchObject({ bids: wire?.depth?.buy, asks: wire?.depth?.sell });
  expect(body.depth?.spread).toBeCloseTo((wire?.depth?.sell[0]?.price ?? 0) - (wire?.depth?.buy[0]?.price ?? 0), 6);
  expect([body.oi, body.options_on, body.market.segment]).toEqual([null, "INFY", "NSE-CAS"]);
  expect([body.lower_circuit_limit, body.upper_circuit_limit]).toEqual([
    wire?.lower_circuit_limit,
    wire?.upper_circuit_limit,
  ]);
});

test("an index has no book, no volume and no limits; a contract has open interest; a first day has no change", async () => {
  const { get } = await startLoggedIn();
  const index = (await get<QuoteAnswer>("/api/quote", { i: "NSE:NIFTY 50" })).body;
  expect([index.depth, index.volume, index.upper_circuit_limit, index.oi]).toEqual([null, null, null, null]);
  expect([index.options_on, index.market.segment]).toEqual(["NIFTY", "INDICES"]);
  const found = await get<SearchAnswer>("/api/instruments", { q: "nifty fut" });
  const future = (await get<QuoteAnswer>("/api/quote", { i: found.body.results[0]?.key ?? "" })).body;
  expect(future.oi?.now).toBeGreaterThan(0);
  expect(future.oi?.high).toBeGreaterThanOrEqual(future.oi?.low ?? Number.NaN);
  expect([future.options_on, future.market.segment]).toEqual(["NIFTY", "NFO-FUT"]);
});

test("what is not listed is a 404 that says what to do, and nothing is asked of the exchange", async () => {
  const dashboard = await startLoggedIn();
  const { get, simulator } = dashboard;
  for (const [path, query] of [
    ["/api/quote", { i: "NSE:NOBODY" }],
    ["/api/quote", {}],
    ["/api/candles", { i: "NSE:NOBODY", interval: "day" }],
    ["/api/option-chain", { name: "ITCX" }],
  ] as const) {
    const { status, body } = await get<object>(path, query);
    expect([path, status, Boolean(body.message && body.what_to_do)]).toEqual([path, 404, true]);
  }
  expect(simulator.requests.some(({ path }) => path.startsWith("/quote"))).toBe(false);
});

test("candles come as the exchange has them, oldest first, for every width", async () => {
  const { get, connection } = await startLoggedIn();
  const token = (await connection.kite.marketData.findInstrument("NSE:INFY"))?.instrument_token ?? 0;
  for (const interval of ["minute", "60minute", "day"] as const) {
    const { body } = await get<CandlesAnswer>("/api/candles", { i: "NSE:INFY", interval });
    expect(body.candles.length).toBeGreaterThan(100);
    const times = body.candles.map(([at]) => at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    const [at = 0, ...figures] = body.candles.at(-1) ?? [];
    const moment = new Date(at * 1000);
    const params = { instrument_token: token, interval, from: moment, to: moment };
    const [wire] = (await connection.kite.marketData.getHistoricalData.raw(params)).data.candles;
    expect(figures).toEqual(wire?.slice(1, 6));
  }
  const wrong = await get("/api/candles", { i: "NSE:INFY", interval: "week" });
  expect([wrong.status, wrong.body.field]).toEqual([400, "interval"]);
});

test("a chain has both sides of each strike and marks the one next to the price of the underlying", async () => {
  const { get, connection } = await startLoggedIn();
  const { body } = await get<ChainAnswer>("/api/option-chain", { name: "NIFTY" });
  const spot = (await connection.kite.marketData.getLTP("NSE:NIFTY 50"))["NSE:NIFTY 50"]?.last_price ?? 0;
  expect(body.spot).toEqual({ key: "NSE:NIFTY 50", last_price: spot });
  const distance = (strike: number) => Math.abs(strike - spot);
  expect(distance(body.at_the_money ?? 0)).toBe(Math.min(...body.strikes.map(({ strike }) => distance(strike))));
  const today = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 10);
  expect(body.expiry).toBe(body.expiries.find((expiry) => expiry >= today));
  expect(body.strikes.every(({ call, put }) => call?.endsWith("CE") && put?.endsWith("PE"))).toBe(true);
  const later = body.expiries.at(-1) ?? "";
  expect((await get<ChainAnswer>("/api/option-chain", { name: "NIFTY", expiry: later })).body.expiry).toBe(later);
  const wrong = await get("/api/option-chain", { name: "NIFTY", expiry: "2019-01-31" });
  expect([wrong.status, wrong.body.code]).toEqual([400, "InvalidInput"]);
});

test.each([
  ["INFY", "NSE:INFY"],
  ["SENSEX", "BSE:SENSEX"],
  ["GOLD", /^MCX:GOLD\d\d[A-Z]{3}FUT$/],
  ["USDINR", /^CDS:USDINR\d\d[A-Z]{3}FUT$/],
])("the strikes of %s are measured against %s", async (name, key) => {
  const { get } = await startLoggedIn();
  const { body } = await get<ChainAnswer>("/api/option-chain", { name });
  expect(body.spot?.key).toMatch(key);
  expect(body.at_the_money).not.toBeNull();
});

test("brief quotes come in one request, null for what is unknown; too many are refused", async () => {
  const { get, simulator } = await startLoggedIn();
  const keys = ["NSE:INFY", "NSE:NOBODY", "NSE:TCS", "NSE:INFY"].map((key): [string, string] => ["i", key]);
  const { body } = await get<BriefQuotesAnswer>("/api/quotes", keys);
  expect(Object.keys(body.quotes)).toEqual(["NSE:INFY", "NSE:NOBODY", "NSE:TCS"]);
  expect(body.quotes["NSE:NOBODY"]).toBeNull();
  expect(body.quotes["NSE:TCS"]?.last_price).toBeGreaterThan(0);
  expect(simulator.requests.filter(({ path }) => path === "/quote")).toHaveLength(1);
  const many = Array.from({ length: 501 }, (_, index): [string, string] => ["i", `NSE:X${index}`]);
  expect((await get("/api/quotes", many)).status).toBe(400);
  expect((await get("/api/quotes")).status).toBe(400);
});

test("the hours of all markets are known without a request, and without a session it is a 401", async () => {
  const { get, simulator, connection } = await startLoggedIn();
  const before = simulator.requests.length;
  const { body } = await get<MarketsAnswer>("/api/markets");
  expect(body.markets.map(({ segment }) => segment)).toEqual(expect.arrayContaining(["NSE", "BSE", "NFO", "MCX"]));
  for (const { phase, next } of body.markets) {
    if (next) expect(Date.parse(next.at)).toBeGreaterThan(Date.parse(body.at) - 1);
    else expect(phase).toBe("unknown");
  }
  expect(simulator.requests).toHaveLength(before);
  simulator.expireSessions();
  const refused = await get("/api/quote", { i: "NSE:INFY" });
  expect([refused.status, connection.state]).toEqual([401, "expired"]);
});
