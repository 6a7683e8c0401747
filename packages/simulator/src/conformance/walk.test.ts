import { safeParse } from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createApp } from "../app.ts";
import { createExchange } from "../exchange.ts";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { ato, simple } from "../testing/alert-forms.ts";
import { submit, visit } from "../testing/browser.ts";
import { Caller, exchangeForm, sha256, signIn } from "../testing/caller.ts";
import { OWN_PAGES, ROUTES } from "../testing/conformance/routes.ts";
import { Walker } from "../testing/conformance/walker.ts";
import { orderForm, type Row, TRADING_HOURS } from "../testing/trade.ts";
import { triggerForm, twoLeg } from "../testing/trigger-forms.ts";

// thousands of rows, on machines that have other things to do
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/*
 * Every route of the published API, over HTTP, against schemas that are written from its documentation alone. What the
 * documentation leaves open, the schemas take in both forms: the answer to a sliced order as an object or as an array,
 * the token of a trigger range as 0 or as it is, `status` in the list of standing orders or not.
 */

const DAY_MS = 86_400_000;
let now = TRADING_HOURS;
let simulator: Simulator;
let trader: Walker;
let platform: Walker;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => now });
  simulator.setPrice("NSE:INFY", 1500);
  trader = new Walker(simulator, await signIn(simulator));
  platform = trader.as(await signIn(simulator, "SIM003"));
});
afterAll(() => simulator.close());

const place = async (fields: Record<string, string>, variety = "regular"): Promise<string> =>
  (await trader.ok("POST", `/orders/${variety}`, orderForm(fields))).order_id;
const statusesOf = (rows: readonly Row[]): Set<string> => new Set(rows.map(({ status }) => status));

describe("session and user", () => {
  test("login leads to the app with a token, which buys a session once", async () => {
    simulator.redirectUrl = "http://127.0.0.1:9/back";
    const query = new URLSearchParams({ v: "3", api_key: simulator.apiKey, redirect_params: "page=7" });
    const login = await visit(simulator, `/connect/login?${query}`);
    expect([login.status, login.headers.get("content-type")]).toEqual([200, expect.stringMatching(/^text\/html;/)]);
    const fields = { api_key: simulator.apiKey, user_id: "SIM003", redirect_params: "page=7" };
    const { status, location } = await submit(simulator, "/connect/login", fields);
    expect([status, `${location?.origin}${location?.pathname}`]).toEqual([302, simulator.redirectUrl]);
    const { request_token = "", ...others } = Object.fromEntries(location?.searchParams ?? []);
    expect(others).toEqual({ action: "login", status: "success", page: "7" });
    trader.walked.add("GET /connect/login");

    const form = exchangeForm(simulator, request_token);
    const wrong = await trader.refused(403, "POST", "/session/token", { ...form, checksum: sha256("x") });
    expect(wrong).toMatchObject({ error_type: "TokenException", message: "Invalid `checksum`." });
    const session = await trader.ok("POST", "/session/token", form);
    expect(session).toMatchObject({ user_id: "SIM003", api_key: simulator.apiKey });
    const spent = await trader.refused(403, "POST", "/session/token", form);
    expect(spent).toMatchObject({ error_type: "TokenException", message: "Token is invalid or has expired." });

    const { api_key, checksum } = exchangeForm(simulator, session.refresh_token);
    const renewal = { api_key: api_key ?? "", refresh_token: session.refresh_token, checksum: checksum ?? "" };
    const { access_token } = await trader.ok("POST", "/session/refresh_token", renewal);
    await trader.refused(403, "POST", "/session/refresh_token", renewal);
    const address = `/session/token?${new URLSearchParams({ api_key: simulator.apiKey, access_token })}`;
    await trader.ok("DELETE", address);
    const gone = trader.as(new Caller(simulator, access_token));
    expect((await gone.refused(403, "GET", "/user/profile")).error_type).toBe("TokenException");
  });

  test("everybody has a profile and margins, the newest customer too", async () => {
    for (const user of [trader, platform, trader.as(await signIn(simulator, "SIM002"))]) {
      for (const path of ["/user/profile", "/user/profile/full", "/user/margins"]) await user.ok("GET", path);
      for (const segment of ["equity", "commodity"]) {
        const row = await user.ok("GET", `/user/margins/${segment}`);
        expect((await user.ok("GET", "/user/margins"))[segment]).toEqual(row);
      }
    }
    await trader.refused(400, "GET", "/user/margins/gold");
  });
});

