import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import type { FundsAnswer } from "../shared/funds-api.ts";
import type {
  HistoryAnswer,
  OrdersAnswer,
  PlacementEnd,
  PlacementLine,
  PreviewAnswer,
  TradesAnswer,
} from "../shared/orders-api.ts";
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
  /** Places an order; gives the names of its stages, and its end. */
  const place = async (order: unknown) => {
    const { status, text } = await post("/api/orders", order);
    expect(status).toBe(200);
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line): PlacementLine => JSON.parse(line));
    const stages = lines.flatMap((line) => ("step" in line ? line.step.stage : []));
    const last = lines.at(-1);
    if (!last || !("end" in last)) throw new Error(`there is no end: ${text}`);
    return { stages, end: last.end };
  };
  const read = async <T>(path: string) => (await browser.ask(origin + path)).json() as T;
  const orders = async () => (await read<OrdersAnswer>("/api/orders")).orders;
  const bidOf = async (key: string) => (await dashboard.connection.kite.marketData.getQuote([key]))[key];
  return { ...dashboard, browser, post, place, read, orders, bidOf };
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

/** The end of an order that is placed. */
function placed(end: PlacementEnd): Extract<PlacementEnd, { outcome: "placed" }> {
  if (end.outcome !== "placed") throw new Error(`it ended as ${end.outcome}`);
  return end;
}

/** A price on the tick, this many percent below the last one, so that a buyer has to wait. */
const below = (last_price: number, percent: number) => Math.floor((last_price * (100 - percent)) / 100);

test("a limit order is placed, changed and cancelled; the book and its history show each step", async () => {
  const { post, place, read, orders, bidOf, reported } = await open();
  const { last_price = 0 } = (await bidOf("NSE:INFY")) ?? {};
  const price = below(last_price, 5);
  const { stages, end } = await place({ ...limit, price });
  expect(stages).toEqual(["intent-logged", "queued", "sent", "answered", "looking", "found", "done"]);
  const [order_id] = placed(end).order_ids;
  expect(reported.at(-1)).toBe(`Placed LIMIT BUY of 3 NSE:INFY: order ${order_id}`);
  const find = async () => (await orders()).find((row) => row.order_id === order_id);
  expect((await orders())[0]).toEqual(await find());
  expect(await find()).toMatchObject({ stage: "open", status: "OPEN", left: 3, price, tags: [end.tag], leg: null });
  expect(end.tag).toMatch(/^mine1\w{15}$/);
  expect(placed(end).orders).toEqual([await find()]);

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
  const { place, read, connection } = await open();
  const holdings = await connection.kite.portfolio.getHoldings();
  // those that are not delivered yet can be sold without the depository
  const held = holdings.find(({ t1_quantity }) => t1_quantity > 0);
  const { exchange = "", tradingsymbol = "", average_price = 0 } = held ?? {};
  const order = { ...limit, exchange, tradingsymbol, transaction_type: "SELL", quantity: 1 };
  const sold = await place({ ...order, order_type: "MARKET", market_protection: -1 });
  expect(sold.end.outcome).toBe("placed");
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
  expect(charges.parts.map(({ name }) => name)).toContain("Securities transaction tax");
  expect(await orders()).toEqual(before);
});

test("a refused order names its field and what is known of it", async () => {
  const { post, place, orders, simulator } = await open();
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
  expect((await place({ ...limit, tradingsymbol: "NOBODY", price: 900 })).end).toMatchObject({
    ...{ outcome: "rejected", orders: [] },
    failure: { code: "InputException", field: "tradingsymbol", outcome: "rejected" },
  });
  const dear = { ...limit, quantity: 90_000, price: 1_400 };
  expect(await place(dear)).toMatchObject({
    stages: ["intent-logged", "queued", "sent", "refused", "done"],
    end: { outcome: "rejected", orders: [], failure: { code: "MarginException", outcome: "rejected" } },
  });
  expect(await refusal("/api/orders", { ...limit, price: 900, tag: "a2345678901234" })).toEqual([
    ...[400, "InvalidInput", "tag", "not-sent"],
  ]);
  expect(await refusal("/api/orders/modify", { variety: "regular", order_id: "1" })).toEqual([
    ...[400, "InvalidInput", "params", "not-sent"],
  ]);
  expect(await orders()).toEqual(before);
});

