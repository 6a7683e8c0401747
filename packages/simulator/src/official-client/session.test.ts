import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Row, TRADING_HOURS } from "../testing/trade.ts";

const program = fileURLToPath(new URL("../testing/official-client/session.mjs", import.meta.url));

let simulator: Simulator;
/** What the calls of the official client gave, by name; times as JSON writes them. */
let told: Row;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS });
  simulator.setPrice("NSE:INFY", 1500);
  const { root, login, ws } = simulator.environment;
  const env = {
    PATH: process.env.PATH,
    // it reads Indian times as if they were those of the host
    TZ: "Asia/Kolkata",
    ROOT: root,
    LOGIN: login.replace("?v=3", ""),
    STREAM: `${ws}/`,
    API_KEY: simulator.apiKey,
    API_SECRET: simulator.apiSecret,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env, maxBuffer: 2 ** 26 });
  told = JSON.parse(stdout);
}, 30_000);
afterAll(() => simulator.close());

const row = (order_id: string): Row => simulator.orders().find((order) => order.order_id === order_id);
/** The moment that a text without a zone stands for. */
const instant = (text: string): string => new Date(`${text.replace(" ", "T")}+05:30`).toISOString();

describe("npm kiteconnect, unchanged", () => {
  test("signs in and out, and hears when it is not signed in", () => {
    const expired = { error_type: "TokenException", message: "Incorrect `api_key` or `access_token`." };
    expect(told.strange).toEqual(expired);
    expect(told.badToken).toEqual({ ...expired, message: "Token is invalid or has expired." });
    expect(told.login).toEqual([200, 302, "success"]);
    expect(told.session).toMatchObject({ user_id: "SIM001", api_key: simulator.apiKey, refresh_token: "" });
    expect(told.session.login_time).toBe(new Date(TRADING_HOURS).toISOString());
    expect(told.profile).toMatchObject({ user_id: "SIM001", broker: "ZERODHA", avatar_url: null });
    expect(told.equity).toEqual(told.margins.equity);
    expect([told.closed, told.after, told.expired]).toEqual([true, expired, 3]);
  });

  test("places, changes, reads and cancels orders", () => {
    expect(told.modified).toEqual({ order_id: told.placed });
    expect(told.cancelled).toEqual({ order_id: told.placed });
    expect(row(told.placed)).toMatchObject({ status: "CANCELLED", price: 1491.5, quantity: 12, tag: "official" });
    expect(told.history.map(({ status }: Row) => status)).toEqual([
      "PUT ORDER REQ RECEIVED",
      "VALIDATION PENDING",
      "OPEN PENDING",
      "OPEN",
      "MODIFY VALIDATION PENDING",
      "MODIFY PENDING",
      "MODIFIED",
      "OPEN",
    ]);
    expect(told.history.at(-1)).toMatchObject({
      price: 1491.5,
      order_timestamp: new Date(TRADING_HOURS).toISOString(),
    });
    expect(told.unprotected).toMatchObject({ error_type: "InputException" });
    expect(row(told.iceberg.order_id)).toMatchObject({ variety: "iceberg", quantity: 5, status: "OPEN" });
    expect(row(told.cover.order_id)).toMatchObject({ product: "CO", status: "COMPLETE" });
    expect(row(told.left.order_id)).toMatchObject({ parent_order_id: told.cover.order_id, status: "COMPLETE" });
    expect(told.orders.map(({ order_id }: Row) => order_id)).toEqual(
      simulator.orders().map(({ order_id }) => order_id),
    );
    for (const { exchange_update_timestamp, order_id, order_timestamp, exchange_timestamp, ...order } of told.orders) {
      const { order_timestamp: at, exchange_timestamp: there, ...same } = row(order_id);
      expect({ ...order, order_id, exchange_update_timestamp }).toEqual(same);
      expect([order_timestamp, exchange_timestamp]).toEqual([instant(at), there === null ? null : instant(there)]);
    }
  });

  test("reads trades", () => {
    const { average_price, filled_quantity } = row(told.bought.order_id);
    const sum = (value: (trade: Row) => number): number =>
      told.boughtTrades.reduce((total: number, trade: Row) => total + value(trade), 0);
    expect(sum(({ quantity }) => quantity)).toBe(filled_quantity);
    expect(sum((trade) => trade.quantity * trade.average_price) / filled_quantity).toBeCloseTo(average_price, 6);
    expect(told.trades).toEqual(expect.arrayContaining(told.boughtTrades));
  });

  test("places, changes, reads and deletes triggers", () => {
    expect(told.modifiedGtt).toEqual(told.gtt);
    expect(told.deletedGtt).toEqual(told.gtt);
    expect(told.oneGtt).toMatchObject({ status: "active", condition: { trigger_values: [1390], last_price: 1500 } });
    expect(told.gtts.map(({ id, status }: Row) => [id, status])).toEqual([
      [told.gtt.trigger_id, "deleted"],
      [told.bothGtt.trigger_id, "active"],
    ]);
  });

  test("reads the portfolio, and converts", () => {
    expect(told.holdings.map(({ tradingsymbol }: Row) => tradingsymbol)).toContain("INFY");
    expect(told.auctions[0].instrument_token % 256).toBe(10);
    expect(told.converted).toBe(true);
    const of = (product: string): Row =>
      told.positions.net.find((one: Row) => one.tradingsymbol === "INFY" && one.product === product);
    expect([of("MIS").quantity, of("CNC").quantity, of("CO").quantity]).toEqual([3, 2, 0]);
    expect(told.positions.day.length).toBeGreaterThan(0);
  });

  test("reads the market", () => {
    const { "NSE:INFY": infy, "NSE:NIFTY 50": nifty } = told.quote;
    expect(infy).toMatchObject({ last_price: 1500, timestamp: new Date(TRADING_HOURS).toISOString() });
    expect(Object.keys(told.ohlc)).toEqual(["NSE:INFY", "NSE:NIFTY 50", "NSE:M&M"]);
    expect(told.ohlc["NSE:INFY"]).toMatchObject({ last_price: 1500, ohlc: infy.ohlc });
    expect(told.ltp["NSE:NIFTY 50"]).toEqual({
      instrument_token: nifty.instrument_token,
      last_price: nifty.last_price,
    });
    expect(told.instrument).toMatchObject({
      instrument_token: String(infy.instrument_token),
      lot_size: 1,
      segment: "NSE",
    });
    expect(told.listed[0]).toBeGreaterThan(told.listed[1]);
    expect(told.candles).toHaveLength(10);
    expect(told.candles[0].date).toBe(instant("2026-02-27 09:15:00"));
    expect(told.daily.length).toBeGreaterThan(3);
  });

  test("reads mutual funds", () => {
    expect(told.funds).toBeGreaterThan(10);
    expect(told.fundHoldings.length).toBeGreaterThan(0);
    expect(told.fundOrder).toEqual(told.fundOrders[0]);
    expect(told.sip).toEqual({ ...told.sips[0], fund_source: "pool" });
  });

  test("asks for margins and charges", () => {
    const [full] = told.orderMargins;
    expect(full).toMatchObject({ type: "equity", tradingsymbol: "INFY", exchange: "NSE" });
    const { type, tradingsymbol, exchange, total } = full;
    expect(told.compactMargins).toEqual([{ type, tradingsymbol, exchange, total }]);
    expect(told.basketMargins.initial.total).toBeCloseTo(2 * total, 6);
    expect(told.basketMargins.final.total).toBeLessThan(told.basketMargins.initial.total);
    // the note rounds stamp duty to rupees, the calculator to paise
    const { stamp_duty: paise, total: sum, ...charges } = full.charges;
    const stamp_duty = Math.round(paise);
    expect(told.contractNote[0]).toMatchObject({ price: 1490, quantity: 10, charges: { ...charges, stamp_duty } });
    expect(told.contractNote[0].charges.total).toBeCloseTo(sum - paise + stamp_duty, 6);
  });

  test("hears ticks of every mode, and of an order", () => {
    const { ticks, updates, valid } = told.stream;
    const { "NSE:INFY": infy, "NSE:NIFTY 50": nifty } = told.quote;
    expect(Object.keys(ticks).sort()).toEqual(["full", "ltp", "quote"]);
    for (const [mode, [share, index]] of Object.entries<Row>(ticks)) {
      expect(share).toMatchObject({ mode, tradable: true, instrument_token: infy.instrument_token, last_price: 1500 });
      expect(index).toMatchObject({ tradable: false, instrument_token: nifty.instrument_token });
      expect(index.last_price).toBe(nifty.last_price);
      if (mode !== "ltp") expect([share.ohlc, index.ohlc]).toEqual([infy.ohlc, nifty.ohlc]);
    }
    const [{ depth, exchange_timestamp, volume_traded }] = ticks.full;
    expect({ depth, volume: volume_traded, timestamp: exchange_timestamp }).toEqual({
      depth: infy.depth,
      volume: infy.volume,
      timestamp: infy.timestamp,
    });
    expect([updates.at(-1).status, valid.at(-1)]).toEqual(["COMPLETE", true]);
    const { average_price, filled_quantity } = row(updates.at(-1).order_id);
    expect(updates.at(-1)).toMatchObject({ average_price, filled_quantity });
  });
});
