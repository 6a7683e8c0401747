import { invalidInput, KiteError } from "@kite/core";
import type { GTTWire } from "@kite/models";
import type { GTTChanges, PlaceGTTParams } from "./gtt-params.ts";

/**
 * Puts changes into a GTT as it was read. What the server says is not trusted either: the result is checked like a caller's before
 * it is sent.
 */
export function mergeGTT(stored: GTTWire, { condition, orders }: GTTChanges): PlaceGTTParams {
  if (!Array.isArray(stored?.orders)) {
    throw new KiteError({
      code: "SchemaMismatch",
      endpoint: "modifyGTT",
      message: "what was read is not a GTT; nothing was changed",
      outcome: "not-sent",
      answer: stored,
    });
  }
  const count = stored.orders.length;
  if (orders !== undefined && orders.length !== count) {
    throw invalidInput("orders", `must be a list of ${count}, as this GTT has, got ${orders.length}`, "modifyGTT");
  }
  return {
    type: stored.type,
    condition: merge(stored.condition, condition),
    orders: stored.orders.map((order, index) => merge(order, orders?.[index])),
  } as unknown as PlaceGTTParams;
}

/** A change to `undefined` is none. */
function merge(stored: object, changes: object = {}): object {
  return { ...stored, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) };
}
