import { type CallOptions, createBudget, createKite, type KiteClient, type KiteError } from "@kite/core";
import { answering } from "@kite/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { cancelOrder } from "../endpoints/cancel-order.ts";
import { modifyOrder } from "../endpoints/modify-order.ts";
import { placeOrder } from "../endpoints/place-order.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { completeWire, limitOrder } from "../testing/samples.ts";
import { caught, failing, type Serving, serving, succeeding } from "../testing/serving.ts";
import type { GuardOptions } from "./guard-options.ts";
import { type Guards, guards } from "./guards.ts";

afterEach(() => {
  vi.useRealTimers();
});

interface Guarded extends Serving {
  readonly guard: Guards;
}

/** A guarded client of a server that takes everything: order ids count up, and the order to change is ten SBIN at 470.25. */
async function guarded(options: GuardOptions): Promise<Guarded> {
  const guard = guards(options);
  let placed = 0;
  const history = [{ ...completeWire, status: "OPEN", quantity: 10 }];
  const answer = ({ method }: { method: string }) => {
    if (method === "GET") return succeeding(history);
    placed += 1;
    return succeeding({ order_id: String(placed) });
  };
  return { ...(await serving(answer, {}, guard)), guard };
}

const { price: _, ...unpriced } = limitOrder;
const marketOrder = { ...unpriced, order_type: "MARKET", market_protection: -1 } as const;
const exit: CallOptions = { purpose: "exit" };

async function refusal(call: Promise<unknown>, rule: string): Promise<KiteError> {
  const error = await caught(call);
  expect(error).toMatchObject({ code: "GuardRefused", outcome: "not-sent", retryable: false, hints: [rule] });
  expect(error.message).toContain(`${rule}: `);
  return error;
}

describe("what an order is about", () => {
  test.each<[GuardOptions, rule: string, field: string]>([
    [{ symbols: ["NSE:TCS", "BSE:INFY"] }, "symbols", "tradingsymbol"],
    [{ exchanges: ["BSE", "NFO"] }, "exchanges", "exchange"],
    [{ products: ["MIS"] }, "products", "product"],
    [{ varieties: ["amo"] }, "varieties", "variety"],
    [{ maxQuantity: 9 }, "maxQuantity", "quantity"],
  ])("%j refuses before anything is sent, and names rule and field", async (options, rule, field) => {
    const { kite, server } = await guarded(options);
    const error = await refusal(placeOrder(kite, limitOrder), rule);
    expect(error.field).toBe(field);
    expect(error.message).toMatch(/^placeOrder: .+; nothing was sent$/);
    expect(server.requests).toEqual([]);
  });

  test.each<GuardOptions>([
    { symbols: ["NSE:INFY"] },
    { exchanges: ["NSE"] },
    { products: ["CNC"] },
    { varieties: ["regular"] },
    { maxQuantity: 10 },
    { maxOrderValue: 14_205 },
    {},
  ])("%j lets it through", async (options) => {
    const { kite, server } = await guarded(options);
    await placeOrder(kite, limitOrder);
    expect(server.requests).toHaveLength(1);
  });

  test("hours are those of the exchange, in India, and holidays can be told", async () => {
    const { kite, server } = await guarded({ hours: { isTradingDay: (date) => date !== "2026-11-24" } });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T08:59:59+05:30") });
    await refusal(placeOrder(kite, limitOrder), "hours");
    vi.setSystemTime(Date.parse("2026-11-23T09:00:00+05:30"));
    await placeOrder(kite, limitOrder);
    vi.setSystemTime(Date.parse("2026-11-24T10:00:00+05:30"));
    const error = await refusal(placeOrder(kite, limitOrder), "hours");
    expect(error.message).toContain("NSE takes no orders at 10:00 IST on 2026-11-24");
    await refusal(placeOrder(kite, { ...limitOrder, exchange: "NCO" }), "hours");
    expect(server.requests).toHaveLength(1);
  });

  test("hours refuse nothing that only some shares have to wait for", async () => {
    const { kite, server } = await guarded({ hours: true });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T15:15:00+05:30") });
    await placeOrder(kite, { ...limitOrder, product: "MIS" });
    expect(server.requests).toHaveLength(1);
  });

  test("a stranger's order that lacks what every order has is refused", async () => {
    const { kite, server } = await guarded({ maxQuantity: 10 });
    const strange = { endpoint: "mine", method: "POST", path: "/orders/regular", bucket: "order" } as const;
    await refusal(kite.send({ ...strange, form: { tradingsymbol: "INFY" } }), "unreadable");
    await refusal(kite.send({ ...strange, json: limitOrder }), "unreadable");
    expect(server.requests).toEqual([]);
  });
});

