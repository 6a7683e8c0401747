import { advanceAlerts } from "./alerts/alerts.ts";
import { Bars } from "./day/bars.ts";
import { nextFixedMoment } from "./day/fixed-moments.ts";
import { nextPriceMoment } from "./day/price-moments.ts";
import { rollOver } from "./day/roll-over.ts";
import { turnBack } from "./day/timeline.ts";
import type { Exchange } from "./exchange.ts";
import { advanceTriggers } from "./gtt/triggers.ts";
import { dayOf, startOfDay } from "./market/day.ts";
import { advanceFunds } from "./mf/fund-days.ts";
import { endOfSpan } from "./moment.ts";
import * as engine from "./trading/engine.ts";
import { squareOff } from "./trading/square-off.ts";

const SECOND_MS = 1000;

/**
 * Brings everything that waits for a time or a price to the present, in the order in which it comes due. Where the clock
 * is a function, nobody knows which prices have been seen in the meantime, and only the present one counts.
 */
export function advance(exchange: Exchange): void {
  pass(exchange, exchange.clock.now(), exchange.clock.isEven);
}

/**
 * Moves the clock on, and lets everything happen that happens on the way.
 *
 * @param span - As `endOfSpan` reads it.
 * @throws {TypeError} for what is no span.
 */
export function advanceBy(exchange: Exchange, span: number | string): void {
  const { clock } = exchange;
  const to = endOfSpan(span, clock.now());
  advance(exchange);
  pass(exchange, to, true);
  clock.set(to);
}

/** Puts the clock to another time (epoch ms). What has its hour in between happens; prices in between are not looked at. */
export function jump(exchange: Exchange, to: number): void {
  advance(exchange);
  exchange.clock.set(to);
  pass(exchange, to, false);
}

/** @param looks - Whether the prices on the way count. */
function pass(exchange: Exchange, to: number, looks: boolean): void {
  const { clock, market, timeline } = exchange;
  if (to < timeline.at) turnBack(timeline, to);
  const bars = new Bars(clock, market, to);
  let fixed = timeline.at;
  // within a second there is nothing that has its time
  while (Math.floor(timeline.at / SECOND_MS) < Math.floor(to / SECOND_MS)) {
    if (fixed <= timeline.at) fixed = nextFixedMoment(exchange, timeline.at);
    const next = looks ? Math.min(fixed, nextPriceMoment(exchange, timeline.at, bars)) : fixed;
    if (next > to) break;
    timeline.at = next;
    clock.holdAt(next, () => happen(exchange, looks));
  }
  timeline.at = to;
  clock.holdAt(to, () => happen(exchange, true));
}

/** Lets everything happen that is due at this moment. */
function happen({ desk, timeline }: Exchange, looks: boolean): void {
  const today = dayOf(desk.clock.now());
  while (timeline.day < today) {
    timeline.day += 1;
    desk.clock.holdAt(startOfDay(timeline.day), () => rollOver(desk, timeline.day));
  }
  engine.advance(desk);
  if (desk.marketHours === "real") squareOff(desk);
  if (looks) {
    advanceTriggers(desk);
    advanceAlerts(desk);
  }
  advanceFunds(desk);
  desk.updates.advance();
}
