import type { Calendar } from "../market/calendar.ts";
import { dayOf, startOfDay } from "../market/day.ts";
import { type Hours, hoursOf } from "../market/hours.ts";
import type { ExchangeName, Instrument } from "../market/instrument.ts";
import { plainCalendar, type Session } from "../market/session.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { OrderRequest } from "./order-request.ts";
import type { Variety } from "./vocabulary.ts";

/** `always` takes orders at any hour, `real` keeps the hours of the exchanges. */
export type MarketHours = "always" | "real";

const MINUTE_MS = 60_000;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Until when orders for the next session are taken before it, and from when after it; clock in India. */
const AMO_WINDOWS: Readonly<Record<ExchangeName, { readonly until: string; readonly from: string }>> = {
  NSE: { until: "08:58", from: "16:00" },
  BSE: { until: "08:58", from: "16:00" },
  NFO: { until: "09:10", from: "15:45" },
  BFO: { until: "09:10", from: "15:45" },
  CDS: { until: "08:59", from: "17:00" },
  BCD: { until: "08:59", from: "17:00" },
  MCX: { until: "08:58", from: "23:55" },
};

/** From when on the broker takes no new intraday orders: clock in India, or minutes before the end of the session. */
const CUT_OFFS: Readonly<Record<Hours, string | number>> = {
  equity: "15:12",
  auctioned: "15:12",
  index: "15:12",
  future: 5,
  option: 5,
  currency: 15,
  commodity: 25,
  agri: 25,
};

type Timed = Pick<OrderRequest, "variety" | "product" | "order_type" | "validity">;

/** @throws {Refusal} 400 when the exchange would not take such an order at this hour (epoch ms). */
export function checkHours(
  instrument: Instrument,
  request: Timed,
  at: number,
  calendar: Calendar = plainCalendar,
): void {
  if (request.variety === "amo") checkWindow(instrument, at, calendar);
  else checkSession(instrument, request, at, calendar);
}

function checkSession(instrument: Instrument, request: Timed, at: number, calendar: Calendar): void {
  const { variety, product } = request;
  const hours = hoursOf(instrument);
  const session = calendar.on(hours, dayOf(at));
  if (!session && product === "MIS") {
    throw refuse("MIS (intraday) are blocked as the markets are not open today. Try placing an AMO order.");
  }
  if (!session || !calendar.takesOrders(hours, at)) throw closed(variety);
  if (calendar.phase(hours, at) !== "continuous") checkCollected(request);
  const cutOff = cutOffOf(hours, session);
  if (product === "MIS" && at >= cutOff) {
    throw refuse(`Intraday orders (MIS) are allowed only till ${twelveHours(cutOff)}`);
  }
}

/** Where all orders meet at one price there is nothing to wait for, and no second chance. */
function checkCollected({ variety, order_type, validity }: Timed): void {
  if (variety !== "regular") throw closed(variety);
  if (order_type === "SL" || order_type === "SL-M")
    throw refuse("Stop orders are allowed only while the market trades.");
  if (validity === "IOC") throw refuse("IOC orders are allowed only while the market trades.");
}

/** Next instant (epoch ms) at which after-market orders for an instrument reach the exchange. */
export function nextOpening(instrument: Instrument, at: number, calendar: Calendar = plainCalendar): number {
  for (let day = dayOf(at); ; day += 1) {
    const session = calendar.on(hoursOf(instrument), day);
    if (session && session.open > at) return session.open;
  }
}

/**
 * End (epoch ms) of the trading of the same day: with the closing auction where there is one. Whoever comes later can still
 * trade at the closing price. Undefined when all of it is over, or there is none.
 */
export function closeOf(instrument: Instrument, at: number, calendar: Calendar = plainCalendar): number | undefined {
  const day = dayOf(at);
  const ends = (last: boolean): number[] =>
    calendar
      .parts(hoursOf(instrument), day)
      .filter(({ phase }) => last === (phase === "post-close"))
      .map(({ to }) => startOfDay(day) + minutesOf(to) * MINUTE_MS);
  return [Math.max(...ends(false)), ...ends(true)].find((end) => at < end);
}

function checkWindow(instrument: Instrument, at: number, calendar: Calendar): void {
  const { until, from } = AMO_WINDOWS[instrument.exchange];
  if (!calendar.on(hoursOf(instrument), dayOf(at))) return;
  const minute = Math.floor((at - startOfDay(dayOf(at))) / MINUTE_MS);
  if (minute >= minutesOf(until) && minute < minutesOf(from)) {
    throw refuse("After market orders (AMO) are not accepted while the market is open.");
  }
}

/** Only a plain order can be turned into one for the next session, and the answer says so to programs. */
function closed(variety: Variety): Refusal {
  if (variety !== "regular") return refuse("Markets are closed right now.");
  return refuse("Your order could not be converted to a After Market Order (AMO).", { hints: ["switch_to_amo"] });
}

/** Epoch ms. */
function cutOffOf(hours: Hours, { day, close }: Session): number {
  const cutOff = CUT_OFFS[hours];
  if (typeof cutOff === "number") return close - cutOff * MINUTE_MS;
  // a session at other hours, in the evening
  const clock = startOfDay(day) + minutesOf(cutOff) * MINUTE_MS;
  return clock < close ? clock : close;
}

/** `3:12 PM`, clock in India. */
function twelveHours(at: number): string {
  const minutes = Math.round((at - startOfDay(dayOf(at))) / MINUTE_MS);
  const hour = Math.floor(minutes / 60);
  return `${((hour + 11) % 12) + 1}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}