test("an order whose answer is lost is sent once, and found by its tag", patience, async () => {
  const isOrder = ({ method, url = "" }: IncomingMessage) => method === "POST" && url.startsWith("/orders/");
  const { simulator, place, orders, reported } = await open("simulator", (root) => losingAnswers(root, isOrder));
  const { stages, end } = await place({ ...limit, order_type: "MARKET", market_protection: -1, tag: "lost1" });
  expect(stages).toEqual(["intent-logged", "queued", "sent", "doubtful", "looking", "found", "done"]);
  expect(placed(end).orders).toMatchObject([{ status: "COMPLETE", tags: expect.arrayContaining([end.tag]) }]);
  expect(reported.at(-2)).toBe(`In doubt: MARKET BUY of 3 NSE:INFY, tag ${end.tag}`);
  expect(simulator.requests.filter(({ path }) => path === "/orders/regular")).toHaveLength(1);
  expect((await orders()).filter(({ tags }) => tags.includes(end.tag))).toHaveLength(1);
});

test("a search that is stopped ends with what is known, and what was tried", patience, async () => {
  const { simulator, post, place, reported } = await open();
  simulator.faults.set([{ match: "POST /orders/*", fault: { kind: "drop", executed: false } }]);
  const placing = place({ ...limit, price: 900 });
  await expect.poll(() => reported.at(-1)).toMatch(/^In doubt/);
  const tag = reported.at(-1)?.split(" ").at(-1);
  expect((await post("/api/orders/stop-looking", { tag })).status).toBe(204);
  const { stages, end } = await placing;
  expect(stages.slice(-2)).toEqual(["doubtful", "done"]);
  expect(end).toMatchObject({
    ...{ outcome: "unknown", tag, failure: { outcome: "unknown" } },
    tried: { looks: 0, failed_looks: 0, last_look_at: null, lookalikes: [], sent_at: expect.any(String) },
  });
});

test("a search ends when the server stops, and the terminal has the tag", patience, async () => {
  const { simulator, place, reported, stop } = await open();
  simulator.faults.set([{ match: "POST /orders/*", fault: { kind: "drop", executed: false } }]);
  const placing = place({ ...limit, price: 900 });
  await expect.poll(() => reported.at(-1)).toMatch(/^In doubt/);
  stop();
  const { end } = await placing;
  expect(end.outcome).toBe("unknown");
  expect(reported.at(-1)).toBe(`Nobody knows what became of LIMIT BUY of 3 NSE:INFY, tag ${end.tag}`);
});

test("an order goes on when the page that asked for it has gone", patience, async () => {
  const { simulator, origin, orders, reported } = await open();
  simulator.faults.set([{ match: "POST /orders/*", fault: { kind: "hang", executed: true } }]);
  const leaving = new AbortController();
  const headers = { origin, "content-type": "application/json" };
  const order = { ...limit, order_type: "MARKET", market_protection: -1, tag: "left1" };
  const init = { method: "POST", headers, body: JSON.stringify(order), signal: leaving.signal };
  const { body } = await fetch(`${origin}/api/orders`, init);
  expect(await body?.getReader().read()).toMatchObject({ done: false });
  leaving.abort();
  await expect.poll(() => reported.at(-1), { timeout: 15_000 }).toMatch(/^Placed MARKET BUY of 3 NSE:INFY/);
  const found = (await orders()).filter(({ tags }) => tags.some((tag) => tag.startsWith("left1")));
  expect(found).toMatchObject([{ status: "COMPLETE" }]);
});

test("an order that never left says so, and could be sent again", patience, async () => {
  const { place, simulator } = await open();
  await simulator.close();
  const { end } = await place({ ...limit, price: 900 });
  expect(end).toMatchObject({ outcome: "rejected", failure: { outcome: "not-sent" } });
});

test("orders are for the browser that logged in, and from the dashboard's own page alone", async () => {
  const { browser, origin, orders } = await open();
  const before = await orders();
  for (const path of ["", "/modify", "/cancel", "/preview", "/stop-looking"].map((part) => `/api/orders${part}`)) {
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
