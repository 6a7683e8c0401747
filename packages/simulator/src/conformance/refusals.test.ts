import { afterEach, expect, test, vi } from "vitest";
import type { StartOptions } from "../options.ts";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, Caller, exchangeForm, signIn } from "../testing/caller.ts";
import { failure } from "../testing/conformance/envelope.ts";
import { expectSchema } from "../testing/conformance/walker.ts";
import { statusOf, streamUrl } from "../testing/stream-client.ts";
import { cashUser, orderForm, place, placed, TRADING_HOURS } from "../testing/trade.ts";
import { triggerForm, twoLeg } from "../testing/trigger-forms.ts";

// a simulator for each, on machines that have other things to do
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/*
 * The messages that are known from the wire, each in the situation that it is known from. Where only a part of one is
 * known, that part is compared.
 */

/** A simulator whose clock stands wherever the test wants it. */
interface Desk {
  readonly simulator: Simulator;
  readonly trader: Caller;
  at(time: string): void;
}

interface Known {
  readonly situation: string;
  readonly status: number;
  readonly type: string;
  readonly message: RegExp;
  readonly options?: StartOptions;
  /** Default null. */
  readonly data?: unknown;
  readonly provoke: (desk: Desk) => Promise<Answer>;
}

const market = (fields: Record<string, string> = {}): Record<string, string> => ({
  order_type: "MARKET",
  market_protection: "-1",
  ...fields,
});
const real: StartOptions = { marketHours: "real" };
const input = { status: 400, type: "InputException" } as const;
const token = { status: 403, type: "TokenException" } as const;
const permission = { status: 403, type: "PermissionException" } as const;
const general = "GeneralException";

