import { FIRST_APP_ID } from "../apps.ts";
import { istTimestamp } from "../ist.ts";
import type { Instrument } from "../market/instrument.ts";
import type { Trigger, TriggerOrder, TriggerResult } from "./trigger.ts";

/** Renders a trigger as the routes tell it. */
export function triggerRow(trigger: Trigger): Record<string, unknown> {
  const { instrument } = trigger;
  return {
    id: trigger.id,
    user_id: trigger.user_id,
    parent_trigger: null,
    type: trigger.type,
    created_at: istTimestamp(trigger.created_at),
    updated_at: istTimestamp(trigger.updated_at),
    expires_at: istTimestamp(trigger.expires_at),
    status: trigger.status,
    condition: {
      exchange: instrument.exchange,
      tradingsymbol: instrument.tradingsymbol,
      trigger_values: trigger.trigger_values,
      last_price: trigger.last_price,
      instrument_token: instrument.instrument_token,
    },
    orders: trigger.orders.map((order) => ({
      ...orderFields(order, instrument),
      result: order.result && resultRow(trigger, order, order.result),
    })),
    meta: {},
  };
}

function orderFields(order: TriggerOrder, { exchange, tradingsymbol }: Instrument): Record<string, unknown> {
  const { transaction_type, quantity, order_type, product, price } = order;
  return { exchange, tradingsymbol, product, order_type, transaction_type, quantity, price };
}

function resultRow(trigger: Trigger, order: TriggerOrder, result: TriggerResult): Record<string, unknown> {
  const { at, order_id, rejection_reason, triggered_at } = result;
  return {
    account_id: trigger.user_id,
    ...orderFields(order, trigger.instrument),
    validity: "DAY",
    // JSON inside JSON: that is how it comes
    meta: JSON.stringify({ app_id: FIRST_APP_ID, gtt: trigger.id }),
    timestamp: istTimestamp(at),
    triggered_at,
    order_result: { status: order_id === "" ? "failed" : "success", order_id, rejection_reason },
  };
}
