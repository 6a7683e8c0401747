import { createHash } from "node:crypto";
import { cache, createKite } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alerts, type CreateAlertParams } from "./index.ts";

let simulator: Simulator;
const warnings: string[] = [];
/** A Wednesday morning in India: the markets are open. */
const clock = () => Date.parse("2026-03-04T10:15:30+05:30");

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock });
});
afterAll(() => simulator.close());

/** A signed-in client of the simulated exchange, with answers kept for a minute. */
async function signIn() {
  const { apiKey, apiSecret, environment } = simulator;
  const onWarning = (message: string) => void warnings.push(message);
  const kite = createKite({ apiKey, environment, onWarning, validate: "strict" }, cache({ ttl: 60_000 })).use(alerts());
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
  return kite;
}

const infy = { lhs_exchange: "NSE", lhs_tradingsymbol: "INFY", lhs_attribute: "LastTradedPrice" } as const;
const nifty = { lhs_exchange: "INDICES", lhs_tradingsymbol: "NIFTY 50", lhs_attribute: "LastTradedPrice" } as const;
const above = (rhs_constant: number) => ({ operator: ">=", rhs_type: "constant", rhs_constant }) as const;

test("an alert is created, listed, replaced and deleted", async () => {
  const kite = await signIn();
  const params: CreateAlertParams = { name: "A & B > 50%", type: "simple", ...infy, ...above(100_000) };
  expect(await kite.alerts.getAlerts()).toEqual([]);
  const created = await kite.alerts.createAlert(params);
  expect(created).toMatchObject({ ...params, status: "enabled", disabled_reason: "", alert_count: 0 });
  const { uuid } = created;
  expect(await kite.alerts.getAlerts({ status: "enabled" })).toEqual([created]);
  expect(await kite.alerts.getAlerts({ page: 2, page_size: 1 })).toEqual([]);
  expect(await kite.alerts.getAlert(uuid)).toEqual(created);

  const right = {
    rhs_type: "instrument",
    rhs_exchange: "NSE",
    rhs_tradingsymbol: "TCS",
    rhs_attribute: "LastTradedPrice",
  };
  const compared = { name: "INFY over TCS", type: "simple", ...infy, operator: "==", ...right } as const;
  expect(await kite.alerts.modifyAlert({ uuid, ...(compared as CreateAlertParams) })).toMatchObject({
    uuid,
    ...compared,
  });
  expect((await kite.alerts.getAlert(uuid)).rhs_tradingsymbol).toBe("TCS");

  expect(await kite.alerts.deleteAlerts([uuid])).toBeNull();
  expect((await kite.alerts.getAlert(uuid)).status).toBe("deleted");
  expect(await kite.alerts.getAlerts({ status: "enabled" })).toEqual([]);
  expect(await kite.alerts.deleteAlerts([uuid])).toBeNull();
  expect(warnings).toEqual([]);
});

test("history shows what was seen; an index has no last trade", async () => {
  const kite = await signIn();
  const { uuid } = await kite.alerts.createAlert({ name: "up", type: "simple", ...nifty, ...above(1) });
  const [event, ...others] = await kite.alerts.getAlertHistory(uuid);
  expect(others).toEqual([]);
  expect(event).toMatchObject({ uuid, type: "simple", order_meta: null });
  expect(event?.condition).toContain('LastTradedPrice("INDICES:NIFTY 50") >= 1');
  expect(event?.created_at).toBeInstanceOf(Date);
  expect(event?.meta).toMatchObject([{ tradingsymbol: "NIFTY 50", exchange: "INDICES", last_trade_time: null }]);
  expect((await kite.alerts.getAlert(uuid)).alert_count).toBe(1);
  expect(warnings).toEqual([]);
});

test("an alert that places orders shows its basket in the list, and the basket can be sent back", async () => {
  const kite = await signIn();
  simulator.setPrice("NSE:INFY", 1500);
  const params = { transaction_type: "BUY", product: "CNC", order_type: "LIMIT", price: 1490, quantity: 2 } as const;
  const basket = { items: [{ exchange: "NSE", tradingsymbol: "INFY", params }] };
  const subject = { name: "dip", type: "ato", ...infy } as const;
  const below = { operator: "<=", rhs_type: "constant" } as const;
  const { uuid, ...created } = await kite.alerts.createAlert({ ...subject, ...below, rhs_constant: 1000, basket });
  expect(created).not.toHaveProperty("basket");

  const listed = (await kite.alerts.getAlerts()).find((alert) => alert.uuid === uuid);
  expect(listed?.basket?.items).toMatchObject([{ tradingsymbol: "INFY", weight: 10_000, params }]);
  if (!listed?.basket) throw new Error("the list shows it");
  await kite.alerts.modifyAlert({ uuid, ...subject, ...below, rhs_constant: 1400, basket: listed.basket });

  const before = simulator.orders().length;
  simulator.setPrice("NSE:INFY", 1390);
  const [event] = await (await signIn()).alerts.getAlertHistory(uuid);
  expect(event?.meta[0]).toMatchObject({ tradingsymbol: "INFY", last_price: 1390 });
  expect(event?.meta[0]?.last_trade_time).toBeInstanceOf(Date);
  expect(simulator.orders().slice(before)).toMatchObject([{ tradingsymbol: "INFY", quantity: 2, price: 1490 }]);
  expect(warnings).toEqual([]);
});

test("the exchange refuses what it does not know", async () => {
  const kite = await signIn();
  const unlisted = { ...infy, lhs_tradingsymbol: "NO SUCH SHARE" };
  await expect(kite.alerts.createAlert({ name: "x", type: "simple", ...unlisted, ...above(1) })).rejects.toMatchObject({
    code: "InputException",
    endpoint: "createAlert",
    outcome: "rejected",
  });
  await expect(kite.alerts.getAlert("550e8400-e29b-41d4-a716-446655440000")).rejects.toMatchObject({
    endpoint: "getAlert",
    retryable: false,
  });
});