const KNOWN: readonly Known[] = [
  {
    ...token,
    situation: "a token that nobody has",
    message: /^Incorrect `api_key` or `access_token`\.$/,
    provoke: ({ simulator }) => new Caller(simulator, "x").get("/user/profile"),
  },
  {
    ...token,
    situation: "a token after six in the morning",
    message: /^Incorrect `api_key` or `access_token`\.$/,
    provoke: ({ at, trader }) => {
      at("2026-03-03T06:00:00");
      return trader.get("/user/profile");
    },
  },
  {
    ...token,
    situation: "a wrong secret",
    message: /^Invalid `checksum`\.$/,
    provoke: async ({ simulator, trader }) => {
      const { request_token } = await simulator.login();
      const form = { ...exchangeForm(simulator, request_token), checksum: "0".repeat(64) };
      return trader.form("POST", "/session/token", form);
    },
  },
  {
    ...token,
    situation: "a request token that was spent",
    message: /^Token is invalid or has expired\.$/,
    provoke: async ({ simulator, trader }) => {
      const form = exchangeForm(simulator, (await simulator.login()).request_token);
      await trader.form("POST", "/session/token", form);
      return trader.form("POST", "/session/token", form);
    },
  },
  {
    ...token,
    situation: "a request token of an hour ago",
    message: /^Token is invalid or has expired\.$/,
    provoke: async ({ at, simulator, trader }) => {
      const form = exchangeForm(simulator, (await simulator.login()).request_token);
      at("2026-03-02T11:15:30");
      return trader.form("POST", "/session/token", form);
    },
  },
  ...[
    "/quote?i=NSE:INFY",
    "/quote/ltp?i=NSE:INFY",
    "/instruments/historical/408065/day?from=2026-02-02&to=2026-02-27",
  ].map(
    (path): Known => ({
      ...permission,
      situation: `${path} on the free plan`,
      message: /^Insufficient permission for that call\.$/,
      options: { plan: "personal" },
      provoke: ({ trader }) => trader.get(path),
    }),
  ),
  {
    ...permission,
    situation: "an order for a fund where there are none",
    message: /^That API call is not allowed for the authenticated user$/,
    options: { mutualFundOrders: "refuse" },
    provoke: ({ trader }) => trader.form("POST", "/mf/orders", {}),
  },
  {
    ...permission,
    situation: "an order from an address that is not registered",
    message: /^IP \(127\.0\.0\.1\) is not allowed to place orders for this app\. /,
    options: { allowedAddresses: ["192.0.2.7"] },
    provoke: ({ trader }) => place(trader),
  },
  {
    situation: "an eleventh request within a second",
    status: 429,
    type: "NetworkException",
    message: /^Too many requests$/,
    options: { rateLimits: true },
    provoke: async ({ trader }) => {
      for (let request = 0; request < 10; request += 1) await trader.get("/user/profile");
      return trader.get("/user/profile");
    },
  },
  {
    situation: "more orders than a day has room for",
    status: 429,
    type: "NetworkException",
    message: /^Maximum allowed order requests exceeded\.$/,
    options: { rateLimits: { ordersPerDay: 1 } },
    provoke: async ({ trader }) => {
      // what a check stops counts, too
      await place(trader, { product: "BO" });
      return place(trader);
    },
  },
  {
    ...input,
    situation: "a twenty-sixth modification",
    message: /^Maximum allowed order modifications exceeded\.$/,
    provoke: async ({ trader }) => {
      const order_id = await placed(trader, { price: "1480" });
      for (let time = 0; time < 25; time += 1) {
        await trader.form("PUT", `/orders/regular/${order_id}`, { price: `${1470 + time / 10}` });
      }
      return trader.form("PUT", `/orders/regular/${order_id}`, { price: "1485" });
    },
  },
  {
    ...input,
    situation: "candles of a longer span",
    message: /interval exceeds max limit: 2000 days/,
    provoke: ({ trader }) => trader.get("/instruments/historical/408065/day?from=2019-01-01&to=2026-02-27"),
  },
  ...["MARKET", "SL-M"].flatMap((order_type) =>
    ["", "0"].map(
      (market_protection): Known => ({
        ...input,
        situation: `${order_type} with a protection of "${market_protection}"`,
        message: /^Market orders without market protection are not allowed via API\. /,
        provoke: ({ trader }) => place(trader, { order_type, market_protection, trigger_price: "1510" }),
      }),
    ),
  ),
  {
    ...input,
    situation: "a regular order in the evening",
    message: /^Your order could not be converted to a After Market Order \(AMO\)\.$/,
    data: { hints: ["switch_to_amo"] },
    options: real,
    provoke: ({ at, trader }) => {
      at("2026-03-02T20:00:00");
      return place(trader, { product: "CNC" });
    },
  },
  {
    ...input,
    situation: "an intraday order on a Sunday",
    message: /^MIS \(intraday\) are blocked as the markets are not open .*Try placing an AMO order\.$/,
    options: real,
    provoke: async ({ at, simulator }) => {
      at("2026-03-08T11:00:00");
      return place(await signIn(simulator));
    },
  },
  {
    ...input,
    situation: "an iceberg in the evening",
    message: /^Markets are closed right now\./,
    options: real,
    provoke: ({ at, trader }) => {
      at("2026-03-02T20:00:00");
      return place(trader, { product: "CNC", iceberg_legs: "2", iceberg_quantity: "5" }, "iceberg");
    },
  },
  {
    ...input,
    situation: "an intraday order after the cut-off",
    message: /^Intraday orders \(MIS\) are allowed only till 3:12 PM$/,
    options: real,
    provoke: ({ at, trader }) => {
      at("2026-03-02T15:13:00");
      return place(trader);
    },
  },
  ...["exchange", "product", "order_type", "transaction_type", "validity"].map(
    (field): Known => ({
      ...input,
      situation: `no known ${field}`,
      message: new RegExp(`^Invalid \`${field}\`\\.$`),
      provoke: ({ trader }) => place(trader, { [field]: "NONE" }),
    }),
  ),
  {
    ...input,
    situation: "a price between two ticks",
    message: /^Order price is not a multiple of tick size$/,
    provoke: ({ trader }) => place(trader, { price: "1490.05" }),
  },
  {
    ...input,
    situation: "a price below the circuit",
    message: /^Your order price is lower than the current .*circuit limit/,
    provoke: ({ trader }) => place(trader, { price: "100" }),
  },
  {
    ...input,
    situation: "a modification on the way",
    message: /^Order cannot be modified as it is being processed\. Try later\.$/,
    options: { orderDelayMs: 90_000 },
    provoke: async ({ trader }) => trader.form("PUT", `/orders/regular/${await placed(trader)}`, { price: "1501" }),
  },
  {
    ...input,
    situation: "an order that may be live all the same",
    message: /^Order request timed out\. Please check the order book/,
    options: { faults: [{ match: "POST /orders/*", fault: { kind: "timed-out", executed: true } }] },
    provoke: ({ trader }) => place(trader),
  },
  {
    situation: "shares that the depository has not released",
    status: 428,
    type: "HoldingException",
    message: /^1 quantity needs authorisation at depository\.$/,
    options: { users: [{ ...cashUser, portfolio: "trader" }] },
    provoke: ({ trader }) => place(trader, market({ product: "CNC", transaction_type: "SELL", quantity: "1" })),
  },
  {
    situation: "more shares than are held",
    status: 400,
    type: "HoldingException",
    message: /./,
    provoke: ({ trader }) => place(trader, market({ product: "CNC", transaction_type: "SELL" })),
  },
  {
    situation: "an order that nobody can pay for",
    status: 400,
    type: "MarginException",
    message: /^Insufficient funds\. Required margin is 1500000\.00 but available margin is 1000000\.00\.?/,
    provoke: ({ trader }) => place(trader, { product: "CNC", quantity: "1000" }),
  },
  {
    ...input,
    situation: "two triggers below the last price",
    message: /^Trigger cannot be created with the second trigger price less than the last price\.$/,
    provoke: ({ trader }) => trader.form("POST", "/gtt/triggers", triggerForm(twoLeg([1400, 1450]))),
  },
  {
    situation: "a path that does not exist",
    status: 404,
    type: general,
    message: /^Route not found$/,
    provoke: ({ trader }) => trader.get("/no/such/route"),
  },
  {
    situation: "an unknown variety",
    status: 404,
    type: general,
    message: /^Route not found$/,
    provoke: ({ trader }) => place(trader, {}, "bo"),
  },
  {
    situation: "the variety of another order",
    status: 405,
    type: general,
    message: /^Request method not allowed$/,
    provoke: async ({ trader }) => trader.form("PUT", `/orders/amo/${await placed(trader)}`, { price: "1490" }),
  },
  ...[
    [502, "DataException"],
    [503, "NetworkException"],
    [504, "NetworkException"],
  ].map(
    ([status, type]): Known => ({
      situation: `an order system that is down, ${status}`,
      status: Number(status),
      type: String(type),
      message: /./,
      options: { faults: [{ fault: { kind: "status", executed: false, status: Number(status) } }] },
      provoke: ({ simulator }) => new Caller(simulator).get("/orders"),
    }),
  ),
];

