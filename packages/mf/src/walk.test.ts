import { createHash } from "node:crypto";
import { cache, createKite } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MFInstrument, mf } from "./index.ts";

let simulator: Simulator;
let closed: Simulator;
const warnings: string[] = [];
/** A Wednesday morning in India: the markets are open. */
const clock = () => Date.parse("2026-03-04T10:15:30+05:30");

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock });
  closed = await startSimulator({ seed: 7, clock, mutualFundOrders: "refuse" });
});
afterAll(() => Promise.all([simulator.close(), closed.close()]));

/** A signed-in client of a simulated exchange, with answers kept for a minute. */
async function signIn(exchange = simulator) {
  const { apiKey, apiSecret, environment } = exchange;
  const onWarning = (message: string) => void warnings.push(message);
  const kite = createKite({ apiKey, environment, onWarning, validate: "strict" }, cache({ ttl: 60_000 })).use(mf());
  const { request_token } = await exchange.login();
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
  return kite;
}

/** A fund that takes purchases in whole steps above its minimum. */
const open = (funds: readonly MFInstrument[]): MFInstrument => {
  const found = funds.find(
    ({ purchase_allowed, minimum_purchase_amount }) => purchase_allowed && minimum_purchase_amount > 1,
  );
  if (!found) throw new Error("the exchange lists one");
  return found;
};

test("the list of funds comes as flags and numbers, whatever its names hold", async () => {
  const { mf } = await signIn();
  const funds = await mf.getMFInstruments();
  expect(funds.length).toBeGreaterThan(30);
  expect(new Set(funds.map(({ purchase_allowed }) => purchase_allowed))).toEqual(new Set([true, false]));
  expect(funds.every(({ last_price, minimum_purchase_amount }) => last_price > 0 && minimum_purchase_amount >= 0)).toBe(
    true,
  );
  expect(funds.some(({ name }) => name.includes(","))).toBe(true);
  expect(funds.some(({ name }) => name.includes('"'))).toBe(true);
  expect((await mf.getMFInstruments.raw()).data.split("\r\n")[0]).toMatch(/^tradingsymbol,amc,name,/);
  expect(warnings).toEqual([]);
});

test("every kind of row is read", async () => {
  const { mf } = await signIn();
  const orders = await mf.getMFOrders();
  expect(orders.length).toBeGreaterThan(1);
  expect(orders[0]?.order_timestamp).toBeInstanceOf(Date);
  expect(await mf.getMFOrder(orders[0]?.order_id ?? "")).toEqual(orders[0]);
  expect(await mf.getMFOrders({ from: "2001-01-01", to: "2001-01-31" })).toEqual([]);

  const sips = await mf.getMFSIPs();
  expect(sips.length).toBeGreaterThan(1);
  expect(await mf.getMFSIP(sips[0]?.sip_id ?? "")).toEqual({ ...sips[0], fund_source: "pool" });

  const holdings = await mf.getMFHoldings();
  expect(holdings.map(({ last_price_date }) => last_price_date)).toContain("");
  expect(holdings.some(({ pledged_quantity }) => pledged_quantity === undefined)).toBe(true);
  const isin = holdings[0]?.tradingsymbol ?? "";
  expect(await mf.getMFHolding(isin)).toMatchObject([{ tradingsymbol: isin }]);
  expect(await mf.getMFAllotments()).toEqual(expect.arrayContaining([expect.stringMatching(/^INF/)]));
  expect(warnings).toEqual([]);
});

test("an order is placed, seen at once and cancelled", async () => {
  const { mf } = await signIn();
  const instrument = open(await mf.getMFInstruments());
  const { tradingsymbol, minimum_purchase_amount } = instrument;
  const before = await mf.getMFOrders();
  const purchase = { transaction_type: "BUY", tradingsymbol, instrument } as const;
  const { order_id } = await mf.placeMFOrder({ ...purchase, amount: minimum_purchase_amount, tag: "first" });
  expect(await mf.getMFOrders()).toHaveLength(before.length + 1);
  expect(await mf.getMFOrder(order_id)).toMatchObject({ tradingsymbol, amount: minimum_purchase_amount, tag: "first" });
  expect(await mf.cancelMFOrder(order_id)).toEqual({ order_id });
  expect((await mf.getMFOrder(order_id)).status).toBe("CANCELLED");
  await expect(mf.placeMFOrder({ ...purchase, amount: minimum_purchase_amount / 2 })).rejects.toMatchObject({
    code: "InvalidInput",
    field: "amount",
  });
  expect(warnings).toEqual([]);
});

test("a SIP is placed, paused, changed and cancelled", async () => {
  const { mf } = await signIn();
  const { tradingsymbol } = open(await mf.getMFInstruments());
  const { sip_id } = await mf.placeMFSIP({
    ...{ tradingsymbol, amount: 5000, frequency: "monthly", instalments: -1, instalment_day: 10 },
    step_up: { "15-02": 10 },
  });
  expect(await mf.getMFSIP(sip_id)).toMatchObject({ instalments: -1, instalment_day: 10, step_up: { "15-02": 10 } });
  await mf.modifyMFSIP({ sip_id, status: "paused" });
  await mf.modifyMFSIP({ sip_id, amount: 6000 });
  expect(await mf.getMFSIP(sip_id)).toMatchObject({ status: "PAUSED", instalment_amount: 6000 });
  expect(await mf.cancelMFSIP(sip_id)).toEqual({ sip_id });
  expect((await mf.getMFSIPs()).find((sip) => sip.sip_id === sip_id)?.status ?? "CANCELLED").toBe("CANCELLED");
  expect(warnings).toEqual([]);
});

test("where the API refuses orders, as the real one does, the error says so", async () => {
  const { mf } = await signIn(closed);
  const { tradingsymbol } = open(await mf.getMFInstruments());
  const refused = { outcome: "rejected", retryable: false };
  await expect(mf.placeMFOrder({ transaction_type: "BUY", tradingsymbol, amount: 5000 })).rejects.toMatchObject(
    refused,
  );
  const [sip] = await mf.getMFSIPs();
  await expect(mf.modifyMFSIP({ sip_id: sip?.sip_id ?? "", status: "paused" })).rejects.toMatchObject(refused);
});