describe("orders", () => {
  test("every variety can be placed, changed, cancelled and read", async () => {
    const open = await place({ price: "1490", tag: "mine", validity: "TTL", validity_ttl: "30" });
    await trader.ok("PUT", `/orders/regular/${open}`, { price: "1491", quantity: "12" });
    const stop = await place({ order_type: "SL", price: "1520", trigger_price: "1510" });
    const gone = await place({ price: "1480" });
    await trader.ok("DELETE", `/orders/regular/${gone}`);
    await place({ order_type: "MARKET", market_protection: "-1" });
    await place({ order_type: "MARKET", market_protection: "2", validity: "IOC", quantity: "100" });
    await place({ price: "1400" }, "amo");
    const amo = await place({ price: "1401" }, "amo");
    await trader.ok("PUT", `/orders/amo/${amo}`, { price: "1402" });
    const cover = await place({ order_type: "MARKET", trigger_price: "1450", market_protection: "-1" }, "co");
    const orders: Row[] = await trader.ok("GET", "/orders");
    const second = orders.find(({ parent_order_id }) => parent_order_id === cover);
    await trader.ok("DELETE", `/orders/co/${second.order_id}?parent_order_id=${cover}`);
    await place({ price: "1490", iceberg_legs: "2", iceberg_quantity: "5" }, "iceberg");
    const auctions: Row[] = await trader.ok("GET", "/portfolio/holdings/auctions");
    expect(auctions.length).toBeGreaterThan(0);

    const after: Row[] = await trader.ok("GET", "/orders");
    for (const status of ["OPEN", "TRIGGER PENDING", "COMPLETE", "CANCELLED", "AMO REQ RECEIVED"]) {
      expect(statusesOf(after)).toContain(status);
    }
    expect(new Set(after.map(({ variety }) => variety))).toEqual(new Set(["regular", "amo", "co", "iceberg"]));
    for (const { order_id } of after) {
      const rows: Row[] = await trader.ok("GET", `/orders/${order_id}`);
      expect(rows[0]).toMatchObject({ status: "PUT ORDER REQ RECEIVED", instrument_token: 1 });
      await trader.ok("GET", `/orders/${order_id}/trades`);
    }
    expect((await trader.ok("GET", "/trades")).length).toBeGreaterThan(0);
    expect(await trader.refused(400, "POST", "/orders/regular", orderForm({ product: "BO" }))).toMatchObject({
      message: "Invalid `product`.",
      data: null,
    });
    await trader.refused(404, "GET", "/orders/190000000000000000");
    await trader.refused(404, "GET", "/orders/190000000000000000/trades");
    await trader.refused(405, "PUT", `/orders/amo/${stop}`, { price: "1521" });
    await trader.refused(400, "DELETE", `/orders/regular/${gone}`);
    await trader.refused(404, "POST", "/orders/bo", orderForm());
  });

  test("a large order is sliced, a refused one is in the book or in the answer", async () => {
    const future = { exchange: "NFO", tradingsymbol: "NIFTY26APRFUT", product: "NRML", price: "24000" };
    const form = orderForm({ ...future, quantity: String(65 * 60), autoslice: "true" });
    const [{ lower_circuit_limit }]: Row[] = Object.values(await trader.ok("GET", "/quote?i=NFO:NIFTY26APRFUT"));
    const answer = await trader.ok("POST", "/orders/regular", { ...form, price: String(lower_circuit_limit) });
    expect(answer.children.length).toBeGreaterThan(1);
    const booking = await startSimulator({ seed: 7, clock: () => now, insufficientFunds: "book" });
    const poor = new Walker(booking, await signIn(booking, "SIM002"));
    booking.setPrice("NSE:INFY", 1500);
    await poor.ok("POST", "/orders/regular", orderForm({ product: "CNC" }));
    const [row]: Row[] = await poor.ok("GET", "/orders");
    expect(row).toMatchObject({ status: "REJECTED", exchange_order_id: null, pending_quantity: 0 });
    await poor.ok("GET", `/orders/${row.order_id}`);
    await booking.close();
  });

  test("an order on its way has not been at the exchange yet", async () => {
    const slow = await startSimulator({ seed: 7, clock: () => now, orderDelayMs: 90_000 });
    const waiting = new Walker(slow, await signIn(slow));
    slow.setPrice("NSE:INFY", 1500);
    const { order_id } = await waiting.ok("POST", "/orders/regular", orderForm());
    const row = (await waiting.ok("GET", "/orders")).at(-1);
    expect(row).toMatchObject({ order_id, exchange_order_id: null, exchange_timestamp: null });
    const { message } = await waiting.refused(400, "PUT", `/orders/regular/${order_id}`, { price: "1501" });
    expect(message).toBe("Order cannot be modified as it is being processed. Try later.");
    await slow.close();
  });
});

