import type { Account } from "../portfolio/account.ts";
import type { Order, Trade } from "../trading/order.ts";
import { OrderBook } from "../trading/order-book.ts";

/** An account with its orders as a list, and trades that name their order. */
export interface SavedAccount extends Omit<Account, "orders" | "trades"> {
  readonly orders: readonly Order[];
  readonly trades: readonly (Omit<Trade, "order"> & { readonly order_id: string })[];
}

export function saveAccount({ orders, trades, ...rest }: Account): SavedAccount {
  const named = trades.map(({ order: { order_id }, ...trade }) => ({ ...trade, order_id }));
  return { ...rest, orders: orders.all, trades: named };
}

/** @throws {TypeError} for a trade whose order is missing. */
export function restoreAccount({ orders, trades, ...rest }: SavedAccount): Account {
  const book = new OrderBook(orders);
  return {
    ...rest,
    orders: book,
    trades: trades.map(({ order_id, ...trade }) => ({ ...trade, order: orderIn(book, order_id) })),
  };
}

function orderIn(book: OrderBook, order_id: string): Order {
  const order = book.find(order_id);
  if (!order) throw new TypeError(`state: there is no order ${order_id}`);
  return order;
}
