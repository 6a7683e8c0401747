import { type Instrument, keyOf } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import type { Account } from "../portfolio/account.ts";
import { add, netQuantity, type Position, unsettledOf } from "../portfolio/position.ts";
import { type Order, outstanding } from "../trading/order.ts";
import { type Margin, marginOf, NO_MARGIN } from "./margin.ts";
import { SALE_CREDIT } from "./margin-rates.ts";

/** What an account has tied up in one segment; rupees, named as `utilised` names them. */
export interface Usage {
  span: number;
  exposure: number;
  option_premium: number;
  /** Paid for shares that are to be delivered. */
  delivery: number;
  /** Below zero: what sales out of the demat account bring back. */
  holding_sales: number;
  /** Booked losses of the day; below zero when they are gains. */
  m2m_realised: number;
}

export type Segment = "equity" | "commodity";

export const segmentOf = ({ exchange }: Pick<Instrument, "exchange">): Segment =>
  exchange === "MCX" ? "commodity" : "equity";

/** Everything in `utilised` counts. */
export const debitsOf = (usage: Usage): number => Object.values(usage).reduce((sum, amount) => sum + amount, 0);

/** Adds up what positions and live orders tie up. `orders` are in the order they were placed. */
export function usageOf(account: Account, orders: readonly Order[], market: Market): Record<Segment, Usage> {
  const tally = new UsageTally(account, market);
  for (const order of orders) tally.add(order);
  return tally.usage;
}

/** A running sum of what positions tie up, and live orders in the order they were placed. */
export class UsageTally {
  readonly usage: Readonly<Record<Segment, Usage>> = { equity: unused(), commodity: unused() };
  readonly #market: Market;
  /** What is left of each position for orders to close. */
  readonly #closable: Map<string, number>;

  constructor({ positions }: Account, market: Market) {
    this.#market = market;
    this.#closable = new Map(positions.map((position) => [bookKey(position), netQuantity(position)]));
    for (const position of positions) usePosition(this.usage[segmentOf(position.instrument)], position);
  }

  add(order: Order): void {
    useOrder(this.usage[segmentOf(order.instrument)], order, this.#closable, this.#market);
  }
}

const unused = (): Usage => ({
  span: 0,
  exposure: 0,
  option_premium: 0,
  delivery: 0,
  holding_sales: 0,
  m2m_realised: 0,
});

const bookKey = ({ instrument, product }: Pick<Order | Position, "instrument" | "product">): string =>
  `${keyOf(instrument)} ${product}`;

function usePosition(usage: Usage, position: Position): void {
  const { instrument, product } = position;
  const long = add(position.carriedLong, position.bought);
  const short = add(position.carriedShort, position.sold);
  const closed = Math.min(long.quantity, short.quantity);
  // what a night has settled is in the cash already
  const perUnit = (part: typeof long): number => (part.quantity === 0 ? 0 : unsettledOf(part) / part.quantity);
  usage.m2m_realised += closed * (perUnit(long) - perUnit(short)) + 0;
  const net = long.quantity - short.quantity;
  if (net === 0) return;
  const side = net > 0 ? "BUY" : "SELL";
  const value = perUnit(net > 0 ? long : short);
  if (product === "CNC" && side === "SELL") {
    usage.holding_sales += SALE_CREDIT * value * net;
    return;
  }
  // what a financed sale leaves after the loan is paid back comes with the night
  if (product === "MTF" && side === "SELL") return;
  const price = value / instrument.multiplier;
  block(usage, marginOf({ instrument, product, side, quantity: Math.abs(net), price }), product);
}

/** An order blocks margin for what it would open; what closes a position needs none. */
function useOrder(usage: Usage, order: Order, closable: Map<string, number>, market: Market): void {
  const { instrument, product, transaction_type: side } = order;
  const quantity = outstanding(order);
  // most accounts with many orders have few positions, and making keys would take longer than everything else
  const net = closable.size === 0 ? 0 : (closable.get(bookKey(order)) ?? 0);
  const closes = Math.min(quantity, Math.max(0, side === "BUY" ? -net : net));
  if (closes > 0) closable.set(bookKey(order), net + (side === "BUY" ? closes : -closes));
  // financed shares are sold by those who have them
  if (product === "MTF" && side === "SELL") return;
  const price = order.price || market.priceOf(instrument).last_price;
  block(usage, marginOf({ instrument, product, side, quantity: quantity - closes, price }), product);
}

function block(usage: Usage, margin: Margin, product: Order["product"]): void {
  if (margin === NO_MARGIN) return;
  usage.span += margin.span;
  usage.option_premium += margin.option_premium;
  usage.exposure += margin.exposure;
  if (product === "CNC" || product === "MTF") usage.delivery += margin.var;
  else usage.exposure += margin.var;
}
