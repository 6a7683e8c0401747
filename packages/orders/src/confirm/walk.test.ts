import { createHash } from "node:crypto";
import { createKite } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OrdersApi, orders, type PlaceOrderParams } from "../index.ts";

let simulator: Simulator;
let api: OrdersApi;
const warnings: string[] = [];
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-02T12:00:00+05:30") });
  const { apiKey, apiSecret, environment } = simulator;
  const onWarning = (message: string) => void warnings.push(message);
  const kite = createKite({ apiKey, environment, timeout: 500, onWarning }).use(orders());
  const { request_token } = await simulator.login();
  const checksum = createHash("sha256").update(`${apiKey}${request_token}${apiSecret}`).digest("hex");
  const { data } = await kite.send({
    ...{ endpoint: "session", method: "POST", path: "/session/token", authorised: false, secret: true },
    form: { api_key: apiKey, request_token, checksum },
  });
  kite.session.setAccessToken((data as { access_token: string }).access_token);
  simulator.setPrice("NSE:INFY", 1500);
  api = kite.orders;
});
afterAll(() => simulator.close());
afterEach(() => simulator.faults.clear());

const looks = [20, 50, 100, 200];
const order: PlaceOrderParams = {
  ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", product: "MIS" },
  ...{ quantity: 10, order_type: "LIMIT", price: 1_450, tag: "walk" },
};
const placements = () => simulator.requests.filter(({ method }) => method === "POST").length;

test("an order is confirmed, waited for, and filled", async () => {
  const result = await api.placeAndConfirm(order);
  if (result.outcome !== "placed") throw result.error;
  expect(result.order).toMatchObject({ order_id: result.order_id, status: "OPEN", tag: result.tag });
  const filled = api.waitForOrder(result.order_id, { until: "filled", poll: 10 });
  simulator.setPrice("NSE:INFY", 1440);
  expect(await filled).toMatchObject({ status: "COMPLETE", filled_quantity: 10 });
  simulator.setPrice("NSE:INFY", 1500);
  expect(warnings).toEqual([]);
});

test.each([
  ["the connection breaks after the order was taken", { kind: "drop", executed: true }],
  ["the answer is cut", { kind: "cut" }],
  ["there is no answer", { kind: "hang", executed: true }],
  ["the answer says timed out", { kind: "timed-out", executed: true }],
  ["a gateway answers in its place", { kind: "status", status: 504, body: "html", executed: true }],
] as const)("%s, and it is found", async (_, fault) => {
  simulator.faults.set([{ match: "POST /orders/*", times: 1, fault }]);
  const before = placements();
  const result = await api.placeAndConfirm(order, { looks });
  expect(result).toMatchObject({
    outcome: "placed",
    order: { tag: result.tag },
    facts: { doubt: { outcome: "unknown" } },
  });
  expect(simulator.orders().filter(({ tag }) => tag === result.tag)).toHaveLength(1);
  expect(placements()).toBe(before + 1);
});

test("the order got lost on its way, and nobody claims to know", async () => {
  simulator.faults.set([{ match: "POST /orders/*", times: 1, fault: { kind: "drop", executed: false } }]);
  const result = await api.placeAndConfirm(order, { looks: [10, 10] });
  expect(result).toMatchObject({ outcome: "unknown", facts: { looks: 2 } });
});

test("the slices of a large order are found by their tags after a doubtful answer", async () => {
  simulator.setPrice("NFO:NIFTY26APR25500CE", 210);
  simulator.faults.set([{ match: "POST /orders/*", times: 1, fault: { kind: "drop", executed: true } }]);
  const large = { exchange: "NFO", tradingsymbol: "NIFTY26APR25500CE", product: "NRML", price: 1, autoslice: true };
  const result = await api.placeAndConfirm({ ...order, ...large, quantity: 3 * 1755 } as PlaceOrderParams, { looks });
  expect(result.outcome === "placed" && result.orders.map(({ quantity }) => quantity)).toEqual([1755, 1755, 1755]);
});
