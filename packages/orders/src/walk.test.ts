import { createHash } from "node:crypto";
import { createKite } from "@kite/core";
import { price } from "@kite/models";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Order, orders, type PlaceOrderParams } from "./index.ts";

/** A Monday in the middle of the session. */
const noon = Date.parse("2026-03-02T12:00:00+05:30");
let simulator: Simulator;
const warnings: string[] = [];

beforeAll(async () => {
  const users = [{ user_id: "CASH01", user_name: "Nisha Rao", portfolio: "cash" as const }];
  simulator = await startSimulator({ seed: 7, clock: () => noon, users });
});
afterAll(() => simulator.close());

/** A signed-in client of the simulated exchange, on which INFY trades around 1,500 rupees. */
async function signIn() {
  const { apiKey, apiSecret, environment } = simulator;
  const onWarning = (message: string) => void warnings.push(message);
  const kite = createKite({ apiKey, environment, onWarning, rateLimit: false }).use(orders());
  const { request_token } = await simulator.login();
  const checksum = createHash("sha256").update(`${apiKey}${request_token}${apiSecret}`).digest("hex");
  const { data } = await kite.send({
    endpoint: "session",
    method: "POST",
    path: "/session/token",
    form: { api_key: apiKey, request_token, checksum },
    authorised: false,
    secret: true,
  });
  kite.session.setAccessToken((data as { access_token: string }).access_token);
  simulator.setPrice("NSE:INFY", 1500);
  return kite.orders;
}

const base = { variety: "regular", exchange: "NSE", tradingsymbol: "INFY", quantity: 10, product: "MIS" } as const;
const buyAt = (rupees: number, tag?: string) =>
  ({ ...base, transaction_type: "BUY", order_type: "LIMIT", price: rupees, tag }) as const satisfies PlaceOrderParams;
const find = (book: readonly Order[], order_id: string | null) => book.find((order) => order.order_id === order_id);

test("an order rests, is changed, and is cancelled; its history ends there", async () => {
  const api = await signIn();
  const { order_id } = await api.placeOrder(buyAt(1450, "walk1"));
  expect(find(await api.getOrders(), order_id)).toMatchObject({ status: "OPEN", price: 1450, tag: "walk1" });

  await api.modifyOrder({ variety: "regular", order_id, price: 1451 });
  expect(find(await api.getOrdersByStatus("OPEN"), order_id)).toMatchObject({ price: 1451 });

  await api.cancelOrder({ variety: "regular", order_id });
  const history = await api.getOrderHistory(order_id);
  expect(history[0]?.status).toBe("PUT ORDER REQ RECEIVED");
  expect(history.at(-1)).toMatchObject({ status: "CANCELLED", filled_quantity: 0 });
  expect(warnings).toEqual([]);
});

test("what is bought and sold again is a trade with its day, and a gain with its charges", async () => {
  const api = await signIn();
  const bought = await api.placeOrder(buyAt(1510));
  simulator.setPrice("NSE:INFY", 1520);
  const sold = await api.placeOrder({
    ...{ ...base, transaction_type: "SELL", order_type: "MARKET", market_protection: -1 },
  });
  const [buy] = await api.getOrderTrades(bought.order_id);
  const [sale] = await api.getOrderTrades(sold.order_id);
  expect(buy?.order_timestamp).toEqual(new Date(noon));
  expect(await api.getTrades()).toEqual(expect.arrayContaining([buy, sale]));

  const report = await api.getTradesWithPnl({ charges: true });
  const gain = price.multiply(price.subtract(sale?.average_price ?? 0, buy?.average_price ?? 0), 10);
  expect(report.instruments).toMatchObject([{ tradingsymbol: "INFY", product: "MIS", open_quantity: 0 }]);
  expect(report.realised).toEqual({ fifo: gain, average: gain });
  expect(report.charges).toBeGreaterThan(0);
  expect(report.leftOut).toEqual([]);
  expect(warnings).toEqual([]);
});

