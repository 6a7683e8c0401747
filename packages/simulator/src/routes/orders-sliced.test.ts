import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import { orderTable } from "../testing/order-tables.ts";
import { badField, refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, equityNet, orderOf, place, placed, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const book = async (): Promise<Row[]> => (await trader.get("/orders")).body.data;
const cancel = (order_id: string, variety: string, query = ""): Promise<Answer> =>
  trader.send(`/orders/${variety}/${order_id}${query}`, { method: "DELETE" });
const input = (message: string) => refused(400, "InputException", message);

describe("iceberg", () => {
  const legs = { iceberg_legs: "3", iceberg_quantity: "40", quantity: "100" };

  test("shows one leg after the other, each a row of its own", async () => {
    const first = await placed(trader, { ...legs, price: "1490", tag: "ice" }, "iceberg");
    expect(await book()).toHaveLength(1);
    expect(differences(await orderOf(trader, first), orderTable)).toEqual([]);
    expect((await orderOf(trader, first)).meta).toEqual({
      iceberg: { leg: 1, legs: 3, leg_quantity: 40, total_quantity: 100, remaining_quantity: 60 },
    });
    simulator.setPrice("NSE:INFY", 1480);
    const rows = await book();
    expect(rows.map((row) => [row.quantity, row.status, row.tag])).toEqual([
      [40, "COMPLETE", "ice"],
      [40, "COMPLETE", "ice"],
      [20, "COMPLETE", "ice"],
    ]);
    expect(rows.map((row) => row.meta.iceberg.leg)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.meta.iceberg.remaining_quantity)).toEqual([60, 20, 0]);
    expect(new Set(rows.map((row) => row.order_id)).size).toBe(3);
  });

  test("blocks the margin of all legs, and gives it back when the first is cancelled", async () => {
    const net = await equityNet(trader);
    const first = await placed(trader, { ...legs, price: "1490" }, "iceberg");
    expect(await equityNet(trader)).toBeCloseTo(net - (100 * 1490) / 5, 6);
    await cancel(first, "iceberg");
    expect(await equityNet(trader)).toBeCloseTo(net, 6);
    simulator.setPrice("NSE:INFY", 1480);
    expect(await book()).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string]>([
    ["no legs", { iceberg_legs: "" }, "iceberg_legs"],
    ["one leg", { iceberg_legs: "1", iceberg_quantity: "100" }, "iceberg_legs"],
    ["51 legs", { iceberg_legs: "51", iceberg_quantity: "2" }, "iceberg_legs"],
    ["no quantity per leg", { iceberg_quantity: "" }, "iceberg_quantity"],
    ["legs that are too small for all of it", { iceberg_quantity: "30" }, "iceberg_quantity"],
    ["legs that are too large for three", { iceberg_quantity: "50" }, "iceberg_quantity"],
    ["a market order", { order_type: "MARKET", market_protection: "-1" }, "order_type"],
    ["IOC", { validity: "IOC" }, "validity"],
    ["the broker's money", { product: "MTF" }, "product"],
  ])("refuses %s", async (_, fields, field) => {
    expect(await place(trader, { ...legs, ...fields }, "iceberg")).toEqual(badField(field));
  });
});

describe("autoslice", () => {
  const large = { exchange: "NFO", tradingsymbol: "NIFTY26APR25500CE", product: "NRML", price: "1" };
  /** The freeze quantity is 1800, and 1755 are the most whole lots of 65 in it. */
  const slices = (count: number): string => String(count * 1755);

  beforeEach(() => simulator.setPrice("NFO:NIFTY26APR25500CE", 20));

  test("an order above the freeze quantity is refused without it", async () => {
    expect(await place(trader, { ...large, quantity: "1820" })).toEqual(
      input("Order quantity is above the freeze quantity of 1800. Slice it, or send `autoslice`."),
    );
    expect((await place(trader, { ...large, quantity: "1755" })).status).toBe(200);
  });

  test("makes an order of every slice, under the id of none of them", async () => {
    const { body } = await place(trader, { ...large, quantity: "3575", autoslice: "true", tag: "big" });
    const { order_id, children, ...rest } = body.data;
    expect(rest).toEqual({});
    expect(children).toHaveLength(3);
    const rows = await book();
    expect(rows.map((row) => row.order_id)).toEqual(children.map((child: Row) => child.order_id));
    expect(rows.map((row) => row.quantity)).toEqual([1755, 1755, 65]);
    for (const row of rows) {
      expect(differences(row, orderTable)).toEqual([]);
      expect(row).toMatchObject({ tag: "big", tags: ["big", "autoslice", `autoslice:${order_id}`] });
    }
    expect(children.map((child: Row) => child.order_id)).not.toContain(order_id);
  });

  test("tells which slices could not be paid for, under a status of success", async () => {
    simulator.setPrice("NFO:NIFTY26APR25500CE", 210);
    // one slice costs 351,000 of the ten lakh
    const answer = await place(trader, { ...large, price: "200", quantity: slices(4), autoslice: "true" });
    expect(answer.status).toBe(200);
    const { children } = answer.body.data;
    expect(children.map((child: Row) => Object.keys(child))).toEqual([
      ["order_id"],
      ["order_id"],
      ["error"],
      ["error"],
    ]);
    expect(
      differences(children[2].error, { code: "int", error_type: "str", message: "str", data: "object|null" }),
    ).toEqual([]);
    expect(children[2].error).toMatchObject({ code: 400, error_type: "MarginException", data: null });
    expect(await book()).toHaveLength(2);
  });

  test("refuses more than ten slices, and changes nothing for an order that needs none", async () => {
    expect(
      (await place(trader, { ...large, quantity: slices(10), autoslice: "true" })).body.data.children,
    ).toHaveLength(10);
    expect(await place(trader, { ...large, quantity: slices(11), autoslice: "true" })).toEqual(
      input("Order quantity needs 11 slices, and only 10 are allowed."),
    );
    const { body } = await place(trader, { ...large, quantity: "65", autoslice: "true" });
    expect(differences(body.data, { order_id: "str" })).toEqual([]);
    expect(await orderOf(trader, body.data.order_id)).not.toHaveProperty("tags");
  });
});
