import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import {
  call,
  compactTable,
  expectCharges,
  expectMargin,
  future,
  gold,
  infy,
  postJson,
} from "../testing/margin-orders.ts";
import { badField } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, equityNet, placed, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterAll(() => simulator.close());

const post = (path: string, body: unknown): Promise<Answer> => postJson(trader, path, body);

describe("POST /margins/orders", () => {
  test("answers in the order of the request, every row complete", async () => {
    const { status, type, body } = await post("/margins/orders", [infy, future, call, gold]);
    expect([status, type, body.status]).toEqual([200, "application/json", "success"]);
    expect(body.data.map((row: Row) => [row.type, row.tradingsymbol])).toEqual([
      ["equity", "INFY"],
      ["equity", "NIFTY26APRFUT"],
      ["equity", "NIFTY26APR25500CE"],
      ["commodity", "GOLDGUINEA26APRFUT"],
    ]);
    for (const row of body.data) expectMargin(row);
    expect(body.data[0]).toMatchObject({ var: 1498, leverage: 1, total: 1498 });
    expect(body.data[2]).toMatchObject({ option_premium: 19_500, span: 0, total: 19_500 });
    expect((await post("/margins/orders", [])).body.data).toEqual([]);
  });

  test("says what an order will really block", async () => {
    for (const product of ["CNC", "MIS", "MTF"]) {
      const order = { ...infy, product, quantity: 7, price: 1450 };
      const { total } = (await post("/margins/orders", [order])).body.data[0];
      const before = await equityNet(trader);
      await placed(trader, { product, quantity: "7", price: "1450" });
      expect(before - (await equityNet(trader))).toBeCloseTo(total, 6);
    }
  });

  test("takes a market order at the last price", async () => {
    const market = { ...infy, order_type: "MARKET", price: 0 };
    expect((await post("/margins/orders", [market])).body.data[0].total).toBe(1500);
  });

  test("is told in full for any mode but the compact one", async () => {
    const { body } = await post("/margins/orders", [infy]);
    for (const mode of ["full", "null", ""])
      expect((await post(`/margins/orders?mode=${mode}`, [infy])).body).toEqual(body);
  });

  test("in compact mode has four keys", async () => {
    const { data } = (await post("/margins/orders?mode=compact", [infy])).body;
    expect(differences(data[0], compactTable)).toEqual([]);
  });
});

describe("POST /margins/basket", () => {
  const sell = { ...future, transaction_type: "SELL", tradingsymbol: "NIFTY26MAYFUT" };

  test("initial adds up, final knows what hedges", async () => {
    const { data } = (await post("/margins/basket?consider_positions=false", [future, sell])).body;
    expect(Object.keys(data).sort()).toEqual(["charges", "final", "initial", "orders"]);
    for (const row of [data.initial, data.final, ...data.orders]) expectMargin(row);
    expectCharges(data.charges);
    expect(data.initial).toMatchObject({ type: "", tradingsymbol: "", exchange: "" });
    expect(data.initial.total).toBeCloseTo(data.orders[0].total + data.orders[1].total, 6);
    expect(data.final.total).toBeCloseTo(Math.max(data.orders[0].total, data.orders[1].total), 6);
    const charged = data.orders.reduce((sum: number, row: Row) => sum + row.charges.total, 0);
    expect(data.initial.charges.total).toBeCloseTo(charged, 5);
  });

  test("premiums received can make the final premium negative", async () => {
    const written = { ...call, transaction_type: "SELL" };
    const bought = { ...call, tradingsymbol: "NIFTY26APR26000CE", price: 100 };
    const { final, initial } = (await post("/margins/basket?consider_positions=false", [written, bought])).body.data;
    expect(initial.option_premium).toBe(6500);
    expect(final.option_premium).toBe(6500 - 19_500);
  });

  test("an order that closes a position frees margin, unless positions are left out", async () => {
    simulator.setPrice("NFO:NIFTY26APRFUT", 26_000);
    await placed(trader, { ...future, quantity: "65", price: "26010" } as unknown as Record<string, string>);
    const closing = { ...future, transaction_type: "SELL", price: 26_000 };
    const final = async (query: string): Promise<number> =>
      (await post(`/margins/basket${query}`, [closing])).body.data.final.total;
    expect(await final("?consider_positions=false")).toBeGreaterThan(0);
    expect(await final("?consider_positions=true")).toBeLessThanOrEqual(0);
    expect(await final("?consider_positions=True")).toBe(await final(""));
  });

  test("in compact mode has no charges", async () => {
    const { data } = (await post("/margins/basket?mode=compact", [infy])).body;
    expect(Object.keys(data).sort()).toEqual(["final", "initial", "orders"]);
    for (const row of [data.initial, data.final, data.orders[0]]) expect(differences(row, compactTable)).toEqual([]);
  });
});

test.each([["/margins/basket?consider_positions=maybe", "consider_positions"]])(
  "%s is refused",
  async (path, field) => {
    expect(await post(path, [infy])).toEqual(badField(field));
  },
);

test.each(["price", "trigger_price"])("margins want a %s, be it zero", async (key) => {
  expect(await post("/margins/orders", [{ ...infy, [key]: undefined }])).toEqual(badField(key));
  expect(await post("/margins/orders", [{ ...infy, [key]: -1 }])).toEqual(badField(key));
});
