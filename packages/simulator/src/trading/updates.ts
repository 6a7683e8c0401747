import { createHash } from "node:crypto";
import type { RegisteredApp } from "../apps.ts";
import type { Clock } from "../clock.ts";
import { isVisible, type Order } from "./order.ts";
import { updateRow } from "./order-rows.ts";

/** What happened to an order, as postbacks and order messages tell it. */
export type UpdateStatus = "COMPLETE" | "REJECTED" | "CANCELLED" | "UPDATE";

/** A message about one order of one user, ready to be sent as JSON. */
export type OrderMessage = Readonly<Record<string, unknown>>;

/**
 * Tells listeners what happened to orders. There is no message when an order is merely taken into the book, and none
 * before its user can see it.
 */
export class Updates {
  readonly #apps: ReadonlyMap<string, Pick<RegisteredApp, "apiSecret" | "app_id">>;
  readonly #clock: Clock;
  readonly #listeners = new Set<Listener>();
  #held: Held[] = [];

  /** @param apps - By key. Messages about the orders of none of them are signed for the first. */
  constructor(apps: ReadonlyMap<string, Pick<RegisteredApp, "apiSecret" | "app_id">>, clock: Clock) {
    this.#apps = apps;
    this.#clock = clock;
  }

  /** Calls the listener with every message from now on; gives the function that ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(order: Order, status: UpdateStatus): void {
    const row = updateRow(order, status);
    const app = this.#apps.get(order.apiKey ?? "") ?? [...this.#apps.values()][0];
    const signed = `${row.order_id}${row.order_timestamp}${app?.apiSecret}`;
    const checksum = createHash("sha256").update(signed).digest("hex");
    const message = Object.freeze({ ...row, app_id: app?.app_id, checksum });
    const { apiKey, user_id, visibleAt } = order;
    this.#held.push({ apiKey, user_id, visibleAt, message });
    this.advance();
  }

  /** What is held back. */
  get held(): readonly Held[] {
    return this.#held;
  }

  restore(held: readonly Held[]): void {
    this.#held = [...held];
  }

  /** Delivers what was held back because its order could not be seen. */
  advance(): void {
    if (this.#held.length === 0) return;
    const now = this.#clock.now();
    const due = this.#held.filter((held) => isVisible(held, now));
    this.#held = this.#held.filter((held) => !isVisible(held, now));
    for (const { apiKey, message, user_id } of due) {
      for (const listener of this.#listeners) listener(user_id, message, apiKey);
    }
  }
}

/** Hears of a message to a user, and of the app that its order came through; null for an order of the house. */
type Listener = (user_id: string, message: OrderMessage, apiKey: string | null) => void;

/** A message that waits for its order to be seen. */
export interface Held extends Pick<Order, "apiKey" | "user_id" | "visibleAt"> {
  readonly message: OrderMessage;
}
