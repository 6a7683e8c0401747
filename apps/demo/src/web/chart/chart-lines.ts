import type { Holding, Position } from "@kite/portfolio";
import { formatPercent, formatQuantity } from "../../shared/rupees.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import type { OrderRow } from "../orders/book/order-row.ts";

/** A price that means something to the person who looks at the chart. */
export interface ChartLine {
  readonly id: string;
  readonly kind: "buy" | "sell" | "own";
  /** Rupees. */
  readonly price: number;
  /** `BUY 10 LIMIT`, `CNC 25 +1.20 %` */
  readonly label: string;
}

/** What is in the account. */
export interface Account {
  readonly orders: readonly OrderRow[] | undefined;
  readonly holdings: readonly Holding[] | undefined;
  /** Open and closed today, net. */
  readonly positions: readonly Position[] | undefined;
}

type Which = Pick<InstrumentRow, "exchange" | "tradingsymbol">;

/**
 * The orders that wait for a price of an instrument, and what is owned of it at the price that was paid. Gain and loss are those at
 * `last_price`; without one nothing is said about them.
 */
export function chartLines(which: Which, account: Account, last_price: number | undefined): readonly ChartLine[] {
  const isIt = (row: Which) => row.exchange === which.exchange && row.tradingsymbol === which.tradingsymbol;
  const { orders = [], holdings = [], positions = [] } = account;
  return [
    ...orders.filter((order) => isIt(order) && order.stage !== "finished").flatMap(orderLine),
    ...positions.filter((row) => isIt(row) && isOwned(row)).map((row) => ownLine(row, row.product, last_price)),
    // shares that are sold count as held until the evening
    ...holdings.filter((row) => isIt(row) && row.quantity > 0).map((row) => ownLine(row, "Holding", last_price)),
  ];
}

/** Shares that were held and are sold today stand there with fewer than none: nothing is owned at that price. */
const isOwned = ({ product, quantity }: Position): boolean => (product === "CNC" ? quantity > 0 : quantity !== 0);

/** An order that waits for its trigger stands there; one that goes at the market's price has no place. */
function orderLine({ order_id, transaction_type, order_type, status, left, ...prices }: OrderRow): ChartLine[] {
  const waits = status === "TRIGGER PENDING" || prices.price === 0;
  const price = waits ? prices.trigger_price : prices.price;
  if (price === 0) return [];
  const kind = transaction_type === "SELL" ? "sell" : "buy";
  const label = `${transaction_type} ${formatQuantity(left)} ${order_type}${waits ? " trigger" : ""}`;
  return [{ id: order_id, kind, price, label }];
}

interface Owned {
  readonly quantity: number;
  /** Rupees paid for one. */
  readonly average_price: number;
}

function ownLine({ quantity, average_price }: Owned, name: string, last_price: number | undefined): ChartLine {
  const gain = last_price && average_price ? ((last_price - average_price) * 100) / average_price : undefined;
  // who is short gains when the price falls
  const percent = gain === undefined ? "" : ` ${formatPercent(quantity < 0 ? -gain : gain)}`;
  return { id: name, kind: "own", price: average_price, label: `${name} ${formatQuantity(quantity)}${percent}` };
}
