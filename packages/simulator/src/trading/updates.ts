import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import { isVisible, type Order } from "./order.ts";
import { updateRow } from "./order-rows.ts";

/** What happened to an order, as postbacks and order messages tell it. */
export type UpdateStatus = "COMPLETE" | "REJECTED" | "CANCELLED" | "UPDATE";

/** A message about one order of one user, ready to be sent as JSON. */
export type OrderMessage = Readonly<Record<string, unknown>>;

/** Number of the one registered app. */
export const APP_ID: number = 1234;

/**
 * Tells listeners what happened to orders. There is no message when an order is merely taken into the book, and none
 * before its user can see it.
 */
export class Updates {
  readonly #apiSecret: string;
  readonly #clock: Clock;
  readonly #listeners = new Set<(user_id: string, message: OrderMessage) => void>();
  #held: Held[] = [];

  constructor(apiSecret: string, clock: Clock) {
    this.#apiSecret = apiSecret;
    this.#clock = clock;
  }

  /** Calls the listener with every message from now on; gives the function that ends it. */
  subscribe(listener: (user_id: string, message: OrderMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(order: Order, status: UpdateStatus): void {
    const row = updateRow(order, status);
    const signed = `${row.order_id}${row.order_timestamp}${this.#apiSecret}`;
    const checksum = createHash("sha256").update(signed).digest("hex");
    const message = Object.freeze({ ...row, app_id: APP_ID, checksum });
    this.#held.push({ order, message });
    this.advance();
  }

  /** Delivers what was held back because its order could not be seen. */
  advance(): void {
    if (this.#held.length === 0) return;
    const now = this.#clock.now();
    const due = this.#held.filter(({ order }) => isVisible(order, now));
    this.#held = this.#held.filter(({ order }) => !isVisible(order, now));
    for (const { order, message } of due) {
      for (const listener of this.#listeners) listener(order.user_id, message);
    }
  }
}

interface Held {
  readonly order: Order;
  readonly message: OrderMessage;
}
