import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, Caller, signIn } from "../testing/caller.ts";
import { expectCharges, gold, infy, postJson } from "../testing/margin-orders.ts";
import { badField, badToken, refused } from "../testing/refused.ts";
import { differences, type Kind } from "../testing/shape.ts";
import { cashUser, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterAll(() => simulator.close());

const headers = { "content-type": "application/json" };
const post = (path: string, body: unknown): Promise<Answer> => postJson(trader, path, body);

describe("POST /charges/orders", () => {
  const trade = { ...infy, order_id: "any text", average_price: 1498 };
  const noteTable: Record<string, Kind> = {
    transaction_type: "str",
    tradingsymbol: "str",
    exchange: "str",
    variety: "str",
    product: "str",
    order_type: "str",
    quantity: "int",
    price: "num",
    charges: "object",
  };

  test("answers without the order id, with the price under another name", async () => {
    const { status, body } = await post("/charges/orders", [trade, { ...trade, ...gold, average_price: 82_000 }]);
    expect([status, body.status]).toEqual([200, "success"]);
    for (const row of body.data) {
      expect(differences(row, noteTable)).toEqual([]);
      expectCharges(row.charges);
    }
    expect(body.data[0]).toMatchObject({ tradingsymbol: "INFY", price: 1498, quantity: 1 });
    expect(body.data[0].charges).toMatchObject({ transaction_tax: 1.498, transaction_tax_type: "stt", brokerage: 0 });
    expect(body.data[0].charges.sebi_turnover_charge).toBeCloseTo(0.001498, 6);
    expect(body.data[1].charges).toMatchObject({ transaction_tax: 0, transaction_tax_type: "ctt", brokerage: 20 });
  });

  test("agrees with a note that was worked out by hand", async () => {
    const intraday = { ...trade, product: "MIS", quantity: 1, average_price: 1500 };
    // 0.03 % brokerage, 0.00297 % exchange, 0.0001 % regulator, 18 % tax on the three; 0.0001 % for the fund of the
    // exchange, without tax; 0.003 % stamp, which is less than half a rupee
    expect((await post("/charges/orders", [intraday])).body.data[0].charges).toEqual({
      transaction_tax: 0,
      transaction_tax_type: "stt",
      exchange_turnover_charge: 0.04605,
      sebi_turnover_charge: 0.0015,
      brokerage: 0.45,
      stamp_duty: 0,
      gst: { igst: 0.089289, cgst: 0, sgst: 0, total: 0.089289 },
      total: 0.586839,
    });
  });

  test("currencies pay no transaction tax, sellers of shares pay it intraday, buyers pay the stamp", async () => {
    const euro = (await trader.get("/quote?i=CDS:USDINR26APRFUT")).body.data["CDS:USDINR26APRFUT"];
    const usd = { ...trade, exchange: "CDS", tradingsymbol: "USDINR26APRFUT", product: "NRML" };
    const [currency, buy, sell] = (
      await post("/charges/orders", [
        { ...usd, average_price: euro.last_price },
        { ...trade, product: "MIS", average_price: 1500, quantity: 100 },
        { ...trade, product: "MIS", transaction_type: "SELL", average_price: 1500, quantity: 100 },
      ])
    ).body.data.map((row: Row) => row.charges);
    expect(currency).toMatchObject({ transaction_tax: 0, transaction_tax_type: "" });
    expect(buy).toMatchObject({ transaction_tax: 0, brokerage: 20, stamp_duty: 5 });
    expect(sell).toMatchObject({ transaction_tax: 37.5, brokerage: 20, stamp_duty: 0 });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["no order id", { order_id: undefined }, "order_id"],
    ["no price", { average_price: undefined }, "average_price"],
    ["a price of zero", { average_price: 0 }, "average_price"],
    ["a price as text", { average_price: "1498" }, "average_price"],
    ["an unknown side", { transaction_type: "HOLD" }, "transaction_type"],
  ])("refuses %s", async (_, change, field) => {
    expect(await post("/charges/orders", [{ ...trade, ...change }])).toEqual(badField(field));
  });
});

describe.each(["/margins/orders", "/margins/basket", "/charges/orders"])("%s", (path) => {
  const order = { ...infy, order_id: "1", average_price: 1498 };

  test.each<[string, Record<string, unknown>, string]>([
    ["an unknown exchange", { exchange: "NYSE" }, "exchange"],
    ["an unlisted symbol", { tradingsymbol: "NOSUCH" }, "tradingsymbol"],
    ["an unknown variety", { variety: "bo" }, "variety"],
    ["an unknown product", { product: "BO" }, "product"],
    ["an unknown type", { order_type: "STOP" }, "order_type"],
    ["no quantity", { quantity: 0 }, "quantity"],
    ["a quantity as text", { quantity: "1" }, "quantity"],
  ])("refuses %s", async (_, change, field) => {
    expect(await post(path, [order, { ...order, ...change }])).toEqual(badField(field));
  });

  test("refuses what is no array of objects", async () => {
    expect(await post(path, order)).toEqual(refused(400, "InputException", "Request body has to be a JSON array."));
    expect(await post(path, [1])).toEqual(badField("orders"));
    expect(await trader.send(path, { method: "POST", headers, body: "[{]" })).toEqual(
      refused(400, "InputException", "Request body could not be read."),
    );
    expect(await trader.form("POST", path, { a: "b" })).toEqual(
      refused(400, "InputException", "Unsupported content type: expected application/json."),
    );
  });

  test("needs a session", async () => {
    expect(await new Caller(simulator).send(path, { method: "POST", headers, body: "[]" })).toEqual(badToken);
  });
});
