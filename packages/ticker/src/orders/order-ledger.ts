import { compareProgress, isTerminal, type Order, type OrderUpdate } from "@kite/models";

type KnownOrder = OrderUpdate | Order;

interface Entry {
  readonly order: KnownOrder;
  /** Everything told about the order that came as far as `order`, to know a repetition by. */
  readonly told: readonly KnownOrder[];
  /** Trading day of the last news. */
  readonly day: number;
}

/**
 * Knows how far each order has come, and so what is news.
 *
 * News is what is further: finished, else filled more, else later at the exchange. Of two states of an open order that are equally
 * far, as when it is modified twice in a second, the other one is news too, unless it was told before. Whatever else comes is a
 * repetition or late.
 */
export class OrderLedger {
  readonly #entries = new Map<string, Entry>();
  #day = 0;

  /** Tells whether an update from the stream is news, and learns it. `now` is milliseconds. */
  hear(update: OrderUpdate, now: number): boolean {
    return this.#learn(update, now, (entry) => !entry.told.some((told) => isSame(told, update)));
  }

  /**
   * Tells whether a row of the order book is news, and learns it. Of equally far states the book's is the true one, because it was
   * read after the stream told of the others.
   */
  look(row: Order, now: number): boolean {
    return this.#learn(row, now, (entry) => !isSame(entry.order, row));
  }

  /**
   * Learns a row of a book that was read while the stream began. What the stream says of the same state may be on its way still, so
   * `hear` takes it for news, once.
   */
  remember(row: Order, now: number): void {
    if (this.look(row, now)) this.#entries.set(row.order_id, { order: row, told: [], day: this.#day });
  }

  #learn(order: KnownOrder, now: number, isOther: (entry: Entry) => boolean): boolean {
    this.#forget(now);
    const entry = this.#entries.get(order.order_id);
    const further = entry ? compareProgress(order, entry.order) : 1;
    const mayDiffer = !isTerminal(order) || entry?.told.length === 0;
    const isNews = further > 0 || (further === 0 && !!entry && mayDiffer && isOther(entry));
    if (isNews) {
      const told = entry && further === 0 ? [...entry.told, order] : [order];
      this.#entries.set(order.order_id, { order, told, day: this.#day });
    }
    return isNews;
  }

  /**
   * Drops finished orders of earlier trading days, and open ones whose end nobody told within a week. A day ends at eight in the
   * morning, IST: until then the order book can still show the orders of the day before, which are no news.
   */
  #forget(now: number): void {
    const day = Math.floor((now - eight) / dayLength);
    if (day === this.#day) return;
    this.#day = day;
    for (const [id, entry] of this.#entries) {
      if (day - entry.day > (isTerminal(entry.order) ? 0 : 7)) this.#entries.delete(id);
    }
  }
}

const dayLength = 86_400_000;
/** Eight in the morning in India is 2:30 UTC. */
const eight = 9_000_000;

/** What changes in the life of an order and stands in both the book and the stream. */
const telling = [
  "quantity",
  "price",
  "trigger_price",
  "order_type",
  "validity",
  "disclosed_quantity",
  "average_price",
] as const;

/** Tells whether two equally far states are the same. `UPDATE` is no state of its own, so it differs from none. */
const isSame = (one: KnownOrder, other: KnownOrder): boolean =>
  (one.status === other.status || [one.status, other.status].includes("UPDATE")) &&
  telling.every((field) => one[field] === other[field]);
