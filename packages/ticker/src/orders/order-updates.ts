import { KiteError } from "@kite/core";
import type { Order } from "@kite/models";
import type { OrderEvent } from "../ticker-api.ts";
import { OrderLedger } from "./order-ledger.ts";
import { readOrderUpdate } from "./read-order-update.ts";

/** Where news goes. Neither function may throw. */
export interface OrderUpdatesOptions {
  /** Gets each piece of news, once. */
  readonly onOrder: (event: OrderEvent) => void;
  /** Gets what cannot be read, and each field that is not as documented the first time it is not. */
  readonly onError: (error: KiteError) => void;
}

/**
 * Turns what the server tells about orders into news: per order in the right direction and nothing twice, although messages repeat,
 * overtake each other and get lost.
 *
 * An update is news when its order is finished by it, else when more of it is filled, else when the exchange changed it later than
 * what is known. Everything else is a repetition or late, and is not told.
 */
export class OrderUpdates {
  readonly #onOrder: (event: OrderEvent) => void;
  readonly #onError: (error: KiteError) => void;
  readonly #ledger = new OrderLedger();
  readonly #reported = new Set<string>();
  #closed = false;

  constructor({ onOrder, onError }: OrderUpdatesOptions) {
    this.#onOrder = onOrder;
    this.#onError = onError;
  }

  /** Takes the payload of an `order` message. */
  receive(payload: unknown): void {
    if (this.#closed) return;
    const read = readOrderUpdate(payload);
    if (!read.update) {
      this.#mismatch(`${read.problem}; the update is lost`);
      return;
    }
    for (const [field, problem] of read.problems) {
      if (this.#reported.has(field)) continue;
      this.#reported.add(field);
      this.#mismatch(`${field}: ${problem}; handed on as it came`);
    }
    const order = read.update;
    if (this.#ledger.hear(order, Date.now())) this.#onOrder({ order, source: "stream", raw: payload });
  }

  /** Tells what the book knows further than the stream did, the earliest change first: what happened while the stream was gone. */
  reconcile(book: readonly Order[]): void {
    if (this.#closed) return;
    const now = Date.now();
    const missed = book.filter((row) => this.#ledger.look(row, now));
    missed.sort((one, other) => changedAt(one) - changedAt(other));
    for (const order of missed) this.#onOrder({ order, source: "book" });
  }

  /** Learns a book that was read while the stream began, without telling anything. */
  remember(book: readonly Order[]): void {
    for (const row of book) this.#ledger.remember(row, Date.now());
  }

  /** Ends it: nothing is told any more. */
  close(): void {
    this.#closed = true;
  }

  #mismatch(message: string): void {
    this.#onError(new KiteError({ code: "SchemaMismatch", endpoint: "order", message }));
  }
}

const changedAt = (order: Order): number => Number(order.exchange_update_timestamp ?? order.order_timestamp);
