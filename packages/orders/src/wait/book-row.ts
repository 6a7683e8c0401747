import type { Order, OrderUpdate } from "@kite/models";
import type { BookTools } from "./book-tools.ts";

/** A row of the order book as sent, of which nothing is taken for granted. */
export type BookRow = Readonly<Record<string, unknown>>;

/** Reads one row. What is not as documented stays as it came, whatever the client's `validate` says: a live order must not be missed. */
export async function readRow({ getOrders }: Pick<BookTools, "getOrders">, row: BookRow): Promise<Order> {
  const result = await getOrders.spec.response["~standard"].validate([row]);
  return result.value?.[0] ?? (row as object as Order);
}

/** Gives an update as the book would show the order. */
export function orderFrom(news: OrderUpdate | Order): Order {
  if (!("unfilled_quantity" in news)) return news;
  const { user_id, app_id, checksum, unfilled_quantity, ...order } = news;
  return { ...order, modified: order.modified ?? false };
}

/** Gives the tags of a row, the user's and the system's. `tag` can be null while `tags` is not empty. */
export function tagsOf({ tag, tags }: BookRow): readonly string[] {
  const all: readonly unknown[] = Array.isArray(tags) ? [tag, ...tags] : [tag];
  return all.filter((each): each is string => typeof each === "string" && each !== "");
}
