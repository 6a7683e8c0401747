import {
  array,
  type GenericSchema,
  literal,
  maxLength,
  minLength,
  nullable,
  optional,
  picklist,
  pipe,
  strictObject,
  unknown,
} from "valibot";
import {
  amount,
  count,
  int,
  num,
  orderType,
  side,
  str,
  text,
  timestamp,
  token,
  tradingExchange,
  uuid,
  validity,
  variety,
  wantedProduct,
} from "./formats.ts";
import { ohlc } from "./market-data.ts";

const alertExchange = picklist(["NSE", "BSE", "NFO", "CDS", "BCD", "MCX", "INDICES"]);
const alertEntries = {
  type: picklist(["simple", "ato"]),
  user_id: text,
  uuid,
  name: text,
  status: picklist(["enabled", "disabled", "deleted"]),
  disabled_reason: str,
  lhs_attribute: literal("LastTradedPrice"),
  lhs_exchange: alertExchange,
  lhs_tradingsymbol: text,
  operator: picklist(["<=", ">=", "<", ">", "=="]),
  rhs_type: picklist(["constant", "instrument"]),
  rhs_attribute: picklist(["", "LastTradedPrice"]),
  rhs_exchange: picklist(["", "NSE", "BSE", "NFO", "CDS", "BCD", "MCX", "INDICES"]),
  rhs_tradingsymbol: str,
  rhs_constant: num,
  alert_count: count,
  created_at: timestamp,
  updated_at: timestamp,
};
const params = strictObject({
  transaction_type: side,
  product: wantedProduct,
  order_type: orderType,
  validity,
  validity_ttl: count,
  quantity: count,
  price: amount,
  trigger_price: amount,
  disclosed_quantity: count,
  last_price: amount,
  variety,
  tags: array(str),
  squareoff: num,
  stoploss: num,
  trailing_stoploss: num,
  iceberg_legs: count,
  market_protection: num,
  gtt: optional(strictObject({ target: num, stoploss: num })),
});

/** 9, as creating and modifying answer it: there is no basket in it. */
export const alert: GenericSchema = strictObject(alertEntries);

/** 9, as reading answers it. */
export const readAlert: GenericSchema = strictObject({
  ...alertEntries,
  basket: optional(
    strictObject({
      items: array(
        strictObject({
          id: int,
          instrument_token: token,
          tradingsymbol: text,
          exchange: tradingExchange,
          weight: int,
          params,
        }),
      ),
    }),
  ),
});

const snapshot = strictObject({
  instrument_token: token,
  tradingsymbol: text,
  exchange: alertExchange,
  timestamp,
  last_price: amount,
  ohlc,
  net_change: num,
  // 0001-01-01 00:00:00 for an index
  last_trade_time: timestamp,
  last_quantity: count,
  buy_quantity: count,
  sell_quantity: count,
  volume: count,
  volume_tick: count,
  average_price: amount,
  oi: num,
  oi_day_high: num,
  oi_day_low: num,
  lower_circuit_limit: amount,
  upper_circuit_limit: amount,
});
/** What an alert that trades leaves in `order_meta` is not documented. */
export const alertHistory: GenericSchema = array(
  strictObject({
    uuid,
    type: picklist(["simple", "ato"]),
    condition: text,
    created_at: timestamp,
    order_meta: nullable(unknown()),
    meta: pipe(array(snapshot), minLength(1), maxLength(2)),
  }),
);
