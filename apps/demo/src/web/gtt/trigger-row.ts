import type { GTT } from "@kite/gtt";

/** A trigger, as the page shows it. Prices are rupees. */
export interface TriggerRow {
  readonly id: number;
  readonly type: string;
  /** `active`, `triggered`, `disabled`, `expired`, `cancelled`, `rejected`, `deleted`, or a newer one. */
  readonly status: string;
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly instrument_token: number;
  readonly created_at: Date;
  readonly expires_at: Date;
  /** Price when it was placed, which decides the direction of a single trigger. */
  readonly placed_at_price: number;
  /** Price now, of those that are active; null when it could not be had. */
  readonly last_price: number | null;
  /** One for a single trigger; the lower and the upper one of two. */
  readonly legs: readonly TriggerLegRow[];
  /** Why the broker ended it. */
  readonly rejection_reason: string | null;
}

export interface TriggerLegRow {
  readonly trigger_value: number;
  readonly transaction_type: string;
  readonly quantity: number;
  readonly product: string;
  /** Limit of the order. */
  readonly price: number;
  /** Null until its trigger has fired. */
  readonly result: TriggerResultRow | null;
}

/** What a trigger led to when it fired. */
interface TriggerResultRow {
  readonly at: Date;
  /** Price that fired it. */
  readonly triggered_at: number;
  /** False when the order was refused. */
  readonly accepted: boolean;
  /** Empty when there is no order. */
  readonly order_id: string;
  readonly rejection_reason: string;
}

/** Puts a trigger into the page's words. `last_price` is the one of now, where it is known. */
export function triggerRow(trigger: GTT, last_price: number | undefined): TriggerRow {
  const { id, type, status, condition, created_at, expires_at, meta } = trigger;
  return {
    ...{ id, type, status, created_at, expires_at },
    exchange: condition.exchange,
    tradingsymbol: condition.tradingsymbol,
    instrument_token: condition.instrument_token,
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

function resultRow(result: NonNullable<GTT["orders"][number]["result"]>): TriggerResultRow {
  const { timestamp: at, triggered_at, order_result } = result;
  const { status, order_id, rejection_reason } = order_result;
  return { at, triggered_at, accepted: status === "success", order_id, rejection_reason };
}
