import type { PlaceOrderParams } from "../params/place-order-params.ts";

/** An order that is about to be sent. Holds no secret, and survives JSON. */
export interface OrderIntent {
  /** The tag, which no other intent has. */
  readonly id: string;
  /** The order as it is sent, with the tag. */
  readonly params: PlaceOrderParams & { readonly tag: string };
  /** When it was written down, in ISO 8601: `2026-03-02T06:30:00.000Z`. */
  readonly at: string;
}

/** What became of an intent. */
export interface IntentOutcome {
  readonly outcome: "placed" | "rejected";
  /** The orders it became; none for one that was refused at the door. */
  readonly order_ids: readonly string[];
  /** Why it was rejected. */
  readonly reason?: string | undefined;
}

/**
 * Remembers orders from before they are sent until it is known what became of them. One log per account.
 * `fileIntentLog` of `@kite/orders/node` is one; over a database, these three functions make another.
 */
export interface IntentLog {
  /** Resolves when the intent would survive a crash. When it rejects, the order is not sent. */
  write(intent: OrderIntent): void | Promise<void>;
  /** Closes an intent. */
  resolve(id: string, outcome: IntentOutcome): void | Promise<void>;
  /** Lists what was written and not resolved, oldest first. */
  open(): readonly OrderIntent[] | Promise<readonly OrderIntent[]>;
}
