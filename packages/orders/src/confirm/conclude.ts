import { isKiteError, KiteError } from "@kite/core";
import type { PlacedOrder } from "@kite/models";
import type { OrderIntent } from "../intents/intent.ts";
import type { ConfirmedRejected, ConfirmResult } from "./confirm-result.ts";
import type { Inquiry } from "./inquiry.ts";
import { lookalikes } from "./lookalikes.ts";

/** Draws the conclusion from what was seen. `answer` is the server's, where it was clear. */
export async function conclude(
  endpoint: string,
  { id: tag, params, at }: OrderIntent,
  { tools, trail, facts, book, lookFailure }: Inquiry,
  answer: PlacedOrder | undefined,
): Promise<ConfirmResult> {
  const { orders, order_ids } = trail;
  const [order] = orders;
  const [order_id] = order_ids;
  const isRefused = orders.every(({ status }) => status === "REJECTED");
  if (order && trail.isWhole && isRefused) {
    const reason = order.status_message || order.status_message_raw || "the book gives no reason";
    const message = `order ${order.order_id} was taken and then rejected: ${reason}`;
    const error = new KiteError({ code: "OrderRejected", endpoint, message, outcome: "rejected", answer: order });
    return { outcome: "rejected", tag, reason, error, order, facts: { ...facts } };
  }
  // Slices that were refused say nothing about those that have not been seen.
  if (order_id !== undefined && !(isRefused && trail.isOpenEnded && orders.length === order_ids.length)) {
    return { outcome: "placed", tag, order_id, order_ids, order, orders, answer, facts: { ...facts } };
  }
  const { doubt, looks, failedLooks } = facts;
  const why = isKiteError(lookFailure) ? `. The last look that failed: ${lookFailure.message}` : "";
  const failed = failedLooks > 0 ? `, and ${failedLooks} looks failed` : "";
  const error = new KiteError({
    code: doubt?.code ?? "OrderNotFound",
    endpoint,
    status: doubt?.status,
    message: `no order with the tag ${tag} in ${looks} looks at the book${failed}; it may still be live or show up${why}`,
    outcome: "unknown",
    cause: doubt ?? lookFailure,
  });
  const alike = await lookalikes(tools, book?.rows ?? [], params, facts.sentAt ?? new Date(at));
  return { outcome: "unknown", tag, error, lookalikes: [...orders, ...alike], facts: { ...facts } };
}

/** The result of an order that was refused at the door, or never sent. */
export const refusal = (tag: string, error: KiteError, { facts }: Pick<Inquiry, "facts">): ConfirmedRejected => ({
  ...{ outcome: "rejected", tag, reason: error.message, error, order: undefined },
  facts: { ...facts },
});
