import { dateOf, dayOf, dayOfDate, startOfDay } from "../market/day.ts";
import { sessionOn } from "../market/session.ts";
import type { Account } from "../portfolio/account.ts";
import { settlementDay } from "../portfolio/settlement-day.ts";
import type { Desk } from "../trading/desk.ts";
import { allot, unitsOf } from "./allotment.ts";
import { addFundOrder } from "./fund-orders.ts";
import { type FundOrder, type Sip, WAITING_FOR_PAYMENT } from "./funds-book.ts";
import { nextInstalment } from "./sips.ts";

/**
 * Until when an order is executed at the value of the same day: milliseconds since midnight in India. The reference names
 * no hour, this is the one that fund platforms keep for equity funds.
 */
const CUT_OFF_MS = (13 * 60 + 30) * 60_000;

/** Trading days for which an order waits for its payment. */
const PATIENCE_DAYS = 5;

/**
 * Brings orders for funds and standing orders to the present. An order is OPEN until its units are allotted or paid out,
 * as the documented states have it: it goes to the fund house at a cut-off, and comes back on a later day.
 */
export function advanceFunds(desk: Desk): void {
  for (const account of desk.accounts.values()) {
    for (const sip of account.mutualFunds.sips) takeInstalments(desk, account, sip);
    for (const order of account.mutualFunds.orders) if (order.status === "OPEN") advanceOrder(desk, account, order);
  }
}

function advanceOrder(desk: Desk, account: Account, order: FundOrder): void {
  const now = desk.clock.now();
  const day = executionDay(order.order_timestamp);
  if (order.status_message === WAITING_FOR_PAYMENT) {
    if (now >= startOfDay(daysLater(day, PATIENCE_DAYS))) reject(order, "Payment was not received.");
    return;
  }
  if (order.exchange_order_id === null && now >= startOfDay(day) + CUT_OFF_MS) send(desk, account, order, day);
  if (order.exchange_order_id === null || now < startOfDay(daysLater(day, daysOf(order)))) return;
  // a day's value is known when the next one has begun
  const { last_price } = desk.clock.holdAt(startOfDay(day + 1), () => desk.market.mutualFunds.valueOf(order.fund));
  allot(desk, account, order, last_price);
}

/** The trading day whose value an order gets that was placed at an instant (epoch ms). */
function executionDay(placed: number): number {
  const day = dayOf(placed);
  return sessionOn("equity", day) && placed < startOfDay(day) + CUT_OFF_MS ? day : settlementDay(day);
}

function send(desk: Desk, account: Account, order: FundOrder, day: number): void {
  if (
    order.transaction_type === "SELL" &&
    order.quantity > unitsOf(account, order.fund) - unitsOnTheWayOut(account, order)
  ) {
    reject(order, "Insufficient holdings.");
    return;
  }
  order.exchange_order_id = desk.ids.digits(9);
  order.settlement_id = desk.ids.digits(7);
  order.exchange_timestamp = dateOf(day);
}

/** Units that other sales have been promised. */
function unitsOnTheWayOut({ mutualFunds }: Account, { fund }: FundOrder): number {
  return mutualFunds.orders
    .filter((one) => one.fund === fund && one.transaction_type === "SELL")
    .filter((one) => one.status === "OPEN" && one.exchange_order_id !== null)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

function reject(order: FundOrder, message: string): void {
  order.status = "REJECTED";
  order.status_message = message;
}

/** Units come on the next trading day, money when the fund settles: `T3` is three days later. */
function daysOf({ fund, transaction_type }: FundOrder): number {
  return transaction_type === "BUY" ? 1 : Math.max(1, Number(fund.settlement_type.slice(1)));
}

/** So many trading days after a day. */
function daysLater(day: number, count: number): number {
  return count === 0 ? day : daysLater(settlementDay(day), count - 1);
}

/** Takes what is due, when the market opens on its day or on the first one after it. */
function takeInstalments(desk: Desk, account: Account, sip: Sip): void {
  const now = desk.clock.now();
  const today = dayOf(now);
  const session = sessionOn("equity", today);
  if (!session || now < session.open) return;
  while (sip.status !== "CANCELLED" && dayOfDate(sip.next_instalment) <= today) {
    if (sip.status === "ACTIVE") takeOne(desk, account, sip);
    sip.next_instalment = nextInstalment(startOfDay(dayOfDate(sip.next_instalment)), sip.frequency, sip.instalment_day);
  }
}

function takeOne(desk: Desk, account: Account, sip: Sip): void {
  const now = desk.clock.now();
  sip.instalment_amount = grown(sip, dayOf(now));
  addFundOrder(desk, account, sip.fund, {
    amount: sip.instalment_amount,
    quantity: 0,
    tag: sip.tag,
    variety: sip.sip_type,
  });
  sip.last_instalment = now;
  sip.completed_instalments += 1;
  // of the three documented states this is the one in which nothing more happens
  if (sip.completed_instalments === sip.instalments) sip.status = "CANCELLED";
}

/** The amount after every step up since the instalment before, in whole steps of the fund. */
function grown({ fund, instalment_amount, last_instalment, step_up }: Sip, today: number): number {
  let amount = instalment_amount;
  for (let day = dayOf(last_instalment) + 1; day <= today; day += 1) {
    const [, month, date] = dateOf(day).split("-");
    const percent = step_up[`${date}-${month}`];
    if (percent === undefined) continue;
    const step = fund.purchase_amount_multiplier;
    amount = Math.round((amount * (1 + percent / 100)) / step) * step;
  }
  return amount;
}
