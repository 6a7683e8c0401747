import type { Order, OrderUpdate } from "@kite/models";

/** News of an order, from the stream or from a look at the book that the stream made for what it had missed. */
export interface OrderNews {
  readonly order: OrderUpdate | Order;
  readonly source: "stream" | "book";
}

/** What tells of order updates: a ticker, or anything else with this one method. The function it gives ends the listening. */
export interface OrderStream {
  on(event: "order", listener: (news: OrderNews) => void): () => void;
}