let opened: Simulator | undefined;
afterEach(() => opened?.close());

test.each(KNOWN)("$situation: $status $type", async ({ status, type, message, options = {}, data = null, provoke }) => {
  let now = TRADING_HOURS;
  const simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], ...options });
  opened = simulator;
  const faults = simulator.faults.rules;
  simulator.faults.clear();
  simulator.setPrice("NSE:INFY", 1500);
  const trader = await signIn(simulator);
  simulator.faults.set(faults);
  const at = (time: string): void => {
    now = Date.parse(`${time}+05:30`);
  };
  const answer = await provoke({ simulator, trader, at });
  expect([answer.status, answer.type]).toEqual([status, "application/json"]);
  expectSchema("refusal", failure(status), answer.body);
  expect(answer.body).toMatchObject({ status: "error", error_type: type, data });
  expect(answer.body.message).toMatch(message);
});

test("on the free plan the dump is there, and the stream is not", async () => {
  const simulator = await startSimulator({ seed: 7, plan: "personal" });
  opened = simulator;
  const trader = await signIn(simulator);
  expect((await trader.fetch("/instruments/CDS")).status).toBe(200);
  expect((await trader.get("/orders")).status).toBe(200);
  expect(await statusOf(streamUrl(simulator, trader))).toBe(403);
});

test("an order that cannot be paid for can end in the book instead, with the same words", async () => {
  const simulator = await startSimulator({
    seed: 7,
    clock: () => TRADING_HOURS,
    users: [cashUser],
    insufficientFunds: "book",
  });
  opened = simulator;
  simulator.setPrice("NSE:INFY", 1500);
  const trader = await signIn(simulator);
  const { status, body } = await trader.form(
    "POST",
    "/orders/regular",
    orderForm({ product: "CNC", quantity: "1000" }),
  );
  expect([status, body.status]).toEqual([200, "success"]);
  const [row] = simulator.orders();
  expect(row).toMatchObject({ status: "REJECTED", order_id: body.data.order_id, exchange_order_id: null });
  expect(row?.status_message).toMatch(/^Insufficient funds\. Required margin is 1500000\.00 but available margin is/);
});
