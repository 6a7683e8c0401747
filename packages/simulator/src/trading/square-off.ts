import type { Calendar } from "../market/calendar.ts";
import type { Account } from "../portfolio/account.ts";
import { netQuantity, type Position } from "../portfolio/position.ts";
import { exitAtMarket } from "./cancellation.ts";
import { hasClosed, isIntraday, isSquaringOff } from "./cut-offs.ts";
import type { Desk } from "./desk.ts";
import { createOrder } from "./draft.ts";
import { fillOutright, submit, withdraw } from "./engine.ts";
import { isAtExchange, isWaitingForOpening, type Order } from "./order.ts";

/**
 * Who places the orders that close positions. The reference knows no mark for them; it says that `placed_by` may be
 * somebody else than the user.
 */
const HOUSE = "RMS";

const MINUTE_MS = 60_000;

/**
 * Closes what was opened for the day and is due: open intraday orders go, second legs of cover orders are filled at the
 * market, and orders of the house close the rest. What a thin book leaves over gets a new price every minute, and goes at
 * the last one when the market has closed.
 */
export function squareOff(desk: Desk): void {
  const { accounts, market } = desk;
  const now = desk.clock.now();
  const isDue = ({ instrument, product }: Order | Position): boolean =>
    isIntraday(product) && isSquaringOff(instrument, now, market.calendar);
  for (const account of accounts.values()) {
    for (const order of account.orders.live()) if (isDue(order)) endOrder(desk, account, order, now);
    for (const position of account.positions) {
      if (isDue(position)) closePosition(desk, account, position);
      else if (isLeftOver(position, now, market.calendar)) closeAtLastPrice(desk, account, position);
    }
  }
}

/** Closes a position at the last price, whatever the book holds: nobody keeps it overnight. */
export function closeAtLastPrice(desk: Desk, account: Account, position: Position): void {
  const { last_price } = desk.market.priceOf(position.instrument);
  const order = houseOrder(desk, account, position, Math.abs(netQuantity(position)));
  fillOutright(desk, account, { ...order, order_type: "LIMIT", price: last_price, market_protection: 0 });
}

function endOrder(desk: Desk, account: Account, order: Order, now: number): void {
  // it comes from the evening, and is for the next session
  if (isWaitingForOpening(order)) return;
  const closes = order.parent_order_id !== null || order.placed_by === HOUSE;
  if (!closes) withdraw(desk, order, now);
  else if (isAtExchange(order) && isOlderThanMinute(order, now)) exitAtMarket(desk, account, order);
}

function isLeftOver(position: Position, now: number, calendar: Calendar): boolean {
  return isIntraday(position.product) && netQuantity(position) !== 0 && hasClosed(position.instrument, now, calendar);
}

/** A price is a minute old at least before there is another; a leg that waits for its trigger gets its first one at once. */
const isOlderThanMinute = (order: Order, now: number): boolean =>
  order.status === "TRIGGER PENDING" ||
  Math.floor((order.exchange_update_timestamp ?? 0) / MINUTE_MS) < Math.floor(now / MINUTE_MS);

function closePosition(desk: Desk, account: Account, position: Position): void {
  const { freezeQuantity, lot_size } = position.instrument;
  const largest = Math.max(lot_size, Math.floor(freezeQuantity / lot_size) * lot_size);
  for (let left = uncovered(account, position); left > 0; left -= largest) {
    submit(desk, account, houseOrder(desk, account, position, Math.min(left, largest)));
  }
}

/** What no live order is closing yet. */
function uncovered(account: Account, position: Position): number {
  const closing = account.orders
    .live()
    .filter(({ instrument, product }) => instrument === position.instrument && product === position.product)
    .reduce((sum, { pending_quantity }) => sum + pending_quantity, 0);
  return Math.abs(netQuantity(position)) - closing;
}

function houseOrder(desk: Desk, { user }: Account, position: Position, quantity: number): Order {
  const { instrument, product } = position;
  return createOrder(desk, {
    user_id: user.user_id,
    placed_by: HOUSE,
    apiKey: null,
    instrument,
    product,
    quantity,
    // a cover order would grow a second leg
    variety: "regular",
    transaction_type: netQuantity(position) > 0 ? "SELL" : "BUY",
    order_type: "MARKET",
    price: 0,
    trigger_price: 0,
    disclosed_quantity: 0,
    validity: "DAY",
    validity_ttl: 0,
    market_protection: -1,
    tag: null,
    auction_number: undefined,
    iceberg: undefined,
    parent_order_id: null,
    systemTags: [],
  });
}
