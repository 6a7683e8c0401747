import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import type { FundsAnswer } from "../shared/funds-api.ts";
import type { HistoryAnswer, OrdersAnswer, PlaceAnswer, PreviewAnswer, TradesAnswer } from "../shared/orders-api.ts";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";
import { losingAnswers } from "./testing/losing-answers.ts";

/** A dashboard with somebody logged in, and a browser to use it. */
async function open(...how: Parameters<typeof startDashboard>) {
  const dashboard = await startDashboard(...how);
  await dashboard.logIn("SIM001");
  const browser = new Browser();
  const { origin } = dashboard;
  const post = (path: string, body: unknown) => browser.post(origin, path, body);
  const read = async <T>(path: string) => (await browser.ask(origin + path)).json() as T;
  const orders = async () => (await read<OrdersAnswer>("/api/orders")).orders;
  const bidOf = async (key: string) => (await dashboard.connection.kite.marketData.getQuote([key]))[key];
  return { ...dashboard, browser, post, read, orders, bidOf };
}

// the SDK waits between its tries
const patience = { timeout: 20_000 };

const limit = {
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 3,
  product: "CNC",
  order_type: "LIMIT",
  validity: "DAY",
  tag: "mine1",
};

/** A price on the tick, this many percent below the last one, so that a buyer has to wait. */
const below = (last_price: number, percent: number) => Math.floor((last_price * (100 - percent)) / 100);

test("a limit order is placed, changed and cancelled; the book and its history show each step", async () => {
  const { post, read, orders, bidOf, reported } = await open();
  const { last_price = 0 } = (await bidOf("NSE:INFY")) ?? {};
  const price = below(last_price, 5);
  const placed = await post("/api/orders", { ...limit, price });
  expect(placed.status).toBe(201);
  const { order_id } = placed.json() as unknown as PlaceAnswer;
  expect(reported.at(-1)).toBe(`Placed LIMIT BUY of 3 NSE:INFY: order ${order_id}`);
  const find = async () => (await orders()).find((row) => row.order_id === order_id);
  expect((await orders())[0]).toEqual(await find());
  expect(await find()).toMatchObject({ stage: "open", status: "OPEN", left: 3, price, tags: ["mine1"], leg: null });

  const route = { variety: "regular", order_id, parent_order_id: null };
  expect((await post("/api/orders/modify", { ...route, price: price - 1, quantity: 2 })).status).toBe(204);
  expect(await find()).toMatchObject({ status: "OPEN", price: price - 1, quantity: 2, left: 2 });
  expect((await post("/api/orders/cancel", route)).status).toBe(204);
  expect(await find()).toMatchObject({ stage: "finished", status: "CANCELLED", left: 0 });

  const { steps } = await read<HistoryAnswer>(`/api/orders/history?order_id=${order_id}`);
  expect(steps.map(({ status }) => status)).toContain("OPEN");
  expect(steps[0]).toMatchObject({ price, quantity: 3 });
  expect(steps.at(-1)).toMatchObject({ status: "CANCELLED", price: price - 1, quantity: 2 });
  const again = await post("/api/orders/cancel", route);
  expect([again.status, again.json().outcome]).toEqual([400, "rejected"]);
});

test("a market order fills; its trades, their gain and their charges follow", async () => {
  const { post, read, orders } = await open();
  const before = await read<TradesAnswer>("/api/trades");
  const market = { ...limit, product: "MIS", order_type: "MARKET", market_protection: -1 };
  await post("/api/orders", market);
  await post("/api/orders", { ...market, transaction_type: "SELL" });
  expect((await orders()).slice(0, 2)).toMatchObject([
    { status: "COMPLETE", transaction_type: "SELL", filled_quantity: 3 },
    { status: "COMPLETE", transaction_type: "BUY", filled_quantity: 3 },
  ]);
  const after = await read<TradesAnswer>("/api/trades");
  const row = after.instruments.find(({ tradingsymbol, product }) => tradingsymbol === "INFY" && product === "MIS");
  expect(row?.bought.quantity).toBe(3);
  expect(row?.sold.quantity).toBe(3);
  const gain = ((row?.sold.average_price ?? 0) - (row?.bought.average_price ?? 0)) * 3;
  expect(row?.realised).toBeCloseTo(gain, 6);
  expect(row?.charges).toBeGreaterThan(0);
  expect(after.charges).toBeCloseTo(before.charges + (row?.charges ?? 0), 6);
  expect(after.left_out).toBe(0);
  expect(after.without_multiplier).toEqual([]);
});

test("what is sold from the holdings gains against what it cost, not as a short sale", async () => {
  const { post, read, connection } = await open();
  const holdings = await connection.kite.portfolio.getHoldings();
  // those that are not delivered yet can be sold without the depository
  const held = holdings.find(({ t1_quantity }) => t1_quantity > 0);
  const { exchange = "", tradingsymbol = "", average_price = 0 } = held ?? {};
  const order = { ...limit, exchange, tradingsymbol, transaction_type: "SELL", quantity: 1 };
  const sold = await post("/api/orders", { ...order, order_type: "MARKET", market_protection: -1 });
  expect(sold.status).toBe(201);
  const { instruments } = await read<TradesAnswer>("/api/trades");
  const row = instruments.find((one) => one.tradingsymbol === tradingsymbol && one.product === "CNC");
  expect(row?.realised).toBeCloseTo((row?.sold.average_price ?? 0) - average_price, 4);
});

