import type { CallOptions, KiteClient } from "@kite/core";
import type { ContractNote, Order, Trade } from "@kite/models";
import type { ContractNoteOrder } from "../params/margin-order.ts";
import type { ChargeTools } from "./charge-tools.ts";

/** Charges in rupees of some trades. */
export interface TradeCharges {
  readonly total: number;
  /** Charges of the orders behind these trades. */
  readonly chargesOf: (trades: readonly Trade[]) => number;
}

/** Asks for the charges of trades. Brokerage is due per order, so the fills of an order are asked for together. */
export async function getTradeCharges(
  { getOrders, getContractNote, price, requireRows, KiteError }: ChargeTools,
  kite: KiteClient,
  trades: readonly Trade[],
  options?: CallOptions,
): Promise<TradeCharges> {
  if (trades.length === 0) return { total: 0, chargesOf: () => 0 };
  const book = new Map<string, Order>();
  for (const order of requireRows("getOrders", await getOrders(kite, options))) book.set(order.order_id, order);
  const fills = new Map<string, [Trade, ...Trade[]]>();
  for (const trade of trades) {
    const others = fills.get(trade.order_id);
    if (others) others.push(trade);
    else fills.set(trade.order_id, [trade]);
  }
  const executed = [...fills].map(([order_id, parts]) => executedOrder(price, order_id, parts, book.get(order_id)));
  const notes = await getContractNote(kite, executed, options);
  const charges = new Map<string, number>();
  for (const [index, order] of executed.entries()) {
    const total = chargesIn(notes, index, order);
    if (total === undefined) {
      const message = `row ${index} is not the contract note of ${order.transaction_type} ${order.tradingsymbol}`;
      throw new KiteError({ code: "MalformedAnswer", endpoint: "getContractNote", message, answer: notes });
    }
    charges.set(order.order_id, total);
  }
  const totalOf = (ids: Iterable<string>) => price.sum([...ids].map((id) => charges.get(id) ?? 0));
  return {
    total: totalOf(charges.keys()),
    chargesOf: (some) => totalOf(new Set(some.map(({ order_id }) => order_id))),
  };
}

function executedOrder(
  price: ChargeTools["price"],
  order_id: string,
  fills: readonly [Trade, ...Trade[]],
  order: Order | undefined,
): ContractNoteOrder {
  const [{ exchange, tradingsymbol, transaction_type, product }] = fills;
  const quantity = fills.reduce((sum, fill) => sum + fill.quantity, 0);
  const worth = price.sum(fills.map((fill) => price.multiply(fill.average_price, fill.quantity)));
  return {
    ...{ order_id, exchange, tradingsymbol, transaction_type, product, quantity },
    // Trades do not say how their order was placed. The book may lack it; charges go by what was traded, not by that.
    variety: order?.variety ?? "regular",
    order_type: order?.order_type ?? "LIMIT",
    average_price: price.share(worth, 1, quantity, 4),
  };
}

/** The rows carry no id. One that is not about the order in its place would put the charges of one instrument on another. */
function chargesIn(notes: readonly ContractNote[], index: number, order: ContractNoteOrder): number | undefined {
  const { tradingsymbol, transaction_type, charges } = notes?.[index] ?? {};
  const isItsOwn = tradingsymbol === order.tradingsymbol && transaction_type === order.transaction_type;
  return isItsOwn && Number.isFinite(charges?.total) ? charges?.total : undefined;
}
