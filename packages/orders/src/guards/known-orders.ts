import type { Plan, Send } from "@kite/core";
import { formatIstDate } from "@kite/models";
import { type GuardedOrder, readOrder } from "./guarded-order.ts";

/** What orders look like before a change: as they were let through, or else as the server has them. */
export class KnownOrders {
  readonly #orders = new Map<string, GuardedOrder>();
  #date = "";

  /** Remembers an order until the end of the Indian day. */
  remember(order_id: unknown, order: GuardedOrder): void {
    if (typeof order_id !== "string") return;
    const today = formatIstDate(new Date());
    if (today !== this.#date) this.#orders.clear();
    this.#date = today;
    this.#orders.set(order_id, order);
  }

  forget(order_id: string): void {
    this.#orders.delete(order_id);
  }

  get(order_id: string): GuardedOrder | undefined {
    return formatIstDate(new Date()) === this.#date ? this.#orders.get(order_id) : undefined;
  }

  /** Reads an order from the server. Gives undefined for an answer that holds none, and rejects when there is no answer. */
  async read(order_id: string, { signal, timeout, deadline }: Plan, next: Send): Promise<GuardedOrder | undefined> {
    const path = `/orders/${order_id}`;
    const { data } = await next({
      endpoint: "getOrderHistory",
      method: "GET",
      path,
      cacheFor: 0,
      signal,
      timeout,
      deadline,
    });
    const row = Array.isArray(data) ? (data.at(-1) as Readonly<Record<string, unknown>> | undefined) : undefined;
    const order = row && readOrder(String(row.variety), row);
    if (order) this.remember(order_id, order);
    return order;
  }
}