describe("value", () => {
  const lastPrice = (key: string) => ({ "NSE:INFY": 1_500, "MCX:GOLDM": 7_000 })[key];

  test.each<[what: string, order: PlaceOrderParams, GuardOptions]>([
    ["a limit to buy, by its price", limitOrder, { maxOrderValue: 14_204.99 }],
    ["an order at the market, by the last price", marketOrder, { maxOrderValue: 14_999.99, lastPrice }],
    [
      "a sale far below the market, by the last price",
      { ...limitOrder, transaction_type: "SELL", price: 1 },
      { maxOrderValue: 14_999.99, lastPrice },
    ],
    [
      "a protected stop, by its trigger",
      { ...unpriced, order_type: "SL-M", trigger_price: 1_600, market_protection: 1 },
      { maxOrderValue: 15_999.99 },
    ],
    [
      "lots, by their multiplier",
      { ...limitOrder, exchange: "MCX", tradingsymbol: "GOLDM", product: "NRML", price: 7_000, quantity: 2 },
      { maxOrderValue: 139_999, multipliers: { "MCX:GOLDM": 10 } },
    ],
    [
      "an order at the market without a last price",
      { ...marketOrder, tradingsymbol: "TCS" },
      { maxOrderValue: 1e9, lastPrice },
    ],
    ["lots without a multiplier", { ...limitOrder, exchange: "MCX" }, { maxOrderValue: 1e9 }],
  ])("refuses %s", async (_what, order, options) => {
    const { kite, server } = await guarded(options);
    await refusal(placeOrder(kite, order), "maxOrderValue");
    expect(server.requests).toEqual([]);
  });

  test.each([
    [marketOrder, "no last price of NSE:INFY is known; give guards a lastPrice that has it"],
    [{ ...limitOrder, exchange: "MCX" }, "no multiplier of MCX:INFY is known; give guards a multipliers that has it"],
  ])("that is not known says what to give", async (order, message) => {
    const { kite } = await guarded({ maxOrderValue: 1e9 });
    const error = await refusal(placeOrder(kite, order), "maxOrderValue");
    expect(error.message).toContain(message);
  });

  test("is computed without binary noise: 3 × 0.1 is not above 0.3", async () => {
    const { kite } = await guarded({ maxOrderValue: 0.3 });
    await placeOrder(kite, { ...limitOrder, price: 0.1, quantity: 3 });
    const error = await refusal(placeOrder(kite, { ...limitOrder, price: 0.1, quantity: 4 }), "maxOrderValue");
    expect(error.message).toContain("₹0.4 is above ₹0.3");
  });

  test("what cannot be valued passes where that is asked for", async () => {
    const { kite, server } = await guarded({ maxOrderValue: 1, whenUnknown: "pass" });
    await placeOrder(kite, marketOrder);
    expect(server.requests).toHaveLength(1);
  });

  test("a source of prices that fails refuses, and its error is the cause", async () => {
    const lost = new Error("no ticks");
    const { kite } = await guarded({ maxOrderValue: 1e9, lastPrice: () => Promise.reject(lost) });
    expect((await refusal(placeOrder(kite, marketOrder), "maxOrderValue")).cause).toBe(lost);
  });
});

