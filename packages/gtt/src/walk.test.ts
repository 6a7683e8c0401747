import { createHash } from "node:crypto";
import { cache, createKite } from "@kite/core";
import { price } from "@kite/models";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gtt } from "./index.ts";

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
  const kite = createKite({ apiKey, environment, onWarning, validate: "strict" }, cache({ ttl: 60_000 })).use(gtt());
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
type Client = Awaited<ReturnType<typeof signIn>>;

const tick_size = 1;
/** Rupees from the last price, in whole rupees, which are on every tick. */
const share = (last_price: number) => ({ exchange: "NSE", tradingsymbol: "INFY", last_price, tick_size }) as const;
const sale = { transaction_type: "SELL", product: "CNC" } as const;

/** Makes INFY trade at a whole rupee, so that what is some rupees away is on the tick. */
async function settle(kite: Client): Promise<number> {
  const { data } = await kite.send({
    endpoint: "getLTP",
    method: "GET",
    path: "/quote/ltp",
    query: { i: "NSE:INFY" },
    cacheFor: 0,
  });
  const { last_price } = (data as Record<string, { last_price: number }>)["NSE:INFY"] ?? { last_price: 0 };
  const whole = price.round(last_price, 0);
  simulator.setPrice("NSE:INFY", whole);
  return whole;
}

test("a trigger is placed, listed, changed and deleted", async () => {
  const kite = await signIn();
  const last = await settle(kite);
  const fall = kite.gtt.singleTrigger({
    ...{ ...share(last), ...sale },
    ...{ trigger_value: last - 50, price: last - 52, quantity: 1 },
  });
  expect(await kite.gtt.getGTTs()).toEqual([]);
  const { trigger_id } = await kite.gtt.placeGTT(fall);

  const [listed] = await kite.gtt.getGTTs();
  expect(listed).toMatchObject({ id: trigger_id, status: "active", type: "single", condition: fall.condition });
  expect(listed?.orders).toMatchObject(fall.orders);
  expect(await kite.gtt.getGTT(trigger_id)).toEqual(listed);

  await kite.gtt.modifyGTT({ trigger_id, orders: [{ price: last - 55 }] });
  await kite.gtt.modifyGTT({ trigger_id, condition: { trigger_values: [last - 60], last_price: last } });
  expect(await kite.gtt.getGTT(trigger_id)).toMatchObject({
    condition: { ...fall.condition, trigger_values: [last - 60] },
    orders: [{ ...fall.orders[0], price: last - 55 }],
  });

  const lower = { trigger_value: last - 50, price: last - 50, quantity: 1 };
  const upper = { trigger_value: last + 50, price: last + 50, quantity: 1 };
  await kite.gtt.modifyGTT({ trigger_id, ...kite.gtt.twoLegTrigger({ ...share(last), ...sale, lower, upper }) });
  expect((await kite.gtt.getGTT(trigger_id)).type).toBe("two-leg");

  expect(await kite.gtt.deleteGTT(trigger_id)).toEqual({ trigger_id });
  expect((await kite.gtt.getGTT(trigger_id)).status).toBe("deleted");
  expect(warnings).toEqual([]);
});

test("a trigger that is reached places its order", async () => {
  const kite = await signIn();
  const last = await settle(kite);
  const rise = { trigger_value: last + 20, price: last + 25, quantity: 1 };
  const { trigger_id } = await kite.gtt.placeGTT(
    kite.gtt.singleTrigger({ ...share(last), ...rise, transaction_type: "BUY", product: "CNC" }),
  );
  simulator.setPrice("NSE:INFY", last + 20);
  const { status, orders } = await kite.gtt.getGTT(trigger_id);
  expect(status).toBe("triggered");
  const result = orders[0]?.result;
  expect(result).toMatchObject({ meta: { gtt: trigger_id }, triggered_at: last + 20 });
  expect(result?.timestamp).toBeInstanceOf(Date);
  expect(result?.order_result.status).toBe("success");
  expect(simulator.orders().map(({ order_id }) => order_id)).toContain(result?.order_result.order_id);
  expect(warnings).toEqual([]);
});

test("the leg that is reached ends the other, also when its order is refused", async () => {
  const kite = await signIn();
  const last = await settle(kite);
  const lower = { trigger_value: last - 20, price: last - 25, quantity: 5000 };
  const upper = { trigger_value: last + 20, price: last + 15, quantity: 5000 };
  const { trigger_id } = await kite.gtt.placeGTT(kite.gtt.twoLegTrigger({ ...share(last), ...sale, lower, upper }));
  simulator.setPrice("NSE:INFY", last + 20);
  // Nobody owns that many.
  const { status, orders } = await kite.gtt.getGTT(trigger_id);
  expect(status).toBe("triggered");
  expect(orders[0]?.result).toBeNull();
  expect(orders[1]?.result?.order_result).toMatchObject({ status: "failed", order_id: "" });
  expect(orders[1]?.result?.order_result.rejection_reason).not.toBe("");
  expect(warnings).toEqual([]);
});

test("what the builders refuse, the exchange refuses too", async () => {
  const kite = await signIn();
  const last = await settle(kite);
  const { exchange, tradingsymbol } = share(last);
  const order = { ...sale, quantity: 1, price: last } as const;
  const near = { type: "single", orders: [order] } as const;
  await expect(
    kite.gtt.placeGTT({
      ...near,
      condition: { exchange, tradingsymbol, trigger_values: [last + 1], last_price: last },
    }),
  ).rejects.toMatchObject({ code: "InputException", status: 400, outcome: "rejected" });
  await expect(kite.gtt.getGTT(1)).rejects.toMatchObject({ endpoint: "getGTT" });
  expect(await kite.gtt.deleteGTT(1).catch(({ outcome }) => outcome)).toBe("rejected");
});
