import type { ConfirmResult } from "../confirm/confirm-result.ts";
import type { Tell } from "../confirm/confirm-stage.ts";
import type { IntentLog, OrderIntent } from "./intent.ts";

/**
 * Closes an intent whose end is known; one that ended as unknown stays open. A log that fails costs nobody the result: the intent stays
 * open, and the next recovery finds the same order again.
 */
export async function resolveIntent(
  log: IntentLog,
  { id }: OrderIntent,
  result: ConfirmResult,
  tell: Tell,
): Promise<void> {
  if (result.outcome === "unknown") return;
  try {
    const { outcome } = result;
    await log.resolve(
      id,
      outcome === "placed"
        ? { outcome, order_ids: result.order_ids }
        : { outcome, order_ids: result.order ? [result.order.order_id] : [], reason: result.reason },
    );
  } catch (error) {
    tell({ stage: "intent-left-open", error });
  }
}
