import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, Caller, signIn } from "../testing/caller.ts";
import { badField, badToken, refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, type Row, TRADING_HOURS } from "../testing/trade.ts";
import {
  condition,
  conditionTable,
  NIFTY,
  order,
  type Parts,
  triggerForm,
  triggerOrderTable,
  triggerTable,
  twoLeg,
} from "../testing/trigger-forms.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const create = (parts: Parts = {}): Promise<Answer> => trader.form("POST", "/gtt/triggers", triggerForm(parts));
const created = async (parts: Parts = {}): Promise<number> => (await create(parts)).body.data.trigger_id;
const read = async (id: number): Promise<Row> => (await trader.get(`/gtt/triggers/${id}`)).body.data;

describe("a trigger", () => {
  test("is created with a number for an id, and read with exactly the documented keys", async () => {
    const answer = await create();
    expect(answer).toMatchObject({ status: 200, type: "application/json", body: { status: "success" } });
    expect(differences(answer.body.data, { trigger_id: "int" })).toEqual([]);
    const row = await read(answer.body.data.trigger_id);
    expect(differences(row, triggerTable)).toEqual([]);
    expect(differences(row.condition, conditionTable)).toEqual([]);
    expect(differences(row.orders[0], triggerOrderTable)).toEqual([]);
    expect(row).toMatchObject({
      user_id: "CASH01",
      parent_trigger: null,
      type: "single",
      status: "active",
      created_at: "2026-03-02 10:15:30",
      updated_at: "2026-03-02 10:15:30",
      expires_at: "2027-03-02 10:15:30",
      condition: { ...condition, instrument_token: 408_065 },
      orders: [{ ...order, result: null }],
      meta: {},
    });
    expect((await trader.get("/gtt/triggers")).body).toEqual({ status: "success", data: [row] });
  });

  test("ends with its contract", async () => {
    const future = { ...NIFTY, product: "NRML", quantity: 65, price: 24_000 };
    const parts = { condition: { ...NIFTY, trigger_values: [24_000], last_price: 26_000 }, orders: [future] };
    expect(await read(await created(parts))).toMatchObject({
      expires_at: expect.stringMatching(/^2026-04-\d\d 23:59:59$/),
    });
  });

  test("is replaced as a whole by a modification", async () => {
    const id = await created();
    const changed = triggerForm({ condition: { trigger_values: [1410] }, orders: [{ quantity: 5 }] });
    expect(await trader.form("PUT", `/gtt/triggers/${id}`, changed)).toMatchObject({
      status: 200,
      body: { data: { trigger_id: id } },
    });
    expect(await read(id)).toMatchObject({ condition: { trigger_values: [1410] }, orders: [{ quantity: 5 }] });
  });

  test("stays readable when it is deleted, and in the list for a week", async () => {
    const id = await created();
    const path = `/gtt/triggers/${id}`;
    expect((await trader.send(path, { method: "DELETE" })).body).toEqual({
      status: "success",
      data: { trigger_id: id },
    });
    expect(await read(id)).toMatchObject({ status: "deleted" });
    expect((await trader.get("/gtt/triggers")).body.data).toHaveLength(1);
    const over = refused(400, "InputException", "Trigger is not active, but deleted.");
    expect(await trader.send(path, { method: "DELETE" })).toEqual(over);
    expect(await trader.form("PUT", path, triggerForm())).toEqual(over);
    simulator.setTime(TRADING_HOURS + 8 * 86_400_000);
    trader = await signIn(simulator);
    expect((await trader.get("/gtt/triggers")).body.data).toEqual([]);
    expect(await read(id)).toMatchObject({ status: "deleted" });
  });

  test("expires after a year", async () => {
    const id = await created({ condition: { trigger_values: [2900] }, orders: [{ price: 2900 }] });
    simulator.setTime(Date.parse("2027-03-02T10:15:30+05:30"));
    trader = await signIn(simulator);
    expect(await read(id)).toMatchObject({ status: "expired", updated_at: "2027-03-02 10:15:30" });
  });
});

