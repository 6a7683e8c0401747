import { isKiteError } from "@kite/core";
import { deleteGTT } from "@kite/gtt";
import { expect, test, vi } from "vitest";
import { KnownFailure } from "../api/known-failure.ts";
import { signedIn } from "../testing/signed-in.ts";
import { readTriggers } from "./gtt-figures.ts";
import { placeTrigger } from "./place-trigger.ts";
import type { TriggerRequest } from "./trigger-request.ts";

// a simulator with everything listed takes its time on a machine that does other things too
vi.setConfig({ testTimeout: 20_000 });

const KEY = "NSE:INFY";
const common = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  tick_size: 0.1,
  transaction_type: "SELL",
  product: "CNC",
  last_price: 1500,
} as const;
const leg = (trigger_value: number) => ({ trigger_value, price: trigger_value - 1, quantity: 1 });
const single: TriggerRequest = { ...common, type: "single", ...leg(1400) };
const twoLeg: TriggerRequest = { ...common, type: "two-leg", lower: leg(1400), upper: leg(1600) };

async function start() {
  const parts = await signedIn();
  const { simulator, kite } = parts;
  simulator.setPrice(KEY, 1500);
  const refusalOf = async (wish: object): Promise<unknown> =>
    placeTrigger(kite, wish as TriggerRequest).catch((error: unknown) => error);
  return { ...parts, refusalOf };
}

test("places both kinds, lists them with the price of now, and deletes them", async () => {
  const { kite } = await start();
  const id = await placeTrigger(kite, single);
  await placeTrigger(kite, twoLeg);
  const triggers = await readTriggers(kite);
  expect(triggers.map(({ type, status, last_price }) => [type, status, last_price])).toEqual(
    expect.arrayContaining([
      ["single", "active", 1500],
      ["two-leg", "active", 1500],
    ]),
  );
  const row = triggers.find((trigger) => trigger.id === id);
  expect(row).toMatchObject({ tradingsymbol: "INFY", placed_at_price: 1500 });
  expect(row?.legs).toEqual([
    { trigger_value: 1400, transaction_type: "SELL", quantity: 1, product: "CNC", price: 1399, result: null },
  ]);
  await deleteGTT(kite, id);
  expect((await readTriggers(kite)).find((trigger) => trigger.id === id)?.status).toBe("deleted");
});

test("puts a trigger into the place of another one, measured against the price of now", async () => {
  const { kite, simulator } = await start();
  const id = await placeTrigger(kite, single);
  simulator.setPrice(KEY, 1480);
  expect(await placeTrigger(kite, { ...single, last_price: 1480, ...leg(1450) }, id)).toBe(id);
  const [only, ...others] = await readTriggers(kite);
  expect(others).toEqual([]);
  expect([only?.placed_at_price, only?.legs[0]?.trigger_value, only?.legs[0]?.price]).toEqual([1480, 1450, 1449]);
});

test("tells what became of the order of a trigger that has fired, and why there is none", async () => {
  const { kite, simulator } = await start();
  await placeTrigger(kite, { ...single, transaction_type: "BUY" });
  // these shares need the depository's consent before they can be sold
  await placeTrigger(kite, twoLeg);
  simulator.setPrice(KEY, 1399);
  const triggers = await readTriggers(kite);
  expect(triggers.map(({ status }) => status)).toEqual(["triggered", "triggered"]);
  const [bought, sold] = ["single", "two-leg"].map((type) => triggers.find((trigger) => trigger.type === type)?.legs);
  expect(bought?.[0]?.result).toMatchObject({ triggered_at: 1399, accepted: true, rejection_reason: "" });
  expect(bought?.[0]?.result?.order_id).toMatch(/^\d+$/);
  expect(sold?.[0]?.result).toMatchObject({ triggered_at: 1399, accepted: false, order_id: "" });
  expect(sold?.[0]?.result?.rejection_reason).toContain("authorisation");
  expect(sold?.[1]?.result).toBeNull();
});

test("asks again when the price has moved past a single trigger, and takes the price of now where it has not", async () => {
  const { kite, simulator, refusalOf } = await start();
  simulator.setPrice(KEY, 1450);
  await placeTrigger(kite, single);
  expect((await readTriggers(kite))[0]?.placed_at_price).toBe(1450);
  simulator.setPrice(KEY, 1350);
  const moved = await refusalOf(single);
  expect(moved).toBeInstanceOf(KnownFailure);
  expect((moved as KnownFailure).failure).toMatchObject({
    code: "PriceMoved",
    field: "trigger_value",
    message: "The price has moved past the trigger while you were looking: it is 1350 now.",
  });
});

test.each([
  ["trigger_value", { trigger_value: 1499 }],
  ["trigger_value", { trigger_value: 1400.01 }],
  ["price", { price: 0 }],
  ["quantity", { quantity: 1.5 }],
  ["product", { product: "MIS" }],
  ["transaction_type", { transaction_type: "buy" }],
  ["lower.trigger_value", { ...twoLeg, lower: leg(1600), upper: leg(1400) }],
])("a refusal names %s, with nothing sent: %j", async (field, wrong) => {
  const { kite, simulator, refusalOf } = await start();
  const error = await refusalOf({ ...single, ...wrong });
  expect(isKiteError(error, "InvalidInput") && error.field).toBe(field);
  expect(simulator.requests.some(({ method, path }) => method === "POST" && path === "/gtt/triggers")).toBe(false);
  expect(await readTriggers(kite)).toEqual([]);
});

test("what has no price has no trigger", async () => {
  const { refusalOf } = await start();
  const error = await refusalOf({ ...single, tradingsymbol: "NOBODY" });
  expect((error as KnownFailure).failure).toMatchObject({ code: "NoPrice", outcome: "not-sent" });
});
