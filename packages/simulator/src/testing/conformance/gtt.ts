import {
  array,
  check,
  type GenericSchema,
  literal,
  nullable,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  union,
  unknown,
} from "valibot";
import { amount, count, num, orderId, side, text, timestamp, token, tradingExchange } from "./formats.ts";

const wanted = {
  exchange: tradingExchange,
  tradingsymbol: text,
  transaction_type: side,
  quantity: count,
  order_type: literal("LIMIT"),
  product: picklist(["CNC", "NRML", "MTF"]),
  price: amount,
};
const outcome = union([
  strictObject({ status: literal("success"), order_id: orderId, rejection_reason: literal("") }),
  strictObject({ status: literal("failed"), order_id: literal(""), rejection_reason: text }),
]);
const result = strictObject({
  account_id: text,
  ...wanted,
  validity: literal("DAY"),
  // JSON inside JSON
  meta: pipe(
    string(),
    check((value) => typeof JSON.parse(value) === "object"),
  ),
  timestamp,
  triggered_at: num,
  order_result: outcome,
});

/** 8. */
export const trigger: GenericSchema = pipe(
  strictObject({
    id: count,
    user_id: text,
    parent_trigger: nullable(unknown()),
    type: picklist(["single", "two-leg"]),
    created_at: timestamp,
    updated_at: timestamp,
    expires_at: timestamp,
    status: picklist(["active", "triggered", "disabled", "expired", "cancelled", "rejected", "deleted"]),
    condition: strictObject({
      exchange: tradingExchange,
      tradingsymbol: text,
      trigger_values: array(amount),
      last_price: amount,
      instrument_token: token,
    }),
    orders: array(strictObject({ ...wanted, result: nullable(result) })),
    meta: nullable(strictObject({ rejection_reason: optional(text) })),
  }),
  check(
    ({ type, condition, orders }) =>
      condition.trigger_values.length === (type === "single" ? 1 : 2) &&
      orders.length === condition.trigger_values.length,
    "one order per trigger value",
  ),
  check(
    ({ status, orders }) => (status === "triggered") === orders.some((order) => order.result !== null),
    "a result without a trigger, or the other way round",
  ),
);
export const triggerId: GenericSchema = strictObject({ trigger_id: count });
