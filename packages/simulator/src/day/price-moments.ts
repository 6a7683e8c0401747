import type { Alert, Operand } from "../alerts/alert.ts";
import type { Exchange } from "../exchange.ts";
import type { Trigger } from "../gtt/trigger.ts";
import { dayOf } from "../market/day.ts";
import type { Instrument } from "../market/instrument.ts";
import { isStop, type Order } from "../trading/order.ts";
import type { Bar, Bars } from "./bars.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/**
 * The next moment (epoch ms) after `at` at which something that waits could happen: an order reaches the exchange, comes to
 * its end or into sight, a trigger grows too old, or a price moves. A market is looked at every minute, because its book
 * fills up, and every second of a minute whose prices reach what somebody waits for. Infinite when nothing waits.
 */
export function nextPriceMoment({ accounts, market }: Exchange, at: number, bars: Bars): number {
  const second = (Math.floor(at / SECOND_MS) + 1) * SECOND_MS;
  const minute = Math.floor(second / MINUTE_MS) * MINUTE_MS;
  let next = Number.POSITIVE_INFINITY;
  const note = (moment: number | undefined): void => {
    if (moment !== undefined && moment > at && moment < next) next = moment;
  };
  const watch = (instrument: Instrument, reaches: (bar: Bar) => boolean): void => {
    if (next <= second) return;
    const session = market.session(instrument, dayOf(second));
    if (!session || second < session.open || second >= session.close) return;
    const bar = second === minute ? undefined : bars.of(instrument, minute);
    note(second === minute || (bar && reaches(bar)) ? second : minute + MINUTE_MS);
  };
  for (const { alerts, orders, triggers } of accounts.values()) {
    for (const order of orders.live()) {
      note(order.dueAt);
      note(order.expiresAt);
      note(order.visibleAt);
      watch(order.instrument, (bar) => reachesOrder(order, bar));
    }
    for (const trigger of triggers) {
      if (trigger.status !== "active") continue;
      note(trigger.expires_at);
      watch(trigger.instrument, (bar) => reachesTrigger(trigger, bar));
    }
    for (const alert of alerts) {
      if (alert.status !== "enabled") continue;
      for (const { instrument } of sidesOf(alert)) watch(instrument, (bar) => reachesAlert(alert, bar));
    }
  }
  return next;
}

function reachesOrder(order: Order, { high, low }: Bar): boolean {
  const buys = order.transaction_type === "BUY";
  if (isStop(order) && order.status !== "OPEN") return buys ? high >= order.trigger_price : low <= order.trigger_price;
  return buys ? low <= order.price : high >= order.price;
}

function reachesTrigger({ last_price, trigger_values }: Trigger, { high, low }: Bar): boolean {
  return trigger_values.some((value) => (value > last_price ? high >= value : low <= value));
}

/** A comparison of two prices can change with every move of either. */
function reachesAlert({ definition: { rhs } }: Alert, { high, low }: Bar): boolean {
  return typeof rhs !== "number" || (low <= rhs && rhs <= high);
}

const sidesOf = ({ definition: { lhs, rhs } }: Alert): Operand[] => (typeof rhs === "number" ? [lhs] : [lhs, rhs]);
