import type { KiteClient, KiteError } from "@kite/core";
import type { Clock } from "../connection/clock.ts";
import { OrderUpdates } from "../orders/order-updates.ts";
import type { OrderEvent } from "../ticker-api.ts";
import { CatchUp } from "./catch-up.ts";

export interface OrderNewsOptions {
  readonly kite: Pick<KiteClient, "send">;
  readonly clock: Clock;
  readonly readMissedOrders: boolean;
  readonly onOrder: (event: OrderEvent) => void;
  readonly onError: (error: KiteError) => void;
}

/** News about orders: what the stream brings, and after a gap what the book knows further. */
export class OrderNews {
  readonly #updates: OrderUpdates;
  readonly #catchUp: CatchUp | undefined;

  constructor({ readMissedOrders, ...options }: OrderNewsOptions) {
    const updates = new OrderUpdates(options);
    this.#updates = updates;
    if (!readMissedOrders) return;
    this.#catchUp = new CatchUp({
      ...options,
      onBefore: (book) => updates.remember(book),
      onBook: (book) => updates.reconcile(book),
    });
    this.#catchUp.read(false);
  }

  /** Takes the payload of an `order` message. Each connection brings each of them; a repetition is not told. */
  receive(payload: unknown): void {
    this.#updates.receive(payload);
  }

  /** Takes note that a connection stands, the first time or again: what happened before is in the book alone. */
  opened(isBack: boolean): void {
    this.#catchUp?.read(isBack);
  }

  close(): void {
    this.#updates.close();
    this.#catchUp?.close();
  }
}