test("a limit too far from the last price is refused; the edge is not, and an order at the market has no distance", async () => {
  const lastPrice = async () => 1_500;
  const { kite } = await guarded({ maxPriceDistance: 2, lastPrice });
  await placeOrder(kite, { ...limitOrder, price: 1_470 });
  await placeOrder(kite, { ...limitOrder, price: 1_530 });
  await placeOrder(kite, marketOrder);
  for (const price of [1_469.95, 1_530.05]) {
    const error = await refusal(placeOrder(kite, { ...limitOrder, price }), "maxPriceDistance");
    expect(error.message).toContain("2 % away from the last price ₹1,500");
  }
});

describe("counts by symbol and Indian day", () => {
  test("orders and quantity, and they start again at midnight in India", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T23:59:00+05:30") });
    const { kite } = await guarded({ maxDayOrders: 2, maxDayQuantity: 25 });
    await placeOrder(kite, limitOrder);
    await refusal(placeOrder(kite, { ...limitOrder, quantity: 16 }), "maxDayQuantity");
    await placeOrder(kite, { ...limitOrder, quantity: 15 });
    await refusal(placeOrder(kite, { ...limitOrder, quantity: 1 }), "maxDayOrders");
    await placeOrder(kite, { ...limitOrder, tradingsymbol: "TCS" });
    vi.setSystemTime(Date.parse("2026-11-24T00:00:00+05:30"));
    await placeOrder(kite, { ...limitOrder, quantity: 25 });
    vi.setSystemTime(Date.parse("2026-11-23T23:59:59+05:30"));
    await refusal(placeOrder(kite, { ...limitOrder, quantity: 1 }), "maxDayQuantity");
  });

  test("orders begun together share the count: the last place goes to one of them", async () => {
    const { kite, server } = await guarded({ maxDayOrders: 3, maxOrderValue: 1e6, lastPrice: async () => 1_500 });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => placeOrder(kite, marketOrder)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    ["rejected by the server", failing(400, "MarginException", "Insufficient funds."), 2],
    ["with an unknown fate", { fault: "drop" } as const, 1],
  ])("an order %s leaves room for %i", async (_, answer, requests) => {
    const guard = guards({ maxDayOrders: 1, duplicateWindow: 60_000 });
    const { kite, server } = await serving([answer, succeeding({ order_id: "2" })], {}, guard);
    await caught(placeOrder(kite, limitOrder));
    await placeOrder(kite, limitOrder).catch(() => {});
    expect(server.requests).toHaveLength(requests);
  });

  test("a refused order does not count", async () => {
    const { kite, server } = await guarded({ maxDayQuantity: 10, maxQuantity: 10 });
    await refusal(placeOrder(kite, { ...limitOrder, quantity: 11 }), "maxQuantity");
    await placeOrder(kite, limitOrder);
    expect(server.requests).toHaveLength(1);
  });
});

test("the same order again is refused within its window; another price, side, product or symbol is another order", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { kite, server } = await guarded({ duplicateWindow: 1_000 });
  await placeOrder(kite, limitOrder);
  vi.advanceTimersByTime(999);
  const error = await refusal(placeOrder(kite, { ...limitOrder, tag: "other" }), "duplicateWindow");
  expect(error.message).toContain("the same order went 999 ms ago");
  const others: PlaceOrderParams[] = [
    { ...limitOrder, price: 1_420.55 },
    { ...limitOrder, transaction_type: "SELL" },
    { ...limitOrder, product: "MIS" },
    { ...limitOrder, tradingsymbol: "TCS" },
    { ...limitOrder, quantity: 11 },
  ];
  for (const order of others) await placeOrder(kite, order);
  vi.advanceTimersByTime(1);
  await placeOrder(kite, limitOrder);
  expect(server.requests).toHaveLength(7);
});