test("a preview tells what an order needs and costs, and places nothing", async () => {
  const { post, orders } = await open();
  const before = await orders();
  const reply = await post("/api/orders/preview", { order: { ...limit, price: 1_000 }, expected_price: 1_000 });
  const { margin, charges } = reply.json() as unknown as PreviewAnswer;
  expect(margin).toMatchObject({ segment: "equity", total: 3_000, leverage: 1 });
  const sum = charges.parts.reduce((total, { amount }) => total + amount, 0);
  expect(sum).toBeCloseTo(charges.total, 2);
  expect(charges.parts.map(({ name }) => name)).toContain("Stamp duty");
  expect(await orders()).toEqual(before);
});

test("a refused order names its field and what is known of it", async () => {
  const { post, orders, simulator } = await open();
  const before = await orders();
  const refusal = async (path: string, body: object) => {
    const reply = await post(path, body);
    const { code, field, outcome } = reply.json();
    return [reply.status, code, field, outcome];
  };
  const sent = simulator.requests.length;
  expect(await refusal("/api/orders", { ...limit, price: 0 })).toEqual([400, "InvalidInput", "price", "not-sent"]);
  expect(await refusal("/api/orders", { ...limit, price: 900, quantity: 1.5 })).toEqual([
    ...[400, "InvalidInput", "quantity", "not-sent"],
  ]);
  const protectedOrder = { ...limit, order_type: "MARKET" };
  expect(await refusal("/api/orders", protectedOrder)).toEqual([400, "InvalidInput", "market_protection", "not-sent"]);
  expect(simulator.requests.length).toBe(sent);
  expect(await refusal("/api/orders", { ...limit, tradingsymbol: "NOBODY", price: 900 })).toEqual([
    ...[400, "InputException", "tradingsymbol", "rejected"],
  ]);
  const dear = { ...limit, quantity: 90_000, price: 1_400 };
  expect(await refusal("/api/orders", dear)).toEqual([400, "MarginException", undefined, "rejected"]);
  expect(await refusal("/api/orders/modify", { variety: "regular", order_id: "1" })).toEqual([
    ...[400, "InvalidInput", "params", "not-sent"],
  ]);
  expect(await orders()).toEqual(before);
});

test("an order whose answer is lost is in doubt: it was sent once, and can be found by its tag", async () => {
  const isOrder = ({ method, url = "" }: IncomingMessage) => method === "POST" && url.startsWith("/orders/");
  const { simulator, post, orders } = await open("simulator", (root) => losingAnswers(root, isOrder));
  const reply = await post("/api/orders", { ...limit, order_type: "MARKET", market_protection: -1, tag: "lost1" });
  expect([reply.status, reply.json().outcome]).toEqual([502, "unknown"]);
  expect(reply.json().what_to_do).toBe(
    "It may have taken effect all the same. Look at the order book before you try again.",
  );
  expect(simulator.requests.filter(({ path }) => path === "/orders/regular")).toHaveLength(1);
  expect((await orders()).filter(({ tags }) => tags.includes("lost1"))).toMatchObject([{ status: "COMPLETE" }]);
});

test("an order that never left says so, and could be sent again", patience, async () => {
  const { post, simulator } = await open();
  await simulator.close();
  expect((await post("/api/orders", { ...limit, price: 900 })).json().outcome).toBe("not-sent");
});

test("orders are for the browser that logged in, and from the dashboard's own page alone", async () => {
  const { browser, origin, orders } = await open();
  const before = await orders();
  for (const path of ["/api/orders", "/api/orders/modify", "/api/orders/cancel", "/api/orders/preview"]) {
    const headers = { origin: "https://evil.example", "content-type": "application/json" };
    const reply = await browser.ask(origin + path, { method: "POST", headers, body: JSON.stringify(limit) });
    expect([reply.status, reply.json().code]).toEqual([403, "WrongOrigin"]);
  }
  expect(await orders()).toEqual(before);
  const real = await open("production");
  for (const path of ["/api/orders", "/api/trades", "/api/funds"]) {
    expect((await real.browser.ask(real.origin + path)).status).toBe(401);
  }
  expect((await real.post("/api/orders", { ...limit, price: 900 })).status).toBe(401);
});

test("tells the funds part by part, and moves with what is bought", async () => {
  const { read, post } = await open();
  const before = await read<FundsAnswer>("/api/funds");
  expect(before.equity.enabled).toBe(true);
  expect(before.equity.available.cash).toBeGreaterThan(0);
  await post("/api/orders", { ...limit, order_type: "MARKET", market_protection: -1 });
  const after = await read<FundsAnswer>("/api/funds");
  expect(after.equity.net).toBeLessThan(before.equity.net);
  expect(after.equity.used).toBeGreaterThan(before.equity.used);
});