test("margins and contract notes answer in the order of the request", async () => {
  const api = await signIn();
  const two = [buyAt(1490), { ...buyAt(100), tradingsymbol: "ITC" }];
  expect((await api.getOrderMargins({ orders: two })).map(({ tradingsymbol }) => tradingsymbol)).toEqual([
    "INFY",
    "ITC",
  ]);
  const compact = await api.getOrderMargins({ orders: two, mode: "compact" });
  expect(compact.every(({ total }) => total > 0)).toBe(true);
  const basket = await api.getBasketMargins({ orders: two });
  expect(basket.orders).toHaveLength(2);
  expect(basket.final.total).toBeLessThanOrEqual(basket.initial.total);
  const note = { ...base, transaction_type: "BUY", order_type: "LIMIT", order_id: "any", average_price: 1500 };
  const [charged] = await api.getContractNote([note]);
  expect(charged).toMatchObject({ tradingsymbol: "INFY", price: 1500 });
  expect(charged?.charges.total).toBeGreaterThan(0);
  expect(warnings).toEqual([]);
});

test("a list of orders is told one by one, and all that is left open is cancelled", async () => {
  const api = await signIn();
  const results = await api.placeOrders([
    buyAt(1400, "one"),
    { ...buyAt(1400), tradingsymbol: "NOSUCH" },
    buyAt(1401, "three"),
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(["placed", "rejected", "placed"]);
  const stop = { ...base, order_type: "SL", transaction_type: "SELL", price: 1390, trigger_price: 1395 } as const;
  await api.placeOrder(stop);

  const cancelled = await api.cancelAllOrders({ tradingsymbol: "INFY" });
  expect(cancelled.map(({ outcome }) => outcome)).toEqual(["requested", "requested", "requested"]);
  expect(await api.cancelAllOrders()).toEqual([]);
  expect(await api.getOrdersByStatus(["OPEN", "TRIGGER PENDING"])).toEqual([]);
  expect(warnings).toEqual([]);
});

test("slices of a large order stand in the book by themselves, and those that nobody can pay for are told", async () => {
  const api = await signIn();
  const option = { ...base, exchange: "NFO", tradingsymbol: "NIFTY26APR25500CE", product: "NRML" } as const;
  simulator.setPrice("NFO:NIFTY26APR25500CE", 210);
  const large = { ...option, transaction_type: "BUY", order_type: "LIMIT", price: 200, quantity: 4 * 1755 } as const;

  const instrument = { ...option, tick_size: 0.05, lot_size: 65, instrument_type: "CE" };
  expect(api.checkOrder(large, instrument, {}, { freezeQuantity: 1800 })).toMatchObject([
    { field: "autoslice", rule: "freeze", suggestion: true },
  ]);
  const { order_id, children = [] } = await api.placeOrder({ ...large, autoslice: true });
  const placed = children.flatMap((slice) => ("order_id" in slice ? slice.order_id : []));
  const refused = children.flatMap((slice) => ("error" in slice ? slice.error.error_type : []));
  expect(placed.length).toBeGreaterThan(0);
  expect(refused).toEqual(Array(4 - placed.length).fill("MarginException"));

  const book = await api.getOrders();
  expect(find(book, order_id)).toBeUndefined();
  for (const id of placed)
    expect(find(book, id)).toMatchObject({ tag: null, tags: ["autoslice", `autoslice:${order_id}`] });
  expect(await api.cancelAllOrders({ exchange: "NFO" })).toHaveLength(placed.length);
  expect(warnings).toEqual([]);
});

test("what the builder builds is placed; a cover order leaves its second leg alone until it is exited", async () => {
  const api = await signIn();
  const cover = api
    .orderBuilder()
    .buy("NSE", "INFY", 10)
    .product("MIS")
    .market({ market_protection: -1 })
    .cover({ trigger_price: 1480 })
    .build();
  const { order_id } = await api.placeOrder(cover);
  const leg = (await api.getOrders()).find(({ parent_order_id }) => parent_order_id === order_id);
  expect(leg).toMatchObject({ status: "TRIGGER PENDING", transaction_type: "SELL" });
  expect((await api.cancelAllOrders()).map(({ outcome }) => outcome)).toEqual(["skipped"]);

  await api.exitOrder({ order_id: leg?.order_id ?? "", parent_order_id: order_id });
  expect(await api.getOrdersByStatus(["OPEN", "TRIGGER PENDING"])).toEqual([]);
  expect(warnings).toEqual([]);
});
