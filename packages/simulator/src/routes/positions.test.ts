import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { badField, refused } from "../testing/refused.ts";
import { differences, type Kind } from "../testing/shape.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  await simulator?.close();
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-02T10:15:30+05:30") });
  trader = await signIn(simulator, "SIM001");
});
afterAll(() => simulator.close());

// biome-ignore lint/suspicious/noExplicitAny: rows are what these tests check
type Row = any;
const book = async (): Promise<{ net: Row[]; day: Row[] }> => (await trader.get("/portfolio/positions")).body.data;
const find = (list: Row[], tradingsymbol: string, product: string): Row =>
  list.find((row) => row.tradingsymbol === tradingsymbol && row.product === product);

const table: Record<string, Kind> = {
  tradingsymbol: "str",
  exchange: "str",
  product: "str",
  instrument_token: "int",
  quantity: "int",
  overnight_quantity: "int",
  multiplier: "num",
  average_price: "num",
  close_price: "num",
  last_price: "num",
  value: "num",
  pnl: "num",
  m2m: "num",
  unrealised: "num",
  realised: "num",
  buy_quantity: "int",
  sell_quantity: "int",
  buy_price: "num",
  sell_price: "num",
  buy_value: "num",
  sell_value: "num",
  buy_m2m: "num",
  sell_m2m: "num",
  day_buy_quantity: "int",
  day_sell_quantity: "int",
  day_buy_price: "num",
  day_sell_price: "num",
  day_buy_value: "num",
  day_sell_value: "num",
};

describe("GET /portfolio/positions", () => {
  test("answers with net and day, every row with exactly the documented keys", async () => {
    const answer = await trader.get("/portfolio/positions");
    expect([answer.status, answer.type, answer.body.status]).toEqual([200, "application/json", "success"]);
    const { net, day, ...rest } = answer.body.data;
    expect(rest).toEqual({});
    expect(net).toHaveLength(10);
    for (const row of [...net, ...day]) expect(differences(row, table), row.tradingsymbol).toEqual([]);
  });

  test("computes every row the way the reference does", async () => {
    const { net, day } = await book();
    for (const row of [...net, ...day]) {
      const { quantity: q, multiplier: m, close_price: close } = row;
      const [long, short] = [Math.max(0, row.overnight_quantity), Math.max(0, -row.overnight_quantity)];
      expect(q).toBe(row.buy_quantity - row.sell_quantity);
      expect(row.buy_quantity).toBe(long + row.day_buy_quantity);
      expect(row.sell_quantity).toBe(short + row.day_sell_quantity);
      for (const side of ["buy", "sell", "day_buy", "day_sell"]) {
        expect(row[`${side}_value`]).toBeCloseTo(row[`${side}_quantity`] * row[`${side}_price`] * m, 6);
        if (row[`${side}_quantity`] === 0) expect(row[`${side}_price`]).toBe(0);
      }
      expect(row.value).toBeCloseTo(row.sell_value - row.buy_value, 6);
      expect(row.pnl).toBeCloseTo(row.value + q * row.last_price * m, 6);
      expect(row.buy_m2m).toBeCloseTo(long * close * m + row.day_buy_value, 6);
      expect(row.sell_m2m).toBeCloseTo(short * close * m + row.day_sell_value, 6);
      expect(row.m2m).toBeCloseTo(row.sell_m2m - row.buy_m2m + q * row.last_price * m, 6);
      expect(row.average_price).toBe(q > 0 ? row.buy_price : q < 0 ? row.sell_price : 0);
      expect([row.unrealised, row.realised]).toEqual([row.pnl, 0]);
    }
  });

  test("has every kind of position", async () => {
    const { net, day } = await book();
    expect(find(net, "NIFTY26APRFUT", "NRML").overnight_quantity).toBeGreaterThan(0);
    expect(find(net, "NIFTY26APR24500PE", "MIS").quantity).toBeLessThan(0);
    expect(find(net, "NIFTY26APR25500CE", "NRML")).toMatchObject({ close_price: 0, overnight_quantity: 0 });
    expect(find(net, "RELIANCE26APRFUT", "NRML")).toMatchObject({ quantity: -1000, overnight_quantity: -500 });
    expect(find(net, "LEADMINI26APRFUT", "NRML")).toMatchObject({ exchange: "MCX", multiplier: 1000 });
    expect(find(net, "GOLDGUINEA26APRFUT", "NRML")).toMatchObject({ quantity: 0, overnight_quantity: 3 });
    expect(find(net, "AXISBANK", "CNC").quantity).toBeGreaterThan(0);
    expect(find(net, "ICICIBANK", "MIS")).toMatchObject({ quantity: 0, overnight_quantity: 0, average_price: 0 });
    expect(find(net, "SBIN", "MIS")).toMatchObject({ exchange: "BSE" });
    // what nobody touched today has no day row; a carried long that was sold is a short there
    expect(find(day, "LEADMINI26APRFUT", "NRML")).toBeUndefined();
    expect(find(day, "NIFTY26APRFUT", "NRML")).toMatchObject({ quantity: -65, overnight_quantity: 0 });
    expect(find(day, "GOLDGUINEA26APRFUT", "NRML").quantity).toBe(-3);
  });

  test("agrees with the holdings on what was sold today", async () => {
    const { data } = (await trader.get("/portfolio/holdings")).body;
    const steel = data.find((row: Row) => row.tradingsymbol === "TATASTEEL");
    expect(find((await book()).net, "TATASTEEL", "CNC").quantity).toBe(-steel.used_quantity);
    expect(steel.authorised_quantity).toBeGreaterThanOrEqual(steel.used_quantity);
  });

  test("is empty twice for a new customer", async () => {
    const newcomer = await signIn(simulator, "SIM002");
    expect((await newcomer.get("/portfolio/positions")).body.data).toEqual({ net: [], day: [] });
  });
});

