import { dateOf } from "../market/day.ts";
import type { Account } from "../portfolio/account.ts";
import { passNight } from "../portfolio/night.ts";
import { netQuantity } from "../portfolio/position.ts";
import { isIntraday } from "../trading/cut-offs.ts";
import type { Desk } from "../trading/desk.ts";
import { withdraw } from "../trading/engine.ts";
import { isWaitingForOpening, type Order } from "../trading/order.ts";
import { closeAtLastPrice } from "../trading/square-off.ts";

/**
 * Begins a day: nothing that was for the day before is left, and the books start anew. When that happens on the real
 * exchange is not known; here it is midnight in India, when no market is open.
 *
 * @param day - The day that begins; the clock stands at its first moment.
 */
export function rollOver(desk: Desk, day: number): void {
  for (const account of desk.accounts.values()) {
    endOrders(desk, account, day);
    for (const position of [...account.positions]) {
      if (isIntraday(position.product) && netQuantity(position) !== 0) closeAtLastPrice(desk, account, position);
    }
    passNight(account, desk.market, day);
    account.orders.keep(isWaitingForOpening);
    account.trades.length = 0;
  }
}

/** Orders for the next session wait on, unless what they are for has ended. */
function endOrders(desk: Desk, account: Account, day: number): void {
  for (const order of account.orders.live()) {
    if (isWaitingForOpening(order) && !hasEnded(order, day)) continue;
    withdraw(desk, order, desk.clock.now());
  }
}

const hasEnded = ({ instrument: { expiry } }: Order, day: number): boolean => expiry !== "" && expiry < dateOf(day);