describe("changes", () => {
  const change = { variety: "regular", order_id: "220303000308932" } as const;
  const lastPrice = () => 470;

  test.each<[GuardOptions, Parameters<typeof modifyOrder>[1], rule: string]>([
    [{ maxQuantity: 10 }, { ...change, quantity: 11 }, "maxQuantity"],
    [{ maxDayQuantity: 5 }, { ...change, quantity: 16 }, "maxDayQuantity"],
    [{ maxOrderValue: 4_702.5 }, { ...change, price: 470.3 }, "maxOrderValue"],
    [{ maxOrderValue: 4_702.5, lastPrice }, { ...change, quantity: 11 }, "maxOrderValue"],
    [{ maxOrderValue: 4_699, lastPrice }, { ...change, order_type: "MARKET", market_protection: -1 }, "maxOrderValue"],
    [{ maxPriceDistance: 1, lastPrice }, { ...change, price: 460 }, "maxPriceDistance"],
  ])("%j refuses %j after a look at the order", async (options, params, rule) => {
    const { kite, server } = await guarded(options);
    await refusal(modifyOrder(kite, params), rule);
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /orders/220303000308932"]);
  });

  test("what makes nothing worse passes, although the order is above the limits already", async () => {
    const { kite, server } = await guarded({
      maxQuantity: 5,
      maxOrderValue: 100,
      maxPriceDistance: 1,
      lastPrice: () => 1,
    });
    await modifyOrder(kite, { ...change, quantity: 9 });
    expect(server.requests.at(-1)).toMatchObject({ method: "PUT", body: "quantity=9" });
  });

  test("an order that went through here is not read again, and its changes add up", async () => {
    const { kite, server } = await guarded({ maxDayQuantity: 20 });
    const { order_id } = await placeOrder(kite, limitOrder);
    await modifyOrder(kite, { variety: "regular", order_id, quantity: 20 });
    await refusal(modifyOrder(kite, { variety: "regular", order_id, quantity: 21 }), "maxDayQuantity");
    expect(server.requests.map(({ method }) => method)).toEqual(["POST", "PUT"]);
  });

  test("without a rule about changes nothing is read; an order that cannot be read is not changed", async () => {
    const without = await guarded({ symbols: ["NSE:INFY"] });
    await modifyOrder(without.kite, { ...change, quantity: 1e6 });
    expect(without.server.requests).toHaveLength(1);
    const guard = guards({ maxQuantity: 10 });
    const { kite, server } = await serving([failing(404, "GeneralException", "Not found")], {}, guard);
    const error = await refusal(modifyOrder(kite, { ...change, quantity: 1 }), "unreadable");
    expect(error.cause).toMatchObject({ status: 404 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("the switch", () => {
  test("stops orders and what enlarges them; cancellations, exits and changes to less pass", async () => {
    const { kite, server, guard } = await guarded({});
    const { order_id } = await placeOrder(kite, limitOrder);
    guard.stop("loss of the day reached");
    expect(guard.stopped).toBe("loss of the day reached");
    const error = await refusal(placeOrder(kite, limitOrder), "stopped");
    expect(error.message).toBe("placeOrder: stopped: loss of the day reached; nothing was sent");
    const change = { variety: "regular", order_id } as const;
    await refusal(modifyOrder(kite, { ...change, quantity: 11 }), "stopped");
    await refusal(modifyOrder(kite, { ...change, price: 1_421 }), "stopped");
    await refusal(modifyOrder(kite, { ...change, order_type: "MARKET", market_protection: -1 }), "stopped");
    expect(server.requests).toHaveLength(1);
    await modifyOrder(kite, { ...change, quantity: 9, price: 1_420 });
    await modifyOrder(kite, { ...change, order_type: "MARKET", market_protection: -1 }, exit);
    await placeOrder(kite, { ...marketOrder, transaction_type: "SELL" }, exit);
    await cancelOrder(kite, change);
    expect(server.requests.slice(1).map(({ method }) => method)).toEqual(["PUT", "PUT", "POST", "DELETE"]);
    guard.resume();
    expect(guard.stopped).toBeUndefined();
    await placeOrder(kite, limitOrder);
  });

  test.each([
    [{ transaction_type: "SELL" }, { price: 1_400 }],
    [{ transaction_type: "BUY" }, { price: 1_500, quantity: 1 }],
    [{ order_type: "SL", trigger_price: 1_420 }, { trigger_price: 1_400 }],
    [{ order_type: "SL", trigger_price: 1_420 }, { order_type: "LIMIT" }],
  ] as const)("stops a change of %j to %j, with which it would fill", async (order, params) => {
    const { kite, server, guard } = await guarded({});
    const { order_id } = await placeOrder(kite, { ...limitOrder, ...order } as typeof limitOrder);
    guard.stop("over");
    await refusal(modifyOrder(kite, { variety: "regular", order_id, ...params }), "stopped");
    await modifyOrder(kite, { variety: "regular", order_id, ...params }, exit);
    expect(server.requests).toHaveLength(2);
  });

  test("after a change with an unknown fate the order is read, as it may be smaller than it was", async () => {
    const guard = guards({});
    const row = { ...completeWire, status: "OPEN", quantity: 1 };
    const answers = [succeeding({ order_id: "1" }), { fault: "drop" }, succeeding([row])] as const;
    const { kite, server } = await serving(answers, {}, guard);
    const { order_id } = await placeOrder(kite, limitOrder);
    await caught(modifyOrder(kite, { variety: "regular", order_id, quantity: 1 }));
    guard.stop("over");
    await refusal(modifyOrder(kite, { variety: "regular", order_id, quantity: 10 }), "stopped");
    expect(server.requests.map(({ method }) => method)).toEqual(["POST", "PUT", "GET"]);
  });

  test("stops GTTs and alerts with a basket, which would place orders later; reads and plain alerts pass", async () => {
    const { kite, server, guard } = await guarded({});
    guard.stop("over");
    const send = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, type?: string) =>
      kite.send({ endpoint: "any", method, path, ...(type && { form: { type } }) });
    await refusal(send("POST", "/gtt/triggers", "single"), "stopped");
    await refusal(send("PUT", "/gtt/triggers/1", "single"), "stopped");
    await refusal(send("POST", "/alerts", "ato"), "stopped");
    await send("POST", "/alerts", "simple");
    await send("DELETE", "/gtt/triggers/1");
    await send("GET", "/orders");
    await send("POST", "/margins/orders");
    expect(server.requests).toHaveLength(4);
  });

  test("a stop while the price is looked up counts", async () => {
    const { kite, server, guard } = await guarded({
      maxOrderValue: 1e9,
      lastPrice: async () => {
        guard.stop("now");
        return 1;
      },
    });
    await refusal(placeOrder(kite, marketOrder), "stopped");
    expect(server.requests).toEqual([]);
  });

  test("ends orders that wait for the rate budget; the one on the wire keeps its answer", async () => {
    const server = await answering({ json: { status: "success", data: { order_id: "1" } }, delay: 100 });
    const guard = guards({ maxDayOrders: 3 });
    const budget = createBudget({ limits: { order: { second: 1 } } });
    const config = { apiKey: "key", accessToken: "t", environment: server.environment, rateLimit: { budget } };
    const kite: KiteClient = createKite(config, guard);
    const calls = [1, 2, 3].map(() => placeOrder(kite, limitOrder));
    const settled = Promise.allSettled(calls);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    guard.stop("enough");
    const results = await settled;
    expect(results[0]).toMatchObject({ status: "fulfilled", value: { order_id: "1" } });
    for (const result of results.slice(1)) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "GuardRefused", hints: ["stopped"] } });
    }
    expect(server.requests).toHaveLength(1);
    expect(budget.left("order").waiting).toBe(0);
    // What was ended has given its count back.
    guard.resume();
    await placeOrder(kite, limitOrder);
    await placeOrder(kite, limitOrder);
    await refusal(placeOrder(kite, limitOrder), "maxDayOrders");
  });
});

test("the caller's own signal still ends a call that waits", async () => {
  const server = await answering(succeeding({ order_id: "1" }));
  const budget = createBudget({ limits: { order: { second: 1 } } });
  const config = { apiKey: "key", accessToken: "t", environment: server.environment, rateLimit: { budget } };
  const kite: KiteClient = createKite(config, guards({}));
  await placeOrder(kite, limitOrder);
  const controller = new AbortController();
  const call = placeOrder(kite, limitOrder, { signal: controller.signal });
  await vi.waitFor(() => expect(budget.left("order").waiting).toBe(1));
  controller.abort();
  expect(await caught(call)).toMatchObject({ code: "Aborted", outcome: "not-sent" });
  expect(await caught(placeOrder(kite, limitOrder, { deadline: 20 }))).toMatchObject({
    code: "Timeout",
    outcome: "not-sent",
  });
});

test("stand outside of retry and rate limit: a refused order takes no place and no attempt", async () => {
  const server = await answering(succeeding({ order_id: "1" }));
  const config = { apiKey: "key", accessToken: "t", environment: server.environment };
  const kite = createKite(config, guards({ maxQuantity: 5 }));
  await refusal(placeOrder(kite, limitOrder), "maxQuantity");
  expect(kite.budget?.left("order")).toMatchObject({ second: 10, day: 5_000 });
  expect(kite.stats().requests).toBe(0);
  await placeOrder(kite, { ...limitOrder, quantity: 5 });
  expect(kite.budget?.left("order")).toMatchObject({ second: 9, day: 4_999 });
});

test("exits are checked like all others, unless they are exempt", async () => {
  const options = { maxQuantity: 5, maxOrderValue: 10, symbols: ["NSE:TCS"], duplicateWindow: 1_000, maxDayOrders: 1 };
  const checked = await guarded(options);
  await refusal(placeOrder(checked.kite, limitOrder, exit), "symbols");
  const exempt = await guarded({ ...options, exemptExits: true });
  await placeOrder(exempt.kite, limitOrder, exit);
  await placeOrder(exempt.kite, limitOrder, exit);
  await modifyOrder(exempt.kite, { variety: "regular", order_id: "1", quantity: 100 }, exit);
  expect(exempt.server.requests).toHaveLength(3);
});

test("one object counts for every client it is given to", async () => {
  const guard = guards({ maxDayOrders: 1 });
  const one = await serving([succeeding({ order_id: "1" })], {}, guard);
  const two = await serving([succeeding({ order_id: "2" })], {}, guard);
  await placeOrder(one.kite, limitOrder);
  await refusal(placeOrder(two.kite, limitOrder), "maxDayOrders");
});

test.each<[options: object, message: string]>([
  [{ maxOrdervalue: 5 }, "maxOrdervalue: is no rule of guards"],
  [{ maxOrderValue: Number.NaN }, "maxOrderValue: must be a number above 0"],
  [{ maxQuantity: 1.5 }, "maxQuantity: must be a whole number of at least 1, got 1.5"],
  [{ maxDayOrders: 0 }, "maxDayOrders: must be a whole number"],
  [{ symbols: [] }, "symbols: must be a list of texts"],
  [{ symbols: ["INFY"] }, "symbols: must be a list of texts"],
  [{ maxPriceDistance: 5 }, "lastPrice: is needed by maxPriceDistance"],
  [{ multipliers: { "MCX:GOLDM": 0 } }, "multipliers: must be"],
  [{ whenUnknown: "allow" }, "whenUnknown: must be"],
  [{ hours: "always" }, "hours: must be"],
])("refuses %j: a rule that guards nothing must not pass for one", (options, message) => {
  expect(() => guards(options as GuardOptions)).toThrow(`guards: ${message}`);
});
