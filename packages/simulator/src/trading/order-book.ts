import { isLive, type Order } from "./order.ts";

/** The orders of one account, in the order they were placed. */
export class OrderBook {
  readonly #all: Order[] = [];
  readonly #byId = new Map<string, Order>();
  readonly #live = new Set<Order>();

  constructor(orders: readonly Order[] = []) {
    for (const order of orders) this.add(order);
  }

  get all(): readonly Order[] {
    return this.#all;
  }

  add(order: Order): void {
    this.#all.push(order);
    this.#byId.set(order.order_id, order);
    this.#live.add(order);
  }

  find(order_id: string): Order | undefined {
    return this.#byId.get(order_id);
  }

  /** Forgets all but some, as the night does. */
  keep(which: (order: Order) => boolean): void {
    const kept = this.#all.filter(which);
    this.#all.length = 0;
    this.#byId.clear();
    this.#live.clear();
    for (const order of kept) this.add(order);
  }

  /** Those that nothing has been decided about for good. A copy: what is added later is not in it. */
  live(): Order[] {
    const live: Order[] = [];
    for (const order of this.#live) {
      if (isLive(order)) live.push(order);
      // what is over stays over, and is never looked at again
      else this.#live.delete(order);
    }
    return live;
  }
}
