import { expect, test, vi } from "vitest";
import type { TriggerRequest, TriggerRow, TriggersAnswer } from "../../shared/market-api.ts";
import { Browser } from "../testing/browser.ts";
import { startDashboard } from "../testing/dashboard.ts";

// quotes go out one a second
vi.setConfig({ testTimeout: 20_000 });

const KEY = "NSE:INFY";

async function startLoggedIn() {
  const dashboard = await startDashboard();
  const { origin, logIn, simulator } = dashboard;
  await logIn("SIM001");
  simulator.setPrice(KEY, 1500);
  const browser = new Browser();
  return {
    ...dashboard,
    place: (wish: object) => browser.post(origin, "/api/gtts", wish),
    remove: (id: number | string, headers: Record<string, string> = { origin }) =>
      browser.ask(`${origin}/api/gtts/${id}`, { method: "DELETE", headers }),
    list: async () => ((await browser.ask(`${origin}/api/gtts`)).json() as unknown as TriggersAnswer).triggers,
  };
}

const common = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "SELL", product: "CNC" } as const;
const leg = (trigger_value: number) => ({ trigger_value, price: trigger_value - 1, quantity: 1 });
const single: TriggerRequest = { ...common, type: "single", last_price: 1500, ...leg(1400) };
const twoLeg: TriggerRequest = { ...common, type: "two-leg", last_price: 1500, lower: leg(1400), upper: leg(1600) };

test("places both kinds, lists them with the price of now, and deletes them", async () => {
  const { place, list, remove, reported } = await startLoggedIn();
  const first = await place(single);
  expect(first.status).toBe(201);
  const id = (first.json() as { trigger_id: number }).trigger_id;
  await place(twoLeg);
  const triggers = await list();
  expect(triggers.map(({ type, status, last_price }) => [type, status, last_price])).toEqual(
    expect.arrayContaining([
      ["single", "active", 1500],
      ["two-leg", "active", 1500],
    ]),
  );
  const row = triggers.find((trigger) => trigger.id === id) as TriggerRow;
  expect(row).toMatchObject({ tradingsymbol: "INFY", placed_at_price: 1500 });
  expect(row.legs).toEqual([
    { trigger_value: 1400, transaction_type: "SELL", quantity: 1, product: "CNC", price: 1399, result: null },
  ]);
  expect((await remove(id)).status).toBe(204);
  expect((await list()).find((trigger) => trigger.id === id)?.status).toBe("deleted");
  expect(reported.slice(-3)).toEqual([
    `Placed GTT ${id} on ${KEY}`,
    expect.stringMatching(/^Placed GTT \d+ on NSE:INFY$/),
    `Deleted GTT ${id}`,
  ]);
});

test("tells what became of the order of a trigger that has fired, and why there is none", async () => {
  const { place, list, simulator } = await startLoggedIn();
  await place({ ...single, transaction_type: "BUY" });
  // these shares need the depository's consent before they can be sold
  await place(twoLeg);
  simulator.setPrice(KEY, 1399);
  const triggers = await list();
  expect(triggers.map(({ status }) => status)).toEqual(["triggered", "triggered"]);
  const [bought, sold] = ["single", "two-leg"].map((type) => triggers.find((trigger) => trigger.type === type)?.legs);
  expect(bought?.[0]?.result).toMatchObject({ triggered_at: 1399, accepted: true, rejection_reason: "" });
  expect(bought?.[0]?.result?.order_id).toMatch(/^\d+$/);
  expect(sold?.[0]?.result).toMatchObject({ triggered_at: 1399, accepted: false, order_id: "" });
  expect(sold?.[0]?.result?.rejection_reason).toContain("authorisation");
  expect(sold?.[1]?.result).toBeNull();
});

test("measures against the price of now, and asks again when that has moved past a single trigger", async () => {
  const { place, list, simulator } = await startLoggedIn();
  simulator.setPrice(KEY, 1450);
  expect((await place({ ...single, last_price: 1500 })).status).toBe(201);
  expect((await list())[0]?.placed_at_price).toBe(1450);
  simulator.setPrice(KEY, 1350);
  const moved = await place(single);
  expect([moved.status, moved.json().code, moved.json().field]).toEqual([400, "PriceMoved", "trigger_value"]);
  expect(moved.json().message).toContain("1350");
});

test.each([
  ["trigger_value", { trigger_value: 1499 }],
  ["trigger_value", { trigger_value: 1400.01 }],
  ["price", { price: 0 }],
  ["quantity", { quantity: 1.5 }],
  ["product", { product: "MIS" }],
  ["transaction_type", { transaction_type: "buy" }],
])("a refusal names %s, with nothing sent: %j", async (field, wrong) => {
  const { place, list, simulator } = await startLoggedIn();
  const reply = await place({ ...single, ...wrong });
  expect([reply.status, reply.json().code, reply.json().field]).toEqual([400, "InvalidInput", field]);
  expect(simulator.requests.some(({ method, path }) => method === "POST" && path === "/gtt/triggers")).toBe(false);
  expect(await list()).toEqual([]);
});

test("a refusal names the leg, and what the exchange itself refuses is told in its words", async () => {
  const { place } = await startLoggedIn();
  const swapped = await place({ ...twoLeg, lower: leg(1600), upper: leg(1400) });
  expect([swapped.status, swapped.json().field]).toEqual([400, "lower.trigger_value"]);
  const unknown = await place({ ...single, tradingsymbol: "NOBODY" });
  expect([unknown.status, unknown.json().code]).toEqual([404, "NotListed"]);
  const noObject = await place([]);
  expect(noObject.status).toBe(400);
});

test("a trigger is deleted by the page alone, and only when there is one", async () => {
  const { place, remove, list } = await startLoggedIn();
  const id = ((await place(single)).json() as { trigger_id: number }).trigger_id;
  expect((await remove(id, {})).status).toBe(403);
  expect((await remove(id, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await list())[0]?.status).toBe("active");
  const missing = await remove(999);
  expect([missing.status >= 400, Boolean(missing.json().what_to_do)]).toEqual([true, true]);
  expect((await remove("1e3x")).json().code).toBe("InvalidInput");
});
