import type { Alert, AlertBasketItem, AlertOrderParams, CreateAlertParams } from "@kite/alerts";
import { readNumber, readWhole } from "../form/number-text.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { alertExchange } from "./alert-instruments.ts";
import { conditionText } from "./alert-words.ts";

/** An instrument, as a form needs it. */
export type Chosen = Pick<
  InstrumentRow,
  "key" | "instrument_token" | "exchange" | "tradingsymbol" | "segment" | "tick_size" | "lot_size"
>;

/** What the person has entered. */
export interface AlertForm {
  /** Empty for one that is made of the condition. */
  readonly name: string;
  readonly operator: CreateAlertParams["operator"];
  readonly rhs_type: "constant" | "instrument";
  readonly rhs_constant: string;
  readonly rhs: Chosen | undefined;
  readonly type: "simple" | "ato";
  /** What the order is for; undefined for what is watched. */
  readonly ordered: Chosen | undefined;
  readonly order: OrderForm;
}

/** The order that an alert places. */
export interface OrderForm {
  readonly transaction_type: "BUY" | "SELL";
  readonly product: string;
  readonly order_type: "MARKET" | "LIMIT";
  readonly quantity: string;
  readonly price: string;
}

export const emptyAlert: AlertForm = {
  name: "",
  operator: ">=",
  rhs_type: "constant",
  rhs_constant: "",
  rhs: undefined,
  type: "simple",
  ordered: undefined,
  order: { transaction_type: "BUY", product: "", order_type: "MARKET", quantity: "", price: "" },
};

/** Names of the order's fields, as the SDK gives them in a refusal. */
export const orderedField = "basket.items[0].tradingsymbol";
export const orderField = (field: keyof OrderForm): string => `basket.items[0].params.${field}`;

/** The instruments that an alert names besides the one it watches. */
export interface OtherSides {
  readonly rhs: Chosen | undefined;
  readonly ordered: Chosen | undefined;
}

/** An alert as it would have been typed, to be changed. */
export function formOfAlert(alert: Alert, { rhs, ordered }: OtherSides): AlertForm {
  const order = alert.basket?.items[0]?.params;
  return {
    name: alert.name,
    operator: alert.operator as AlertForm["operator"],
    rhs_type: alert.rhs_type === "instrument" ? "instrument" : "constant",
    rhs_constant: alert.rhs_type === "instrument" ? "" : `${alert.rhs_constant}`,
    rhs,
    type: alert.type === "ato" ? "ato" : "simple",
    ordered,
    order: order
      ? {
          transaction_type: order.transaction_type === "SELL" ? "SELL" : "BUY",
          product: order.product,
          order_type: order.order_type === "LIMIT" ? "LIMIT" : "MARKET",
          quantity: `${order.quantity}`,
          price: order.price > 0 ? `${order.price}` : "",
        }
      : emptyAlert.order,
  };
}

/** Makes the definition to send. What is not entered yet is left for the SDK to refuse. */
export function definitionFrom(form: AlertForm, lhs: Chosen, last_price: number): CreateAlertParams {
  const { operator, rhs_type, rhs, type } = form;
  const subject = {
    lhs_exchange: alertExchange(lhs),
    lhs_tradingsymbol: lhs.tradingsymbol,
    lhs_attribute: "LastTradedPrice",
    operator,
  };
  const target =
    rhs_type === "constant"
      ? { rhs_type, rhs_constant: readNumber(form.rhs_constant) ?? Number.NaN }
      : {
          rhs_type,
          rhs_exchange: rhs ? alertExchange(rhs) : "",
          rhs_tradingsymbol: rhs?.tradingsymbol ?? "",
          rhs_attribute: "LastTradedPrice",
        };
  const name = form.name.trim() || suggestedName(form, lhs);
  if (type === "simple") return { name, ...subject, ...target, type };
  return {
    name,
    ...subject,
    ...target,
    type,
    basket: { items: [orderItem(form.order, form.ordered ?? lhs, form.ordered ? undefined : last_price)] },
  };
}

/** `last_price` is that of what is watched, and goes along where the order is in the same. */
function orderItem(
  order: OrderForm,
  { exchange, tradingsymbol }: Chosen,
  last_price: number | undefined,
): AlertBasketItem {
  const { transaction_type, product, order_type } = order;
  const basics = { transaction_type, product, quantity: readWhole(order.quantity) ?? Number.NaN, last_price };
  const params: AlertOrderParams =
    order_type === "LIMIT"
      ? { ...basics, order_type, price: readNumber(order.price) ?? Number.NaN }
      : // the exchange's own bounds on how far the price may run; a market order without any is refused
        { ...basics, order_type, market_protection: -1 };
  return { exchange, tradingsymbol, params };
}

/** A name that tells the condition: what somebody reads on a phone when it fires. */
export function suggestedName(form: AlertForm, lhs: Chosen): string {
  const rhs_constant = readNumber(form.rhs_constant);
  if (form.rhs_type === "constant" ? rhs_constant === undefined : !form.rhs) return lhs.tradingsymbol;
  const condition = {
    lhs_attribute: "LastTradedPrice",
    lhs_exchange: alertExchange(lhs),
    lhs_tradingsymbol: lhs.tradingsymbol,
    operator: form.operator,
    rhs_type: form.rhs_type,
    rhs_attribute: "LastTradedPrice",
    rhs_tradingsymbol: form.rhs?.tradingsymbol ?? "",
    rhs_constant: rhs_constant ?? 0,
  };
  return conditionText(condition, lhs.tick_size).replace("last price of ", "").replace(" last price", "");
}