test("margins and charges, in full and in short", async () => {
  const infy = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", variety: "regular" };
  const share = { ...infy, product: "CNC", order_type: "LIMIT", quantity: 10, price: 1500, trigger_price: 0 };
  const future = { ...share, exchange: "NFO", tradingsymbol: "NIFTY26APRFUT", product: "NRML", quantity: 65 };
  const put = { ...future, tradingsymbol: "NIFTY26APR24500PE", price: 120 };
  const gold = { ...future, exchange: "MCX", tradingsymbol: "GOLDGUINEA26APRFUT", quantity: 1, price: 82_000 };
  const all = [share, future, put, gold].flatMap((order) => [order, { ...order, transaction_type: "SELL" }]);
  for (const mode of ["", "mode=compact"]) {
    expect(await trader.ok("POST", `/margins/orders?${mode}`, all)).toHaveLength(all.length);
    for (const consider of ["true", "false"]) {
      const address = `/margins/basket?consider_positions=${consider}&${mode}`;
      expect((await trader.ok("POST", address, all)).orders).toHaveLength(all.length);
    }
  }
  const notes = all.map((order, index) => ({ ...order, order_id: String(index), average_price: order.price }));
  const rows: Row[] = await trader.ok("POST", "/charges/orders", notes);
  expect(rows.map(({ price }) => price)).toEqual(all.map(({ price }) => price));
  for (const path of ["/margins/orders", "/margins/basket", "/charges/orders"]) {
    await trader.refused(400, "POST", path, [{ ...share, product: "BO" }]);
  }
});

describe("portfolio", () => {
  test("holdings of every kind, their totals, and what can be released", async () => {
    for (const user of [trader, platform]) {
      const holdings: Row[] = await user.ok("GET", "/portfolio/holdings");
      expect(await user.ok("GET", "/portfolio/holdings/compact")).toHaveLength(holdings.length);
      await user.ok("GET", "/portfolio/holdings/summary");
      await user.ok("GET", "/portfolio/holdings/auctions");
    }
    const held: Row[] = await trader.ok("GET", "/portfolio/holdings");
    const infy = held.find(({ tradingsymbol }) => tradingsymbol === "INFY");
    const wish = { isin: infy.isin, quantity: "1" };
    const { request_id } = await trader.ok("POST", "/portfolio/holdings/authorise", wish);
    await trader.refused(400, "POST", "/portfolio/holdings/authorise", { isin: "INE000000000", quantity: "1" });
    const sale = orderForm({ product: "CNC", transaction_type: "SELL", price: "1500", quantity: "1" });
    const { message } = await trader.refused(428, "POST", "/orders/regular", sale);
    expect(message).toBe("1 quantity needs authorisation at depository.");

    const page = `/connect/portfolio/authorise/holdings/${simulator.apiKey}/${request_id}`;
    expect((await visit(simulator, page)).status).toBe(200);
    const { location } = await submit(simulator, page, { decision: "approve" });
    expect(`${location?.pathname}${location?.search}`).toBe(`${page}/finish?status=success`);
    expect((await visit(simulator, `${page}/finish?status=success`)).status).toBe(200);
    const route = "GET /connect/portfolio/authorise/holdings/:api_key/:request_id";
    for (const one of [route, `${route}/finish`]) trader.walked.add(one);
    await trader.ok("POST", "/orders/regular", sale);
    await trader.ok("GET", "/portfolio/holdings");
  });

  test("positions long, short, closed, carried and of every exchange, and their conversion", async () => {
    for (const user of [trader, platform]) {
      const { net, day }: Row = await user.ok("GET", "/portfolio/positions");
      expect(new Set(net.map((row: Row) => Math.sign(row.quantity)))).toEqual(new Set([-1, 0, 1]));
      expect(net.some((row: Row) => row.overnight_quantity !== 0)).toBe(true);
      expect(day.length).toBeGreaterThan(0);
    }
    await place({ tradingsymbol: "ITC", order_type: "MARKET", price: "", market_protection: "-1", quantity: "4" });
    const form = {
      exchange: "NSE",
      tradingsymbol: "ITC",
      transaction_type: "BUY",
      position_type: "day",
      quantity: "3",
      old_product: "MIS",
      new_product: "CNC",
    };
    await trader.ok("PUT", "/portfolio/positions", form);
    await trader.refused(400, "PUT", "/portfolio/positions", form);
    await trader.ok("GET", "/portfolio/positions");
  });
});