describe("PUT /portfolio/positions", () => {
  const wish = {
    exchange: "NSE",
    tradingsymbol: "AXISBANK",
    transaction_type: "BUY",
    position_type: "day",
    quantity: "2",
    old_product: "CNC",
    new_product: "MIS",
  };
  const convert = (change: Record<string, string> = {}) =>
    trader.form("PUT", "/portfolio/positions", { ...wish, ...change });

  test("answers true, and the book has changed", async () => {
    const before = find((await book()).net, "AXISBANK", "CNC");
    expect(await convert({ shiny_new_field: "1" })).toEqual({
      status: 200,
      type: "application/json",
      body: { status: "success", data: true },
    });
    const { net, day } = await book();
    expect(find(net, "AXISBANK", "MIS")).toMatchObject({ quantity: 2, overnight_quantity: 0 });
    expect(find(net, "AXISBANK", "MIS").average_price).toBeCloseTo(before.average_price, 9);
    expect(find(net, "AXISBANK", "CNC").quantity).toBe(before.quantity - 2);
    expect(find(day, "AXISBANK", "MIS").quantity).toBe(2);
  });

  test("gives shares back to the holdings when their sale becomes an intraday short", async () => {
    const steel = async (): Promise<Row> =>
      (await trader.get("/portfolio/holdings")).body.data.find((row: Row) => row.tradingsymbol === "TATASTEEL");
    const before = await steel();
    expect((await convert({ tradingsymbol: "TATASTEEL", transaction_type: "SELL" })).status).toBe(200);
    expect(await steel()).toMatchObject({ used_quantity: before.used_quantity - 2, quantity: before.quantity + 2 });
  });

  test.each<[string, Record<string, string>, string]>([
    ["an instrument without a position", { tradingsymbol: "INFY" }, "tradingsymbol"],
    ["no instrument", { tradingsymbol: "" }, "tradingsymbol"],
    ["an unknown exchange", { exchange: "NYSE" }, "exchange"],
    ["an unknown side", { transaction_type: "HOLD" }, "transaction_type"],
    ["the other side", { transaction_type: "SELL" }, "transaction_type"],
    ["an unknown position type", { position_type: "weekly" }, "position_type"],
    ["a position type nothing is left of", { position_type: "overnight" }, "position_type"],
    ["an unknown product", { new_product: "XYZ" }, "product"],
    ["a product that has ended", { new_product: "BO" }, "product"],
    ["a product that shares cannot have", { new_product: "NRML" }, "product"],
    ["the same product", { new_product: "CNC" }, "new_product"],
    ["a product nothing is held under", { old_product: "MTF" }, "old_product"],
    ["more than there is", { quantity: "100000" }, "quantity"],
    ["nothing", { quantity: "0" }, "quantity"],
    ["less than nothing", { quantity: "-2" }, "quantity"],
    ["a fraction", { quantity: "1.5" }, "quantity"],
    ["a quantity in words", { quantity: "two" }, "quantity"],
    ["a quantity no number can hold", { quantity: "9".repeat(30) }, "quantity"],
  ])("refuses %s, and the book stays as it was", async (_, change, field) => {
    const before = await book();
    expect(await convert(change)).toEqual(badField(field));
    expect(await book()).toEqual(before);
  });

  test("refuses to deliver what is not in the demat account", async () => {
    const all = find((await book()).net, "SBIN", "MIS").quantity * -1;
    const owned = (await trader.get("/portfolio/holdings")).body.data.find((row: Row) => row.tradingsymbol === "SBIN");
    expect(all).toBeGreaterThan(owned.quantity); // or the seed no longer shows what this test is about
    const short = { exchange: "BSE", tradingsymbol: "SBIN", transaction_type: "SELL", old_product: "MIS" };
    expect(await convert({ ...short, new_product: "CNC", quantity: String(all) })).toEqual(
      refused(400, "HoldingException", "Insufficient holdings for this conversion."),
    );
  });

  test("refuses a body it cannot read", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await trader.send("/portfolio/positions", { method: "PUT", headers, body: "tradingsymbol=M%M" });
    expect(answer).toEqual(refused(400, "InputException", "Request body could not be read."));
  });
});
