import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { fundHoldingTable, heldFund, purchaseTable, unknown } from "../testing/mutual-funds.ts";
import { badToken, refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let saver: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS });
  saver = await signIn(simulator);
});
afterEach(() => simulator.close());

const list = async (path: string): Promise<Row[]> => (await saver.get(path)).body.data;

describe("holdings", () => {
  test("have exactly the documented keys, no profit, and an empty date where the real ones have it", async () => {
    const rows = await list("/mf/holdings");
    for (const row of rows) expect(differences(row, fundHoldingTable)).toEqual([]);
    expect(new Set(rows.map((row) => row.pnl))).toEqual(new Set([0]));
    expect(rows.map((row) => row.last_price_date)).toContain("");
    expect(rows.map((row) => row.folio)).toContain(null);
    expect(new Set(rows.map((row) => "pledged_quantity" in row))).toEqual(new Set([true, false]));
  });

  test("one fund tells its purchases", async () => {
    const { tradingsymbol, quantity } = await heldFund(saver);
    const rows = await list(`/mf/holdings/${tradingsymbol}`);
    for (const row of rows) expect(differences(row, purchaseTable)).toEqual([]);
    expect(rows.reduce((sum, row) => sum + row.quantity, 0)).toBe(quantity);
    expect(await saver.get("/mf/holdings/INF000000000")).toEqual(unknown("isin"));
  });

  test("allotments name the funds", async () => {
    const names = (await list("/mf/holdings")).map((row) => row.tradingsymbol);
    expect(await list("/mf/allotments")).toEqual(names);
  });

  test("are empty for a new customer", async () => {
    const newcomer = await signIn(simulator, "SIM002");
    for (const path of ["/mf/holdings", "/mf/allotments", "/mf/orders", "/mf/sips"]) {
      expect((await newcomer.get(path)).body.data).toEqual([]);
    }
  });
});

describe("an exchange that refuses writes, as the real one does", () => {
  let strict: Simulator;
  let caller: Caller;
  beforeAll(async () => {
    strict = await startSimulator({ seed: 7, mutualFundOrders: "refuse" });
    caller = await signIn(strict);
  });
  afterAll(() => strict.close());

  test.each([
    ["POST", "/mf/orders"],
    ["DELETE", "/mf/orders/x"],
    ["POST", "/mf/sips"],
    ["PUT", "/mf/sips/x"],
    ["DELETE", "/mf/sips/x"],
  ])("%s %s", async (method, path) => {
    expect(await caller.form(method, path, {})).toEqual(
      refused(403, "PermissionException", "That API call is not allowed for the authenticated user"),
    );
    expect((await caller.get("/mf/orders")).status).toBe(200);
  });
});

test.each(["/mf/holdings", "/mf/allotments", "/mf/orders", "/mf/sips"])("%s needs a session", async (path) => {
  expect(await new Caller(simulator).get(path)).toEqual(badToken);
});