describe("market data", () => {
  test("dumps of everything, and of each exchange alone", async () => {
    const all: Row[] = await trader.ok("GET", "/instruments");
    let rows = 0;
    for (const exchange of ["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"]) {
      const part: Row[] = await trader.ok("GET", `/instruments/${exchange}`);
      expect(part.every((row) => row.exchange === exchange)).toBe(true);
      rows += part.length;
    }
    expect(rows).toBe(all.length);
    expect((await trader.ok("GET", "/mf/instruments")).length).toBeGreaterThan(10);
    await trader.refused(400, "GET", "/instruments/NYSE");
  });

  test("quotes of everything that is listed", async () => {
    const all: Row[] = await trader.ok("GET", "/instruments");
    const keys = all.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`);
    for (const [path, most] of [
      ["/quote", 500],
      ["/quote/ohlc", 1000],
      ["/quote/ltp", 1000],
    ] as const) {
      for (let from = 0; from < keys.length; from += most) {
        const some = keys.slice(from, from + most);
        const found = await trader.ok("GET", `${path}?${new URLSearchParams(some.map((key) => ["i", key]))}`);
        expect(Object.keys(found)).toEqual(some);
      }
      expect(await trader.ok("GET", `${path}?i=NSE:NOSUCH`)).toEqual({});
      await trader.refused(400, "GET", path);
    }
    const range = await trader.ok("GET", "/instruments/trigger_range/buy?i=NSE:INFY&i=NSE:M%26M");
    expect(Object.keys(range)).toEqual(["NSE:INFY", "NSE:M&M"]);
    await trader.refused(400, "GET", "/instruments/trigger_range/hold?i=NSE:INFY");
  });

  test.each(["minute", "3minute", "5minute", "10minute", "15minute", "30minute", "60minute", "day"])(
    "candles of an interval of %s",
    async (interval) => {
      const span = new URLSearchParams({ from: "2026-02-25 09:15:00", to: "2026-02-27 15:30:00" });
      const { candles }: Row = await trader.ok("GET", `/instruments/historical/408065/${interval}?${span}`);
      const { candles: withInterest }: Row = await trader.ok(
        "GET",
        `/instruments/historical/408065/${interval}?${span}&oi=1`,
      );
      expect(candles.length).toBeGreaterThan(2);
      expect(new Set(candles.map((candle: unknown[]) => candle.length))).toEqual(new Set([6]));
      expect(withInterest.map((candle: unknown[]) => candle.slice(0, 6))).toEqual(candles);
      expect(new Set(withInterest.map((candle: unknown[]) => candle.length))).toEqual(new Set([7]));
      for (const [, open, high, low, close] of candles) {
        expect([Math.max(open, high, low, close), Math.min(open, high, low, close)]).toEqual([high, low]);
      }
    },
  );

  test("a minute of six candles has both its ends, and too long a span has a limit", async () => {
    const span = "from=2026-02-27%2009:15:00&to=2026-02-27%2009:20:00";
    const { candles }: Row = await trader.ok("GET", `/instruments/historical/408065/minute?${span}`);
    expect(candles.map(([at]: [string]) => at)).toEqual(
      [15, 16, 17, 18, 19, 20].map((minute) => `2026-02-27T09:${minute}:00+0530`),
    );
    const { message } = await trader.refused(
      400,
      "GET",
      "/instruments/historical/408065/minute?from=2025-11-01&to=2026-02-27",
    );
    expect(message).toBe("interval exceeds max limit: 60 days");
  });
});

test("mutual funds: holdings, orders and standing orders of every state", async () => {
  const holdings: Row[] = await trader.ok("GET", "/mf/holdings");
  expect(new Set(await trader.ok("GET", "/mf/allotments"))).toEqual(
    new Set(holdings.map(({ tradingsymbol }) => tradingsymbol)),
  );
  for (const { tradingsymbol } of holdings) await trader.ok("GET", `/mf/holdings/${tradingsymbol}`);
  const [fund]: Row[] = (await trader.ok("GET", "/mf/instruments")).filter(
    (row: Row) => row.purchase_allowed === "1" && Number(row.minimum_purchase_amount) <= 5000,
  );
  const { tradingsymbol } = fund;
  const buy = { tradingsymbol, transaction_type: "BUY", amount: "10000", tag: "saving" };
  const { order_id } = await trader.ok("POST", "/mf/orders", buy);
  await trader.ok("GET", `/mf/orders/${order_id}`);
  await trader.ok("DELETE", `/mf/orders/${order_id}`);
  const orders: Row[] = await trader.ok("GET", "/mf/orders?from=2026-01-01&to=2026-03-02");
  for (const status of ["COMPLETE", "REJECTED", "OPEN", "CANCELLED"]) expect(statusesOf(orders)).toContain(status);
  for (const order of orders) expect(await trader.ok("GET", `/mf/orders/${order.order_id}`)).toEqual(order);
  await trader.ok("GET", "/mf/orders");

  const wish = { tradingsymbol, amount: "5000", instalments: "-1", frequency: "monthly", instalment_day: "5" };
  const { sip_id } = await trader.ok("POST", "/mf/sips", { ...wish, initial_amount: "10000", step_up: '{"15-02":10}' });
  await trader.ok("PUT", `/mf/sips/${sip_id}`, { status: "paused", amount: "6000" });
  const ended = await trader.ok("POST", "/mf/sips", { ...wish, instalments: "12", frequency: "weekly" });
  await trader.ok("DELETE", `/mf/sips/${ended.sip_id}`);
  const sips: Row[] = await trader.ok("GET", "/mf/sips");
  expect(statusesOf(sips)).toEqual(new Set(["ACTIVE", "PAUSED", "CANCELLED"]));
  for (const sip of sips) await trader.ok("GET", `/mf/sips/${sip.sip_id}`);

  for (const path of ["/mf/orders/none", "/mf/sips/none", "/mf/holdings/none"]) await trader.refused(404, "GET", path);
  await trader.refused(400, "POST", "/mf/orders", { ...buy, amount: "0" });
  await trader.refused(400, "POST", "/mf/sips", { ...wish, frequency: "daily" });
  for (const [method, path] of [
    ["DELETE", "/mf/orders/none"],
    ["PUT", "/mf/sips/none"],
    ["DELETE", "/mf/sips/none"],
  ]) {
    await trader.refused(404, method ?? "", path ?? "");
  }
});

test("triggers of every state that time, prices and their owner can bring about", async () => {
  const create = async (form: Record<string, string>): Promise<number> =>
    (await trader.ok("POST", "/gtt/triggers", form)).trigger_id;
  const far = await create(triggerForm({ condition: { trigger_values: [1400] } }));
  await trader.ok("PUT", `/gtt/triggers/${far}`, triggerForm({ condition: { trigger_values: [1390] } }));
  const gone = await create(triggerForm({ condition: { trigger_values: [1380] } }));
  await trader.ok("DELETE", `/gtt/triggers/${gone}`);
  const bought = await create(triggerForm({ condition: { trigger_values: [1450] }, orders: [{ price: 1460 }] }));
  const failed = await create(
    triggerForm({ condition: { trigger_values: [1450] }, orders: [{ price: 1460, quantity: 90_000 }] }),
  );
  const both = await create(triggerForm(twoLeg([1450, 1600])));
  simulator.setPrice("NSE:INFY", 1449);
  const found: Row[] = await trader.ok("GET", "/gtt/triggers");
  const of = (id: number): Row => found.find((row) => row.id === id);
  expect([far, gone, bought, failed, both].map((id) => of(id).status)).toEqual([
    "active",
    "deleted",
    "triggered",
    "triggered",
    "triggered",
  ]);
  expect(of(bought).orders[0].result).toMatchObject({ triggered_at: 1449, order_result: { status: "success" } });
  expect(of(failed).orders[0].result).toMatchObject({ order_result: { status: "failed", order_id: "" } });
  expect(of(both).orders.map(({ result }: Row) => result === null)).toEqual([false, true]);
  for (const row of found) expect(await trader.ok("GET", `/gtt/triggers/${row.id}`)).toEqual(row);
  simulator.setPrice("NSE:INFY", 1500);
  await trader.refused(404, "GET", "/gtt/triggers/1");
  await trader.refused(404, "PUT", "/gtt/triggers/1", triggerForm());
  await trader.refused(404, "DELETE", "/gtt/triggers/1");
  await trader.refused(400, "POST", "/gtt/triggers", triggerForm({ type: "both" }));
});

test("alerts that compare, trade, fire and go", async () => {
  const alert = await trader.ok("POST", "/alerts", simple);
  const trading = await trader.ok("POST", "/alerts", { ...ato, rhs_constant: "1460" });
  const index = { lhs_exchange: "INDICES", lhs_tradingsymbol: "NIFTY 50", operator: ">", rhs_constant: "1" };
  const other = await trader.ok("POST", "/alerts", { ...simple, ...index });
  const pair = {
    rhs_type: "instrument",
    rhs_exchange: "NSE",
    rhs_tradingsymbol: "ITC",
    rhs_attribute: "LastTradedPrice",
  };
  const compared = await trader.ok("POST", "/alerts", { ...simple, ...pair, operator: ">=" });
  await trader.ok("PUT", `/alerts/${alert.uuid}`, { ...simple, rhs_constant: "1455" });
  simulator.setPrice("NSE:INFY", 1440);
  for (const { uuid } of [alert, trading, other, compared]) {
    const [row]: Row[] = await trader.ok("GET", `/alerts/${uuid}/history`);
    expect(row.uuid).toBe(uuid);
    expect((await trader.ok("GET", `/alerts/${uuid}`)).alert_count).toBe(1);
  }
  simulator.setPrice("NSE:INFY", 1500);
  expect(await trader.ok("DELETE", `/alerts?uuid=${alert.uuid}&uuid=${other.uuid}`)).toBeNull();
  expect(await trader.ok("GET", "/alerts?status=deleted")).toHaveLength(2);
  expect(await trader.ok("GET", "/alerts?page=2&page_size=3")).toHaveLength(1);
  expect(statusesOf(await trader.ok("GET", "/alerts"))).toEqual(new Set(["enabled", "disabled", "deleted"]));
  await trader.refused(400, "POST", "/alerts", { ...simple, operator: "!=" });
  await trader.refused(400, "GET", "/alerts?status=gone");
  for (const method of ["GET", "PUT"])
    await trader.refused(404, method, "/alerts/none", method === "PUT" ? simple : undefined);
  await trader.refused(404, "DELETE", "/alerts?uuid=none");
  await trader.refused(404, "GET", "/alerts/none/history");
});

test("the day after, a year after, at night and on Sunday the answers keep their form", async () => {
  for (const at of ["2026-03-02T23:10:00", "2026-03-03T08:59:00", "2026-03-08T12:00:00", "2027-03-03T10:00:00"]) {
    now = Date.parse(`${at}+05:30`);
    const late = trader.as(await signIn(simulator));
    for (const path of readable()) await late.ok("GET", path);
    const sips: Row[] = await late.ok("GET", "/mf/sips");
    for (const { sip_id } of sips) await late.ok("GET", `/mf/sips/${sip_id}`);
    await late.ok("GET", `/quote?i=NSE:INFY&i=BSE:SENSEX&i=NSE:NIFTY 50&i=MCX:GOLDGUINEA27APRFUT`);
  }
  const stopped: Row[] = await trader.as(await signIn(simulator)).ok("GET", "/gtt/triggers");
  expect(statusesOf(stopped)).toContain("expired");
  now = TRADING_HOURS + DAY_MS;
});

/** Paths that stand for themselves. */
const readable = (): string[] =>
  Object.keys(ROUTES)
    .filter((route) => /^GET \/[^:]+$/.test(route) && !/connect|quote/.test(route))
    .map((route) => route.slice(4));

describe("the table of routes", () => {
  test("has been walked from end to end", () => {
    expect([...trader.walked].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test("nothing is told to nobody", async () => {
    const stranger = trader.as(new Caller(simulator, "not-a-token"));
    for (const route of Object.keys(ROUTES).filter((one) => !/connect|session/.test(one))) {
      const [method = "", pattern = ""] = route.split(" ");
      const { error_type, message, data } = await stranger.refused(403, method, pattern.replaceAll(":", ""));
      expect([route, error_type, message, data]).toEqual([
        route,
        "TokenException",
        "Incorrect `api_key` or `access_token`.",
        null,
      ]);
    }
    await trader.refused(403, "DELETE", `/session/token?api_key=${simulator.apiKey}&access_token=x`);
    const pages = Object.keys(ROUTES).filter((route) => route.includes("/connect/"));
    expect([...trader.refusedRoutes, ...pages].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test("is all that the simulator answers to", () => {
    const { routes } = createApp(createExchange({}));
    const registered = routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
    // a part of a path may be called otherwise
    const unnamed = (list: readonly string[]): string[] =>
      [...new Set(list.map((route) => route.replace(/:\w+/g, ":")))].sort();
    expect(unnamed(registered)).toEqual(unnamed([...Object.keys(ROUTES), ...OWN_PAGES]));
  });

  test("what it does not name is no route, and no method", async () => {
    const answers = await Promise.all(
      [
        ["GET", "/parameters"],
        ["GET", "/margins/equity"],
        ["PATCH", "/orders"],
        ["DELETE", "/user/profile"],
      ].map(async ([method = "", path = ""]) => {
        const { status, body } = await (await signIn(simulator)).send(path, { method });
        return [status, body.error_type, body.message];
      }),
    );
    const notFound = [404, "GeneralException", "Route not found"];
    const notAllowed = [405, "GeneralException", "Request method not allowed"];
    expect(answers).toEqual([notFound, notFound, notAllowed, notAllowed]);
  });

  // last, because a server does not wait for ever for who is busy with something else
  test("takes no key that it does not name, at any depth", () => {
    const taken = [...trader.samples].flatMap(([route, { schema, value }]) => {
      const sample = shortened(value);
      expect([route, safeParse(schema, sample).success]).toEqual([route, true]);
      return placesIn(sample)
        .filter((place) => safeParse(schema, withStranger(sample, place)).success)
        .map((place) => `${route} ${place.join(".")}`);
    });
    // how an alert tells of its orders is documented nowhere
    expect(taken.filter((place) => !/history .*order_meta/.test(place))).toEqual([]);
    const inJson = Object.entries(ROUTES).flatMap(([route, { kind }]) => (kind === "json" ? [route] : []));
    expect([...trader.samples.keys()].sort()).toEqual(inJson.sort());
  });
});

/** The same with the first rows of its lists and maps alone; no table has a list of fixed length above five, or 60 keys. */
function shortened(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (typeof value[0] === "object" ? value.slice(0, 5) : value).map(shortened);
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.slice(0, entries.length > 60 ? 5 : 60).map(([key, inner]) => [key, shortened(inner)]),
  );
}

/** Where in a value objects are, as keys that lead there. */
function placesIn(value: unknown): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((place) => [key, ...place]));
  return Array.isArray(value) ? below : [[], ...below];
}

function withStranger(value: unknown, place: readonly (string | number)[]): unknown {
  const copy = structuredClone(value);
  const target = place.reduce((inner, key) => (inner as Row)[key], copy);
  Object.assign(target as object, { stranger: 1 });
  return copy;
}
