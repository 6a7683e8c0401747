import type { Calendar, Session } from "../market/calendar.ts";
import { dayOf, startOfDay } from "../market/day.ts";
import { hoursOf } from "../market/hours.ts";
import { type Instrument, isEquity } from "../market/instrument.ts";
import type { Product } from "../portfolio/position.ts";

const MINUTE_MS = 60_000;

/**
 * When the broker begins to close what was opened for the day: minutes since midnight in India, or before the end of the
 * session. For shares that is later than the last new intraday order.
 */
const SQUARE_OFF = {
  share: { clock: 15 * 60 + 20 },
  derivative: { beforeClose: 5 },
  currency: { beforeClose: 15 },
  commodity: { beforeClose: 25 },
} as const;

/** What is left of a session in which the hour of the table does not come, or comes too late. */
const LEAST_MINUTES = 3;

/** When (epoch ms) intraday positions in an instrument are closed in a session. */
export function squareOffAt(instrument: Instrument, { day, open, close }: Session): number {
  const rule = SQUARE_OFF[kindOf(instrument)];
  if ("beforeClose" in rule) return close - rule.beforeClose * MINUTE_MS;
  const at = startOfDay(day) + rule.clock * MINUTE_MS;
  const last = close - LEAST_MINUTES * MINUTE_MS;
  return at > open && at < last ? at : last;
}

/** Whether intraday positions in an instrument are being closed at an instant (epoch ms). */
export function isSquaringOff(instrument: Instrument, at: number, calendar: Calendar): boolean {
  const session = calendar.on(hoursOf(instrument), dayOf(at));
  return session !== undefined && squareOffAt(instrument, session) <= at && at < session.close;
}

/** Whether the session of a day is over at an instant (epoch ms). */
export function hasClosed(instrument: Instrument, at: number, calendar: Calendar): boolean {
  const session = calendar.on(hoursOf(instrument), dayOf(at));
  return session !== undefined && at >= session.close;
}

/** Products that do not live through the night. */
export const isIntraday = (product: Product): boolean => product === "MIS" || product === "CO";

function kindOf({ exchange }: Instrument): keyof typeof SQUARE_OFF {
  if (isEquity(exchange)) return "share";
  if (exchange === "MCX") return "commodity";
  return exchange === "CDS" || exchange === "BCD" ? "currency" : "derivative";
}
