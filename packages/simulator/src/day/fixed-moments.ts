import type { Exchange } from "../exchange.ts";
import type { Calendar } from "../market/calendar.ts";
import { dayOf, startOfDay } from "../market/day.ts";
import { type Hours, hoursOf, timetables } from "../market/hours.ts";
import type { Instrument } from "../market/instrument.ts";
import { squareOffAt } from "../trading/cut-offs.ts";
import { midnightAfter } from "./timeline.ts";

const HOURS = Object.keys(timetables) as Hours[];

/**
 * The next moment (epoch ms) after `at` at which something happens whether a price moves or not: a part of some market's
 * day begins or ends, intraday positions begin to be closed, or a day begins.
 */
export function nextFixedMoment({ accounts, market }: Pick<Exchange, "accounts" | "market">, at: number): number {
  const { calendar } = market;
  const day = dayOf(at);
  let next = midnightAfter(at);
  const note = (moment: number): void => {
    if (moment > at && moment < next) next = moment;
  };
  for (const hours of HOURS) for (const moment of partsOf(calendar, hours, day)) note(moment);
  for (const { orders, positions } of accounts.values()) {
    for (const { instrument } of positions) noteSquareOff(instrument);
    for (const { instrument } of orders.live()) noteSquareOff(instrument);
  }
  return next;

  function noteSquareOff(instrument: Instrument): void {
    const session = calendar.on(hoursOf(instrument), day);
    if (session) note(squareOffAt(instrument, session));
  }
}

function* partsOf(calendar: Calendar, hours: Hours, day: number): Generator<number> {
  for (const { from, to, entry, match } of calendar.parts(hours, day)) {
    for (const time of [from, to, entry?.from, entry?.to, match]) if (time !== undefined) yield instant(day, time);
  }
}

const instant = (day: number, time: string): number =>
  startOfDay(day) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
