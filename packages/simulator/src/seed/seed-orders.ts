import { Clock } from "../clock.ts";
import { dayOf, startOfDay } from "../market/day.ts";
import { toRupees, toTick } from "../market/instrument.ts";
import type { Part, Position, Side } from "../portfolio/position.ts";
import { createOrder } from "../trading/draft.ts";
import * as lifecycle from "../trading/lifecycle.ts";
import type { Trade } from "../trading/order.ts";
import { OrderBook } from "../trading/order-book.ts";
import type { OrderIds } from "../trading/order-ids.ts";

const MINUTE_MS = 60_000;
/** Minutes after midnight in India at which the first order of the day was placed. */
const FIRST_ORDER = 9 * 60 + 20;

/** The orders behind what the positions say was traded today, each filled at once and in one piece. */
export function seedOrders(
  user_id: string,
  positions: readonly Position[],
  ids: OrderIds,
  now: number,
): { orders: OrderBook; trades: Trade[] } {
  const wishes = positions.flatMap((position) => [
    ...wish(position, "BUY", position.bought),
    ...wish(position, "SELL", position.sold),
  ]);
  const morning = startOfDay(dayOf(now)) + FIRST_ORDER * MINUTE_MS;
  // whoever starts before the morning finds orders of the last minutes instead
  const first = Math.min(morning, now - wishes.length * MINUTE_MS);
  const trades = wishes.map((one, index) => fill(user_id, one, ids, first + index * MINUTE_MS));
  return { orders: new OrderBook(trades.map(({ order }) => order)), trades };
}

interface Wish {
  readonly position: Position;
  readonly side: Side;
  readonly part: Part;
}

const wish = (position: Position, side: Side, part: Part): Wish[] =>
  part.quantity === 0 ? [] : [{ position, side, part }];

function fill(user_id: string, { position, side, part }: Wish, ids: OrderIds, at: number): Trade {
  const { instrument, product } = position;
  const { multiplier, tick } = instrument;
  const price = toRupees(toTick(tick, (part.value * 100) / (part.quantity * multiplier)));
  const always = { marketHours: "always", orderDelayMs: 0, hiddenForMs: 0, apiKey: "" } as const;
  const source = { clock: new Clock(() => at), ids, ...always };
  const order = createOrder(source, {
    user_id,
    instrument,
    product,
    price,
    variety: "regular",
    transaction_type: side,
    order_type: "LIMIT",
    quantity: part.quantity,
    trigger_price: 0,
    disclosed_quantity: 0,
    validity: "DAY",
    validity_ttl: 0,
    market_protection: 0,
    tag: null,
    auction_number: undefined,
    iceberg: undefined,
    parent_order_id: null,
    apiKey: null,
    systemTags: [],
  });
  lifecycle.enter(order, "PUT ORDER REQ RECEIVED");
  lifecycle.open(order, at, ids.exchangeOrder());
  lifecycle.fill(order, part.quantity, price, at);
  return { trade_id: ids.trade(), order, quantity: part.quantity, price, at };
}
