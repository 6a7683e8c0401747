import { type CallOptions, isKiteError, KiteError } from "@kite/core";
import { failureOf, hasDoubtfulSlice, namedOrders, type OrderResult, resultOf } from "../calls/order-result.ts";
import type { IntentLog, OrderIntent } from "../intents/intent.ts";
import { resolveIntent } from "../intents/resolve-intent.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { conclude, refusal } from "./conclude.ts";
import { checkOptions, type PlaceAndConfirmOptions } from "./confirm-options.ts";
import type { ConfirmResult } from "./confirm-result.ts";
import { teller } from "./confirm-stage.ts";
import { type Inquiry, listen, newInquiry } from "./inquiry.ts";
import { defaultLooks, lookForOrder } from "./look-for-order.ts";
import type { PlacingTools } from "./placing-tools.ts";
import { stampTag } from "./stamp-tag.ts";

const endpoint = "placeAndConfirm";

/** The work of `placeAndConfirm`, which loads it. */
export async function confirmOrder(
  tools: PlacingTools,
  params: PlaceOrderParams,
  options: PlaceAndConfirmOptions,
): Promise<ConfirmResult> {
  const { intents, updates, onStage, looks = defaultLooks, ...callOptions } = options;
  checkOptions(options, endpoint);
  const id = stampTag(params?.tag, endpoint);
  const intent: OrderIntent = { id, params: { ...params, tag: id }, at: new Date().toISOString() };
  await checkParams(tools, intent.params);
  const inquiry = newInquiry(tools, intent, teller(id, onStage));
  const forget = listen(inquiry, updates);
  try {
    const result = await findOut(tools, intent, inquiry, { intents, updates, looks, ...callOptions });
    if (intents) await resolveIntent(intents, intent, result, inquiry.tell);
    if (isKiteError(result.error, "InvalidInput")) throw result.error;
    inquiry.tell({ stage: "done", outcome: result.outcome });
    return result;
  } finally {
    forget();
  }
}

async function findOut(
  tools: PlacingTools,
  intent: OrderIntent,
  inquiry: Inquiry,
  { intents, updates, looks, ...callOptions }: PlaceAndConfirmOptions & { readonly looks: readonly number[] },
): Promise<ConfirmResult> {
  const { trail, facts, tell } = inquiry;
  const refused = (error: KiteError): ConfirmResult => {
    tell({ stage: "refused", error });
    return refusal(intent.id, error, inquiry);
  };
  if (intents) {
    const failure = await writeDown(intents, intent);
    if (failure) return refused(failure);
    tell({ stage: "intent-logged" });
  }
  tell({ stage: "queued" });
  const onSend = () => {
    facts.sentAt = new Date();
    tell({ stage: "sent" });
    callOptions.onSend?.();
  };
  const { outcome, order, error } = await place(tools, intent.params, { ...callOptions, onSend });
  // An update that shows the order weighs more than an answer that denies it.
  if (error && outcome !== "unknown" && trail.orders.length === 0) return refused(error);
  if (error) {
    facts.doubt = error;
    tell({ stage: "doubtful", error });
  } else {
    const order_ids = namedOrders(order);
    trail.answered(order_ids, order.order_id, hasDoubtfulSlice(order));
    tell({ stage: "answered", order_ids });
  }
  const signal = callOptions.signal ?? new AbortController().signal;
  if (!trail.isSettled) {
    // Without updates the first look is due at once after a clear answer; after a doubtful one the order needs a moment to surface.
    const pauses = error || updates ? looks : [0, ...looks];
    await lookForOrder(inquiry, pauses, signal).catch((reason) => {
      if (!signal.aborted) throw reason;
    });
  }
  return conclude(endpoint, intent, inquiry, error ? undefined : order);
}

/** Places the order, and tells what the answer means. */
const place = (
  { kite, placeOrder }: PlacingTools,
  params: PlaceOrderParams,
  options: CallOptions,
): Promise<OrderResult> =>
  placeOrder(kite, params, options).then(
    (order) => resultOf(0, params, order),
    (error) => failureOf(0, params, error),
  );

async function writeDown(intents: IntentLog, intent: OrderIntent): Promise<KiteError | undefined> {
  try {
    await intents.write(intent);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the intent could not be written down, so nothing was sent: ${reason}`;
    return new KiteError({ code: "IntentNotLogged", endpoint, message, outcome: "not-sent", cause });
  }
}

/** Refuses what `placeOrder` would refuse, before anything is written down. */
async function checkParams({ kite, placeOrder }: PlacingTools, params: PlaceOrderParams): Promise<void> {
  try {
    await placeOrder.spec.encode?.(params, kite);
  } catch (error) {
    if (!isKiteError(error)) throw error;
    const { code, field, message, outcome } = error;
    throw new KiteError({ code, field, message, outcome, endpoint });
  }
}
