import type { PlaceOrderParams } from "@kite/orders";
import type { OrderRow } from "../../../shared/orders-api.ts";

/** An order that was sent, as it has to be remembered until its fate is known. */
export interface Intent {
  readonly order: PlaceOrderParams;
  /** What its tag begins with: the server fills it up until no other order has it. */
  readonly tag: string;
  /** Orders that were in the book before it was sent, by id: it is none of them. */
  readonly before: readonly string[];
}

/** Notes what is about to be sent. An order without a tag gets one of its own, because a tag is what it can be found again by. */
export function intentOf(order: PlaceOrderParams, book: readonly OrderRow[]): Intent {
  const tag = order.tag ?? newTag();
  return { order: { ...order, tag }, tag, before: book.map(({ order_id }) => order_id) };
}

/**
 * Orders of the book that this intent may have become: more than one when it was sliced. Times do not count, because the clocks of page
 * and exchange need not agree.
 */
export function placedOrders({ order, tag, before }: Intent, book: readonly OrderRow[]): OrderRow[] {
  return book.filter(
    (row) =>
      row.tags.some((one) => one.startsWith(tag)) &&
      row.exchange === order.exchange &&
      row.tradingsymbol === order.tradingsymbol &&
      row.transaction_type === order.transaction_type &&
      !before.includes(row.order_id),
  );
}

/** `KD` and 10 random letters and digits: as much as the page may choose of a tag. */
function newTag(): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return `KD${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => letters[byte % 32]).join("")}`;
}