describe("refused", () => {
  const input = (message: string): Answer => refused(400, "InputException", message);
  const first = "Trigger cannot be created with the first trigger price more than the last price.";
  const second = "Trigger cannot be created with the second trigger price less than the last price.";

  test.each<[string, Parts, Answer]>([
    ["an unknown type", { type: "oco" }, badField("type")],
    ["no triggers", { condition: { trigger_values: [] } }, badField("trigger_values")],
    ["one trigger too many", { condition: { trigger_values: [1400, 1600] } }, badField("trigger_values")],
    ["triggers as text", { condition: { trigger_values: ["1400"] } }, badField("trigger_values")],
    ["one trigger for two legs", { ...twoLeg([1400]) }, badField("trigger_values")],
    ["no orders", { orders: [] }, badField("orders")],
    ["one order too many", { orders: [{}, {}] }, badField("orders")],
    ["one order for two legs", twoLeg([1400, 1600], [{}]), badField("orders")],
    ["an unlisted symbol", { condition: { tradingsymbol: "NOSUCH" } }, badField("tradingsymbol")],
    ["an index", { condition: { tradingsymbol: "NIFTY 50" } }, badField("tradingsymbol")],
    ["an order for something else", { orders: [{ tradingsymbol: "ITC" }] }, badField("tradingsymbol")],
    ["no last price", { condition: { last_price: undefined } }, badField("last_price")],
    ["no quantity", { orders: [{ quantity: 0 }] }, badField("quantity")],
    ["a quantity as text", { orders: [{ quantity: "10" }] }, badField("quantity")],
    ["a market order", { orders: [{ order_type: "MARKET" }] }, badField("order_type")],
    ["intraday", { orders: [{ product: "MIS" }] }, badField("product")],
    ["shares under NRML", { orders: [{ product: "NRML" }] }, badField("product")],
    ["no price", { orders: [{ price: 0 }] }, badField("price")],
    [
      "two legs to buy shares",
      twoLeg([1400, 1600], [{ transaction_type: "BUY" }, { transaction_type: "BUY" }]),
      badField("transaction_type"),
    ],
    [
      "a trigger off the tick",
      { condition: { trigger_values: [1400.05] } },
      input("Trigger price is not a multiple of tick size"),
    ],
    ["a price off the tick", { orders: [{ price: 1400.05 }] }, input("Order price is not a multiple of tick size")],
    ["a first leg above the last price", twoLeg([1510, 1600]), input(first)],
    ["a first leg at the last price", twoLeg([1500, 1600]), input(first)],
    ["a second leg below the last price", twoLeg([1400, 1450]), input(second)],
    ["a second leg at the last price", twoLeg([1400, 1500]), input(second)],
    [
      "a trigger too near",
      { condition: { trigger_values: [1496.3] } },
      input("Trigger price 1496.3 is too close to the last price (1500)."),
    ],
  ])("%s", async (_, parts, answer) => {
    expect(await create(parts)).toEqual(answer);
    const id = await created();
    expect(await trader.form("PUT", `/gtt/triggers/${id}`, triggerForm(parts))).toEqual(answer);
  });

  test("a trigger at the least distance is taken", async () => {
    // 0.25 % of 1500 are 3.75, and the next tick beyond is 1496.2
    expect((await create({ condition: { trigger_values: [1496.2] } })).status).toBe(200);
  });

  test.each(["condition", "orders"])("%s that is no JSON", async (field) => {
    expect(await trader.form("POST", "/gtt/triggers", { ...triggerForm(), [field]: "{" })).toEqual(badField(field));
    expect(await trader.form("POST", "/gtt/triggers", { ...triggerForm(), [field]: "1" })).toEqual(badField(field));
  });

  test("an id that nobody has", async () => {
    const unknown = refused(404, "GeneralException", "Couldn't find that `trigger_id`.");
    expect(await trader.get("/gtt/triggers/1")).toEqual(unknown);
    expect(await trader.form("PUT", "/gtt/triggers/1", triggerForm())).toEqual(unknown);
    expect(await trader.send("/gtt/triggers/1", { method: "DELETE" })).toEqual(unknown);
  });

  test("nobody's request", async () => {
    expect(await new Caller(simulator).get("/gtt/triggers")).toEqual(badToken);
    expect(await new Caller(simulator).form("POST", "/gtt/triggers", triggerForm())).toEqual(badToken);
  });
});
