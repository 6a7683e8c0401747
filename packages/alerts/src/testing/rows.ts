import type { Alert, AlertEventWire, AlertWire } from "@kite/models";
import type { CreateAlertParams } from "../params/alert-params.ts";

export const uuid = "550e8400-e29b-41d4-a716-446655440000";

/** Watches whether an index rises to 27000. */
export const simpleWire: Omit<AlertWire, "basket"> = {
  type: "simple",
  user_id: "AB1234",
  uuid,
  name: "NIFTY 50",
  status: "enabled",
  disabled_reason: "",
  lhs_attribute: "LastTradedPrice",
  lhs_exchange: "INDICES",
  lhs_tradingsymbol: "NIFTY 50",
  operator: ">=",
  rhs_type: "constant",
  rhs_attribute: "",
  rhs_exchange: "",
  rhs_tradingsymbol: "",
  rhs_constant: 27000,
  alert_count: 0,
  created_at: "2025-05-19 14:21:31",
  updated_at: "2025-05-19 14:25:05",
};
const times = { created_at: new Date("2025-05-19T08:51:31Z"), updated_at: new Date("2025-05-19T08:55:05Z") };
export const simple: Alert = { ...simpleWire, ...times };

/** The order of a basket, with every field of Kite's example. */
export const orderWire: NonNullable<AlertWire["basket"]>["items"][number]["params"] = {
  transaction_type: "BUY",
  product: "CNC",
  order_type: "MARKET",
  validity: "DAY",
  validity_ttl: 0,
  quantity: 5,
  price: 0,
  trigger_price: 0,
  disclosed_quantity: 0,
  last_price: 1420.5,
  variety: "regular",
  tags: [],
  squareoff: 0,
  stoploss: 0,
  trailing_stoploss: 0,
  iceberg_legs: 0,
  market_protection: -1,
};

/** An alert that places an order, as a list shows it. */
export const atoWire: AlertWire = {
  ...simpleWire,
  type: "ato",
  basket: {
    items: [
      {
        id: 82719,
        instrument_token: 738561,
        tradingsymbol: "RELIANCE",
        exchange: "NSE",
        weight: 10000,
        params: orderWire,
      },
    ],
  },
};

export const simpleParams: CreateAlertParams & { readonly type: "simple"; readonly rhs_type: "constant" } = {
  name: "NIFTY 50",
  type: "simple",
  lhs_exchange: "INDICES",
  lhs_tradingsymbol: "NIFTY 50",
  lhs_attribute: "LastTradedPrice",
  operator: ">=",
  rhs_type: "constant",
  rhs_constant: 27000,
};

/** What was seen of an index when an alert fired. */
export const eventWire: AlertEventWire = {
  uuid,
  type: "simple",
  condition: 'LastTradedPrice("INDICES:NIFTY NEXT 50") <= 58290.35',
  created_at: "2025-06-06 09:38:06",
  order_meta: null,
  meta: [
    {
      instrument_token: 270857,
      tradingsymbol: "NIFTY NEXT 50",
      exchange: "INDICES",
      timestamp: "2025-06-06 09:38:05",
      last_price: 58290.35,
      ohlc: { open: 58410.1, high: 58500, low: 58280.05, close: 58390.4 },
      net_change: -0.17,
      last_trade_time: "0001-01-01 00:00:00",
      last_quantity: 0,
      buy_quantity: 0,
      sell_quantity: 0,
      volume: 0,
      volume_tick: 0,
      average_price: 0,
      oi: 0,
      oi_day_high: 0,
      oi_day_low: 0,
      lower_circuit_limit: 0,
      upper_circuit_limit: 0,
    },
  ],
};
