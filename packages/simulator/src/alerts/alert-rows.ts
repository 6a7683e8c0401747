import { istTimestamp } from "../ist.ts";
import { isIndex } from "../market/instrument.ts";
import type { Quote } from "../market/quote.ts";
import type { Alert, AlertDefinition, BasketItem, Operand } from "./alert.ts";

type Row = Record<string, unknown>;

/** Renders an alert as creating and modifying answer it: without its basket. */
export function alertRow(alert: Alert): Row {
  const { lhs, name, operator, rhs, type } = alert.definition;
  const right = typeof rhs === "number" ? undefined : rhs;
  return {
    type,
    user_id: alert.user_id,
    uuid: alert.uuid,
    name,
    status: alert.status,
    disabled_reason: alert.disabled_reason,
    lhs_attribute: lhs.attribute,
    lhs_exchange: lhs.exchange,
    lhs_tradingsymbol: lhs.instrument.tradingsymbol,
    operator,
    rhs_type: right ? "instrument" : "constant",
    rhs_attribute: right?.attribute ?? "",
    rhs_exchange: right?.exchange ?? "",
    rhs_tradingsymbol: right?.instrument.tradingsymbol ?? "",
    rhs_constant: right ? 0 : rhs,
    alert_count: alert.alert_count,
    created_at: istTimestamp(alert.created_at),
    updated_at: istTimestamp(alert.updated_at),
  };
}

/** Renders an alert as reading answers it: with its basket, in a shape of its own. */
export function readAlertRow(alert: Alert): Row {
  const { basket } = alert.definition;
  return basket.length === 0 ? alertRow(alert) : { ...alertRow(alert), basket: { items: basket.map(itemRow) } };
}

function itemRow({ id, instrument, params, weight }: BasketItem): Row {
  const { exchange, instrument_token, tradingsymbol } = instrument;
  return { id, instrument_token, tradingsymbol, exchange, weight, params };
}

/** Tells a comparison in words: `LastTradedPrice("INDICES:NIFTY 50") <= 24500`. */
export function conditionText({ lhs, operator, rhs }: AlertDefinition): string {
  return `${operandText(lhs)} ${operator} ${typeof rhs === "number" ? rhs : operandText(rhs)}`;
}

const operandText = ({ attribute, exchange, instrument }: Operand): string =>
  `${attribute}("${exchange}:${instrument.tradingsymbol}")`;

/** What was known about one side when an alert fired. Indices are not traded, and their last trade was in the year 1. */
export function snapshotRow({ exchange, instrument }: Operand, quote: Quote): Row {
  const traded = isIndex(instrument) ? undefined : quote.last_trade_time;
  return {
    instrument_token: instrument.instrument_token,
    tradingsymbol: instrument.tradingsymbol,
    exchange,
    timestamp: istTimestamp(quote.timestamp),
    last_price: quote.last_price,
    ohlc: quote.ohlc,
    net_change: quote.last_price - quote.ohlc.close,
    last_trade_time: traded === undefined ? "0001-01-01 00:00:00" : istTimestamp(traded),
    last_quantity: quote.last_quantity,
    buy_quantity: quote.buy_quantity,
    sell_quantity: quote.sell_quantity,
    volume: quote.volume,
    volume_tick: 0,
    average_price: quote.average_price,
    oi: quote.oi,
    oi_day_high: quote.oi_day_high,
    oi_day_low: quote.oi_day_low,
    lower_circuit_limit: quote.lower_circuit_limit,
    upper_circuit_limit: quote.upper_circuit_limit,
  };
}
