import type { Order } from "@kite/models";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { type BookRow, readRow, tagsOf } from "../wait/book-row.ts";
import type { BookTools } from "../wait/book-tools.ts";

/** Milliseconds by which the server's clock may be behind ours; its times have whole seconds. */
const clockSkew = 5_000;

/**
 * Finds orders that could be the one sent, going by all but its tag: same instrument and side, no tag of anybody's, taken since then.
 * Nothing is concluded from them; they are for the eyes of whoever decides.
 */
export async function lookalikes(
  tools: BookTools,
  rows: readonly BookRow[],
  params: PlaceOrderParams,
  since: Date,
): Promise<Order[]> {
  const { exchange, tradingsymbol, transaction_type } = params;
  const alike = rows.filter(
    (row) =>
      row.exchange === exchange &&
      row.tradingsymbol === tradingsymbol &&
      row.transaction_type === transaction_type &&
      tagsOf(row).every((tag) => /^(autoslice|mktp)/.test(tag)),
  );
  const orders = await Promise.all(alike.map((row) => readRow(tools, row)));
  return orders.filter(({ order_timestamp }) => !(Number(order_timestamp) < since.getTime() - clockSkew));
}
