import type { KiteClient } from "@kite/core";
import {
  type ConfirmResult,
  type ConfirmStage,
  type IntentLog,
  type PlaceOrderParams,
  placeAndConfirm,
} from "@kite/orders";

/** Milliseconds for which an answer is waited for where no money is involved: a visitor sees sooner what comes after. */
const SHORT_MS = 3_000;

interface PlaceOptions {
  /** Where it is written down before it is sent. */
  readonly intents: IntentLog;
  /** The account is a real one. */
  readonly live: boolean;
  /** Ends the search for it. */
  readonly signal: AbortSignal;
  readonly onStage: (stage: ConfirmStage) => void;
}

/** Places an order once, and finds out what became of it. Without a tag of its own it gets one that begins with `KD`. */
export const place = (
  client: KiteClient,
  order: PlaceOrderParams,
  { live, ...options }: PlaceOptions,
): Promise<ConfirmResult> =>
  placeAndConfirm(client, { ...order, tag: order.tag ?? "KD" }, { ...options, ...(!live && { timeout: SHORT_MS }) });
