import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import { freshFund, fundOrderTable, heldFund, unknown } from "../testing/mutual-funds.ts";
import { badField, refused } from "../testing/refused.ts";
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
const place = (form: Record<string, string>): Promise<Answer> => saver.form("POST", "/mf/orders", form);

describe("orders", () => {
  test("of the last seven days are listed, with exactly the documented keys; older ones by their dates", async () => {
    const rows = await list("/mf/orders");
    expect(rows.map((row) => row.status)).toEqual(["REJECTED", "COMPLETE", "OPEN"]);
    const older = await list("/mf/orders?from=2026-01-01&to=2026-03-02");
    expect(older).toHaveLength(rows.length + 1);
    for (const row of older) expect(differences(row, fundOrderTable)).toEqual([]);
    expect(older.slice(1)).toEqual(rows);
    expect((await saver.get(`/mf/orders/${older[0].order_id}`)).body.data).toEqual(older[0]);
    expect(await saver.get("/mf/orders?from=yesterday")).toEqual(badField("from"));
  });

  test("to buy are taken by amount and stay open until they are cancelled", async () => {
    const isin = await freshFund(saver);
    const answer = await place({ tradingsymbol: isin, transaction_type: "BUY", amount: "5000", tag: "save" });
    expect(answer).toMatchObject({ status: 200, body: { status: "success" } });
    expect(differences(answer.body.data, { order_id: "str" })).toEqual([]);
    const path = `/mf/orders/${answer.body.data.order_id}`;
    const row = (await saver.get(path)).body.data;
    expect(differences(row, fundOrderTable)).toEqual([]);
    expect(row).toMatchObject({
      tradingsymbol: isin,
      status: "OPEN",
      amount: 5000,
      quantity: 0,
      purchase_type: "FRESH",
      exchange_timestamp: null,
      placed_by: "SIM001",
      tag: "save",
    });
    expect((await list("/mf/orders")).at(-1)).toEqual(row);
    expect((await saver.send(path, { method: "DELETE" })).body.data).toEqual(answer.body.data);
    expect((await saver.get(path)).body.data.status).toBe("CANCELLED");
    expect(await saver.send(path, { method: "DELETE" })).toEqual(
      refused(400, "InputException", "Order cannot be cancelled as it is being processed. Try later."),
    );
  });

  test("to sell are taken by units, of which there have to be enough", async () => {
    const { tradingsymbol, quantity } = await heldFund(saver);
    const sell = { tradingsymbol, transaction_type: "SELL" };
    const { order_id } = (await place({ ...sell, quantity: "0.125" })).body.data;
    expect((await saver.get(`/mf/orders/${order_id}`)).body.data).toMatchObject({
      amount: 0,
      quantity: 0.125,
      purchase_type: null,
    });
    expect(await place({ ...sell, quantity: String(quantity + 1) })).toEqual(
      refused(400, "HoldingException", `Insufficient holdings. ${quantity} units can be sold.`),
    );
    expect((await place({ ...sell, quantity: String(quantity) })).status).toBe(200);
  });

  test.each<[string, Record<string, string>, string]>([
    ["an unknown fund", { tradingsymbol: "INF000000000" }, "tradingsymbol"],
    ["no side", { transaction_type: "" }, "transaction_type"],
    ["no amount", { amount: "" }, "amount"],
    ["less than the fund takes", { amount: "99" }, "amount"],
    ["an amount between two steps", { amount: "5000.50" }, "amount"],
    ["no units", { transaction_type: "SELL" }, "quantity"],
    ["units between two steps", { transaction_type: "SELL", quantity: "0.0005" }, "quantity"],
  ])("refuses %s", async (_, fields, field) => {
    const { tradingsymbol } = await heldFund(saver);
    expect(await place({ tradingsymbol, transaction_type: "BUY", amount: "5000", ...fields })).toEqual(badField(field));
  });

  test("does not know every id", async () => {
    expect(await saver.get("/mf/orders/x")).toEqual(unknown("order_id"));
    expect(await saver.send("/mf/orders/x", { method: "DELETE" })).toEqual(unknown("order_id"));
  });
});
