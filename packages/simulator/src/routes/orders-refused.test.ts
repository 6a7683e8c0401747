import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { badField, badToken, refused } from "../testing/refused.ts";
import { cashUser, place, placed, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterAll(() => simulator.close());

const FUTURE = { exchange: "NFO", tradingsymbol: "NIFTY26APRFUT", product: "NRML", quantity: "65" };
const OPTION = { ...FUTURE, tradingsymbol: "NIFTY26APR25500CE", price: "300" };
const GOLD = { ...FUTURE, exchange: "MCX", tradingsymbol: "GOLDGUINEA26APRFUT", quantity: "1" };
const STOP = { order_type: "SL", price: "1520", trigger_price: "1510" };
const input = (message: string) => refused(400, "InputException", message);

describe("fields", () => {
  test.each<[string, Record<string, string>, string]>([
    ["no exchange", { exchange: "" }, "exchange"],
    ["an exchange that takes no orders", { exchange: "INDICES" }, "exchange"],
    ["no symbol", { tradingsymbol: "" }, "tradingsymbol"],
    ["a symbol that is not listed", { tradingsymbol: "NOSUCH" }, "tradingsymbol"],
    ["a symbol of another exchange", { exchange: "MCX" }, "tradingsymbol"],
    ["an index", { tradingsymbol: "NIFTY 50" }, "tradingsymbol"],
    ["no side", { transaction_type: "" }, "transaction_type"],
    ["a side in lower case", { transaction_type: "buy" }, "transaction_type"],
    ["no type", { order_type: "" }, "order_type"],
    ["an unknown type", { order_type: "STOP" }, "order_type"],
    ["no product", { product: "" }, "product"],
    ["a product that has ended", { product: "BO" }, "product"],
    ["a product of the answers alone", { product: "CO" }, "product"],
    ["no quantity", { quantity: "" }, "quantity"],
    ["nothing", { quantity: "0" }, "quantity"],
    ["less than nothing", { quantity: "-1" }, "quantity"],
    ["half a share", { quantity: "0.5" }, "quantity"],
    ["words", { quantity: "ten" }, "quantity"],
    ["no price", { price: "" }, "price"],
    ["a price of zero", { price: "0" }, "price"],
    ["a price in another notation", { price: "1e3" }, "price"],
    ["a stop without a trigger", { ...STOP, trigger_price: "" }, "trigger_price"],
    ["an unknown validity", { validity: "GTC" }, "validity"],
    ["TTL without minutes", { validity: "TTL" }, "validity_ttl"],
    ["a tag of 21 characters", { tag: "x".repeat(21) }, "tag"],
    ["more shown than there is", { disclosed_quantity: "11" }, "disclosed_quantity"],
    ["half hidden contracts", { ...FUTURE, price: "26000", disclosed_quantity: "65" }, "disclosed_quantity"],
    ["autoslice in capitals", { autoslice: "True" }, "autoslice"],
    ["protection of more than all", { order_type: "MARKET", market_protection: "101" }, "market_protection"],
    ["negative protection", { order_type: "MARKET", market_protection: "-2" }, "market_protection"],
  ])("refuses %s", async (_, fields, field) => {
    expect(await place(trader, fields)).toEqual(badField(field));
  });

  test("takes a tag of 20 characters", async () => {
    expect((await place(trader, { price: "1400", tag: "x".repeat(20) })).status).toBe(200);
  });
});

describe("combinations", () => {
  test.each<[string, Record<string, string>, string]>([
    ["shares under NRML", { product: "NRML" }, "product"],
    ["contracts for delivery", { ...FUTURE, product: "CNC" }, "product"],
    ["contracts with the broker's money", { ...FUTURE, product: "MTF" }, "product"],
    [
      "SL-M for an option",
      { ...OPTION, order_type: "SL-M", trigger_price: "400", market_protection: "-1" },
      "order_type",
    ],
    ["IOC on MCX", { ...GOLD, validity: "IOC" }, "validity"],
  ])("refuses %s", async (_, fields, field) => {
    expect(await place(trader, fields)).toEqual(badField(field));
  });

  test.each([
    ["missing", {}],
    ["zero", { market_protection: "0" }],
  ])("refuses a market order whose protection is %s", async (_, fields) => {
    const { status, body } = await place(trader, { order_type: "MARKET", ...fields });
    expect([status, body.error_type, body.data]).toEqual([400, "InputException", null]);
    expect(body.message).toMatch(/^Market orders without market protection are not allowed via API\./);
    const stop = { ...STOP, order_type: "SL-M", ...fields };
    expect((await place(trader, stop)).body.message).toBe(body.message);
  });
});

describe("quantities and prices", () => {
  test.each<[string, Record<string, string>, string]>([
    ["half a lot", { ...FUTURE, quantity: "66" }, "Order quantity is not a multiple of lot size (65)."],
    ["a price off the tick", { price: "1490.05" }, "Order price is not a multiple of tick size"],
    ["a price between two paise", { price: "1490.001" }, "Order price is not a multiple of tick size"],
    ["a trigger off the tick", { ...STOP, trigger_price: "1510.05" }, "Order price is not a multiple of tick size"],
  ])("refuses %s", async (_, fields, message) => {
    expect(await place(trader, fields)).toEqual(input(message));
  });

  test("refuses prices outside the circuit, and names its ends", async () => {
    const { lower_circuit_limit, upper_circuit_limit } = (await trader.get("/quote?i=NSE:INFY")).body.data["NSE:INFY"];
    expect(await place(trader, { price: (lower_circuit_limit - 0.1).toFixed(2) })).toEqual(
      input(`Your order price is lower than the current lower circuit limit of ${lower_circuit_limit}.`),
    );
    expect(await place(trader, { price: (upper_circuit_limit + 0.1).toFixed(2) })).toEqual(
      input(`Your order price is higher than the current upper circuit limit of ${upper_circuit_limit}.`),
    );
    expect((await place(trader, { price: String(lower_circuit_limit) })).status).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ["a buy stop below the market", { ...STOP, price: "1490", trigger_price: "1480" }],
    ["a buy stop at the market", { ...STOP, trigger_price: "1500" }],
    ["a sell stop above the market", { ...STOP, transaction_type: "SELL", price: "1500", trigger_price: "1510" }],
    ["a buy limit below its trigger", { ...STOP, price: "1505" }],
    ["a sell limit above its trigger", { ...STOP, transaction_type: "SELL", price: "1495", trigger_price: "1490" }],
  ])("refuses %s", async (_, fields) => {
    const { status, body } = await place(trader, fields);
    expect([status, body.error_type]).toEqual([400, "InputException"]);
    expect(body.message).toMatch(/^Trigger price of a stop (BUY|SELL) order has to be/);
  });
});

describe("the account", () => {
  test("refuses what cannot be paid for, with both amounts", async () => {
    const { body } = await trader.get("/user/margins/equity");
    expect(await place(trader, { product: "CNC", quantity: "2000", price: "1450" })).toEqual(
      refused(
        400,
        "MarginException",
        `Insufficient funds. Required margin is 2900000.00 but available margin is ${body.data.net.toFixed(2)}.`,
      ),
    );
  });

  test("refuses a delivery sale of what is not held", async () => {
    const { status, body } = await place(trader, { product: "CNC", transaction_type: "SELL", price: "1600" });
    expect([status, body.error_type]).toEqual([400, "HoldingException"]);
  });

  test("a refused order leaves nothing behind", async () => {
    const before = [await trader.get("/orders"), await trader.get("/user/margins")];
    await place(trader, { product: "CNC", quantity: "2000" });
    await place(trader, { price: "1490.05" });
    expect([await trader.get("/orders"), await trader.get("/user/margins")]).toEqual(before);
  });
});

describe("routes", () => {
  const notFound = refused(404, "GeneralException", "Route not found");
  const notAllowed = refused(405, "GeneralException", "Request method not allowed");

  test("an unknown variety is no route", async () => {
    expect(await place(trader, {}, "bo")).toEqual(notFound);
    expect(await trader.form("PUT", "/orders/bo/1", {})).toEqual(notFound);
    expect(await trader.send("/orders/bo/1", { method: "DELETE" })).toEqual(notFound);
  });

  test("another variety than that of the order is no method", async () => {
    const order_id = await placed(trader, { price: "1400" });
    expect(await trader.form("PUT", `/orders/amo/${order_id}`, { price: "1401" })).toEqual(notAllowed);
    expect(await trader.send(`/orders/co/${order_id}`, { method: "DELETE" })).toEqual(notAllowed);
  });

  test.each(["/orders", "/orders/1", "/orders/1/trades", "/trades"])("%s needs a session", async (path) => {
    expect(await new Caller(simulator).get(path)).toEqual(badToken);
  });

  test("order entry needs a session", async () => {
    const nobody = new Caller(simulator);
    expect(await place(nobody)).toEqual(badToken);
    expect(await nobody.form("PUT", "/orders/regular/1", {})).toEqual(badToken);
    expect(await nobody.send("/orders/regular/1", { method: "DELETE" })).toEqual(badToken);
  });
});
