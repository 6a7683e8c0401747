import { array, type GenericSchema, literal, picklist, strictObject } from "valibot";
import { amount, count, num, orderType, product, side, text, tradingExchange, variety } from "./formats.ts";

/** 4.4. */
const charges: GenericSchema = strictObject({
  transaction_tax: amount,
  transaction_tax_type: picklist(["stt", "ctt", ""]),
  exchange_turnover_charge: amount,
  sebi_turnover_charge: amount,
  brokerage: amount,
  stamp_duty: amount,
  gst: strictObject({ igst: amount, cgst: amount, sgst: amount, total: amount }),
  total: amount,
});
const marginEntries = {
  span: amount,
  exposure: amount,
  option_premium: num,
  additional: amount,
  bo: amount,
  cash: amount,
  var: amount,
  pnl: strictObject({ realised: num, unrealised: num }),
  leverage: amount,
  charges,
  total: num,
};
const named = { type: picklist(["equity", "commodity"]), tradingsymbol: text, exchange: tradingExchange };
const unnamed = { type: literal(""), tradingsymbol: literal(""), exchange: literal("") };
const margin = strictObject({ ...named, ...marginEntries });
const totals = strictObject({ ...unnamed, ...marginEntries });

/** 4.1. */
export const orderMargins: GenericSchema = array(margin);
export const compactOrderMargins: GenericSchema = array(strictObject({ ...named, total: num }));

/** 4.2. */
export const basketMargins: GenericSchema = strictObject({
  initial: totals,
  final: totals,
  orders: array(margin),
  charges,
});
const compactTotals = strictObject({ ...unnamed, total: num });
export const compactBasketMargins: GenericSchema = strictObject({
  initial: compactTotals,
  final: compactTotals,
  orders: compactOrderMargins,
});

/** 4.3: no order id, and the price under another name than in the request. */
export const contractNotes: GenericSchema = array(
  strictObject({
    transaction_type: side,
    tradingsymbol: text,
    exchange: tradingExchange,
    variety,
    product,
    order_type: orderType,
    quantity: count,
    price: amount,
    charges,
  }),
);
