import type { GTT } from "@kite/gtt";
import type { TriggerLegRow, TriggerResultRow, TriggerRow } from "../../shared/market-api.ts";

/** Puts a trigger into the page's words. `last_price` is the one of now, where it is known. */
export function triggerRow(trigger: GTT, last_price: number | undefined): TriggerRow {
  const { id, type, status, condition, created_at, updated_at, expires_at, meta } = trigger;
  return {
    id,
    type,
    status,
    exchange: condition.exchange,
    tradingsymbol: condition.tradingsymbol,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
    expires_at: expires_at.toISOString(),
    placed_at_price: condition.last_price,
    last_price: last_price ?? null,
    legs: trigger.orders.map((order, index) => legRow(order, condition.trigger_values[index] ?? 0)),
    rejection_reason: meta?.rejection_reason ?? null,
  };
}

function legRow(order: GTT["orders"][number], trigger_value: number): TriggerLegRow {
  const { transaction_type, quantity, product, price, result } = order;
  return { trigger_value, transaction_type, quantity, product, price, result: result && resultRow(result) };
}

function resultRow({ timestamp, triggered_at, order_result }: NonNullable<GTT["orders"][number]["result"]>) {
  const { status, order_id, rejection_reason } = order_result;
  const accepted = status === "success";
  const at = timestamp.toISOString();
  return { at, triggered_at, accepted, order_id, rejection_reason } satisfies TriggerResultRow;
}
