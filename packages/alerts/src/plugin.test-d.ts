import { createKite, type KiteClient, type Plugin, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type Alert,
  type AlertBasketParams,
  type AlertEvent,
  type AlertOrderParams,
  type AlertsApi,
  type AlertWire,
  alerts,
  type CreateAlertParams,
  createAlert,
  deleteAlerts,
  getAlert,
  modifyAlert,
} from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(alerts());
declare const client: KiteClient;
declare const params: CreateAlertParams;
declare const basket: AlertBasketParams;
declare const alert: Alert;
const subject = {
  name: "NIFTY 50",
  lhs_exchange: "INDICES",
  lhs_tradingsymbol: "NIFTY 50",
  lhs_attribute: "LastTradedPrice",
  operator: ">=",
} as const;
const constant = { ...subject, rhs_type: "constant", rhs_constant: 27_000 } as const;

test("kite.alerts has the package's types", () => {
  expectTypeOf(kite.alerts).toEqualTypeOf<AlertsApi>();
  expectTypeOf(alerts()).toEqualTypeOf<Plugin<{ readonly alerts: AlertsApi }>>();
  expectTypeOf(kite.alerts.createAlert(params)).toEqualTypeOf<Promise<Alert>>();
  expectTypeOf(kite.alerts.modifyAlert({ uuid: "u", ...params })).toEqualTypeOf<Promise<Alert>>();
  expectTypeOf(kite.alerts.deleteAlerts(["u"])).toEqualTypeOf<Promise<null>>();
  expectTypeOf(kite.alerts.getAlerts()).toEqualTypeOf<Promise<Alert[]>>();
  expectTypeOf(kite.alerts.getAlert("u")).toEqualTypeOf<Promise<Alert>>();
  expectTypeOf(kite.alerts.getAlertHistory("u")).toEqualTypeOf<Promise<AlertEvent[]>>();
});

test("raw has the wire's types: times are text", () => {
  expectTypeOf(getAlert.raw(client, "u")).toEqualTypeOf<Promise<WireResponse<AlertWire>>>();
  expectTypeOf<Alert["created_at"]>().toEqualTypeOf<Date>();
  expectTypeOf<AlertWire["created_at"]>().toEqualTypeOf<string>();
  expectTypeOf<AlertEvent["meta"][number]["last_trade_time"]>().toEqualTypeOf<Date | null>();
});

test("every call takes options last, and only what can be left out is optional", () => {
  const options = { timeout: 1_000 };
  kite.alerts.getAlerts({ status: "enabled" }, options);
  kite.alerts.getAlerts({ status: "a status of tomorrow" });
  createAlert(client, params, options);
  // @ts-expect-error which ones?
  kite.alerts.deleteAlerts();
  // @ts-expect-error a list, also for one
  deleteAlerts(client, "u");
});

test("a constant and an instrument need their own fields", () => {
  createAlert(client, { ...constant, type: "simple" });
  const instrument = { ...subject, type: "simple", rhs_type: "instrument", rhs_exchange: "NSE" } as const;
  createAlert(client, { ...instrument, rhs_tradingsymbol: "INFY", rhs_attribute: "LastTradedPrice" });
  // @ts-expect-error an instrument has a symbol and an attribute
  createAlert(client, instrument);
  // @ts-expect-error a constant is a number
  createAlert(client, { ...constant, type: "simple", rhs_constant: "27000" });
  // @ts-expect-error a constant has no instrument
  createAlert(client, { ...constant, type: "simple", rhs_exchange: "NSE" });
  // @ts-expect-error no such comparison
  createAlert(client, { ...constant, type: "simple", operator: "=>" });
  // @ts-expect-error a change resends the whole definition
  modifyAlert(client, { uuid: "u", rhs_constant: 27_000 });
});

test("orders need a basket, and only they", () => {
  createAlert(client, { ...constant, type: "ato", basket });
  // @ts-expect-error without orders it is simple
  createAlert(client, { ...constant, type: "ato" });
  // @ts-expect-error a simple alert places nothing
  createAlert(client, { ...constant, type: "simple", basket });
  if (alert.basket) createAlert(client, { ...constant, type: "ato", basket: alert.basket });
});

test("an order has the prices of its type, and a market order its protection", () => {
  const order = { transaction_type: "BUY", product: "CNC", quantity: 1 } as const;
  const orders: AlertOrderParams[] = [
    { ...order, order_type: "LIMIT", price: 10 },
    { ...order, order_type: "MARKET", market_protection: -1 },
    { ...order, order_type: "SL", price: 10, trigger_price: 9 },
    { ...order, order_type: "SL-M", trigger_price: 9, market_protection: 2 },
    // @ts-expect-error Kite refuses a market order without protection
    { ...order, order_type: "MARKET" },
    // @ts-expect-error a limit order has a limit
    { ...order, order_type: "LIMIT" },
    // @ts-expect-error a stop has a trigger
    { ...order, order_type: "SL", price: 10 },
    // @ts-expect-error the price of a market order is the market's
    { ...order, order_type: "MARKET", market_protection: -1, price: 10 },
  ];
  void orders;
});
