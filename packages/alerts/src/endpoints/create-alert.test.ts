import { cache, retry } from "@kite/core";
import { alertOperators } from "@kite/models";
import { expect, test } from "vitest";
import type { CreateAlertParams } from "../params/alert-params.ts";
import type { AlertOrderParams } from "../params/basket-params.ts";
import { atoWire, orderWire, simple, simpleParams, simpleWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { createAlert } from "./create-alert.ts";
import { getAlerts } from "./get-alerts.ts";

const fieldsOf = (body = "") => Object.fromEntries(new URLSearchParams(body));
const market: AlertOrderParams = {
  ...{ transaction_type: "BUY", product: "CNC", order_type: "MARKET" },
  ...{ quantity: 5, last_price: 1420.5, market_protection: -1 },
} as const;
const item = { exchange: "NSE", tradingsymbol: "M&M", params: market };
const ato: CreateAlertParams = { ...simpleParams, type: "ato", basket: { items: [item] } };

test("sends every field once, encoded", async () => {
  const { kite, server } = await servingData(simpleWire);
  await createAlert(kite, { ...simpleParams, name: "50% & up" });
  expect(server.requests).toMatchObject([
    {
      method: "POST",
      path: "/alerts",
      query: [],
      body:
        "name=50%25+%26+up&type=simple&lhs_exchange=INDICES&lhs_tradingsymbol=NIFTY+50" +
        "&lhs_attribute=LastTradedPrice&operator=%3E%3D&rhs_type=constant&rhs_constant=27000",
    },
  ]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
});

test.each(alertOperators)("the operator %s arrives as it is", async (operator) => {
  const { kite, server } = await servingData(simpleWire);
  await createAlert(kite, { ...simpleParams, operator });
  expect(fieldsOf(server.requests[0]?.body).operator).toBe(operator);
  expect(server.requests[0]?.body).not.toMatch(/operator=[^&]*[<>=]/);
});

test("prices go out as they were meant: 0.3 for 0.1 + 0.2", async () => {
  const { kite, server } = await servingData(simpleWire);
  const params: AlertOrderParams = { ...market, order_type: "LIMIT", price: 0.1 + 0.2, market_protection: 0 };
  await createAlert(kite, { ...ato, rhs_constant: 0.1 + 0.2, basket: { items: [{ ...item, params }] } });
  const sent = fieldsOf(server.requests[0]?.body);
  expect(sent.rhs_constant).toBe("0.3");
  expect(sent.basket).toContain('"price":0.3,');
});

test("compares with another instrument", async () => {
  const { kite, server } = await servingData(simpleWire);
  const { rhs_constant, ...rest } = simpleParams;
  const right = { rhs_exchange: "NSE", rhs_tradingsymbol: "M&M", rhs_attribute: "LastTradedPrice" } as const;
  await createAlert(kite, { ...rest, rhs_type: "instrument", ...right });
  const fields = fieldsOf(server.requests[0]?.body);
  expect(fields).toMatchObject({ rhs_type: "instrument", ...right });
  expect(fields).not.toHaveProperty("rhs_constant");
});

test("sends a basket as JSON text, with what Kite's example has", async () => {
  const { kite, server } = await servingData(simpleWire);
  await createAlert(kite, ato);
  const { type, basket = "" } = fieldsOf(server.requests[0]?.body);
  expect(type).toBe("ato");
  expect(JSON.parse(basket)).toEqual({
    name: "NIFTY 50",
    type: "alert",
    tags: [],
    items: [{ type: "insert", tradingsymbol: "M&M", exchange: "NSE", weight: 10000, params: orderWire }],
  });
});

test("sends back a basket that a list has brought", async () => {
  const { kite, server } = await servingData([atoWire]);
  const [alert] = await getAlerts(kite);
  if (!alert?.basket) throw new Error("the list has one");
  await createAlert.raw(kite, { ...simpleParams, type: "ato", basket: alert.basket });
  expect(JSON.parse(fieldsOf(server.requests[1]?.body).basket ?? "").items).toEqual([
    { type: "insert", tradingsymbol: "RELIANCE", exchange: "NSE", weight: 10000, params: orderWire },
  ]);
});

test.each<[what: string, order: AlertOrderParams, written: object]>([
  ["a limit", { ...market, order_type: "LIMIT", price: 1400, market_protection: 0 }, { price: 1400 }],
  [
    "a stop with a limit",
    { ...market, order_type: "SL", price: 1400, trigger_price: 1405, market_protection: 0 },
    { price: 1400, trigger_price: 1405, market_protection: 0 },
  ],
  [
    "a stop at the market",
    { ...market, order_type: "SL-M", trigger_price: 1405, market_protection: 2.5 },
    { price: 0, trigger_price: 1405, market_protection: 2.5 },
  ],
  ["a GTT", { ...market, gtt: { target: 5, stoploss: 3 } }, { gtt: { target: 5, stoploss: 3 } }],
  ["minutes to live", { ...market, validity: "TTL", validity_ttl: 5 }, { validity: "TTL", validity_ttl: 5 }],
])("writes an order with %s", async (_, params, written) => {
  const { kite, server } = await servingData(simpleWire);
  await createAlert(kite, { ...ato, basket: { items: [{ ...item, params }] } });
  expect(JSON.parse(fieldsOf(server.requests[0]?.body).basket ?? "").items[0].params).toMatchObject(written);
});

test("gives the alert, times as Date; raw keeps everything", async () => {
  const data = { ...simpleWire, shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await createAlert(kite, simpleParams)).toStrictEqual(simple);
  expect(await createAlert.raw(kite, simpleParams)).toMatchObject({ status: 200, data });
  expect(warnings).toEqual([]);
});

test("takes the answer for an alert with orders, which has no basket", async () => {
  const { kite, warnings } = await servingData({ ...simpleWire, type: "ato" });
  expect(await createAlert(kite, ato)).toStrictEqual({ ...simple, type: "ato" });
  expect(warnings).toEqual([]);
});

const withOrder = (odd: object) => ({ type: "ato", basket: { items: [{ ...item, params: { ...market, ...odd } }] } });
test.each<[field: string, odd: object]>([
  ["name", { name: "" }],
  ["type", { type: "complex" }],
  ["lhs_exchange", { lhs_exchange: undefined }],
  ["lhs_tradingsymbol", { lhs_tradingsymbol: " " }],
  ["lhs_attribute", { lhs_attribute: 1 }],
  ["operator", { operator: "=>" }],
  ["rhs_type", { rhs_type: "number" }],
  ["rhs_constant", { rhs_constant: undefined }],
  ["rhs_constant", { rhs_constant: Number.NaN }],
  ["rhs_constant", { rhs_constant: "27000" }],
  ["rhs_constant", { rhs_type: "instrument" }],
  ["rhs_exchange", { rhs_exchange: "NSE" }],
  [
    "rhs_attribute",
    { ...{ rhs_type: "instrument", rhs_constant: undefined, rhs_exchange: "NSE", rhs_tradingsymbol: "A" } },
  ],
  ["basket", { basket: { items: [item] } }],
  ["basket.items", { type: "ato" }],
  ["basket.items", { type: "ato", basket: { items: [] } }],
  ["basket.items[0].tradingsymbol", { type: "ato", basket: { items: [undefined] } }],
  ["basket.items[1].exchange", { type: "ato", basket: { items: [item, { ...item, exchange: "" }] } }],
  ["basket.items[0].weight", { type: "ato", basket: { items: [{ ...item, weight: 0.5 }] } }],
  ["basket.items[0].params.order_type", { type: "ato", basket: { items: [{ ...item, params: undefined }] } }],
  [
    "basket.items[0].params.validity",
    { type: "ato", basket: { items: [{ ...item, exchange: "MCX", params: { ...market, validity: "IOC" } }] } },
  ],
  ["basket.items[0].params.order_type", withOrder({ order_type: "market" })],
  ["basket.items[0].params.transaction_type", withOrder({ transaction_type: "buy" })],
  ["basket.items[0].params.quantity", withOrder({ quantity: 0 })],
  ["basket.items[0].params.product", withOrder({ product: "" })],
  ["basket.items[0].params.market_protection", withOrder({ market_protection: undefined })],
  ["basket.items[0].params.market_protection", withOrder({ market_protection: 0 })],
  ["basket.items[0].params.market_protection", withOrder({ market_protection: -2 })],
  ["basket.items[0].params.price", withOrder({ order_type: "LIMIT" })],
  ["basket.items[0].params.price", withOrder({ price: Number.NaN })],
  ["basket.items[0].params.trigger_price", withOrder({ order_type: "SL", price: 10 })],
  ["basket.items[0].params.squareoff", withOrder({ squareoff: -1 })],
  ["basket.items[0].params.gtt.target", withOrder({ gtt: { stoploss: 1 } })],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await servingData(simpleWire);
  await expect(createAlert(kite, { ...simpleParams, ...odd } as CreateAlertParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`createAlert: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["a refused field", failing(400, "InputException", "Invalid `operator`."), "rejected"],
  ["a server that is down", failing(503, "NetworkException", "Upstream is down"), "unknown"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(createAlert(kite, simpleParams)).rejects.toMatchObject({ endpoint: "createAlert", outcome });
  expect(server.requests).toHaveLength(1);
});

test("a creation makes the kept lists stale, every page of them", async () => {
  const { kite, server } = await serving([{ json: { status: "success", data: [] } }], cache({ ttl: 60_000 }));
  const readAll = async () => {
    await getAlerts(kite);
    await getAlerts(kite, { page: 2 });
  };
  await readAll();
  await createAlert.raw(kite, simpleParams);
  await readAll();
  expect(server.requests.map(({ method }) => method)).toEqual(["GET", "GET", "POST", "GET", "GET"]);
});
