import { dayOf, startOfDay } from "../market/day.ts";
import { type ExchangeName, type Instrument, isEquity } from "../market/instrument.ts";
import { sessionOn } from "../market/session.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { OrderProduct, Variety } from "./vocabulary.ts";

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

/** When the broker starts to close intraday positions, in minutes before the end of the session. */
const CUT_OFF_MINUTES = { equity: 18, derivative: 5, currency: 15, commodity: 25, agri: 25 } as const;

/** @throws {Refusal} 400 when the exchange would not take such an order at this hour (epoch ms). */
export function checkHours(instrument: Instrument, variety: Variety, product: OrderProduct, at: number): void {
  if (variety === "amo") checkWindow(instrument, at);
  else checkSession(instrument, variety, product, at);
}

function checkSession(instrument: Instrument, variety: Variety, product: OrderProduct, at: number): void {
  const session = sessionOn(instrument.spot.hours, dayOf(at));
  if (!session && product === "MIS") {
    throw refuse("MIS (intraday) are blocked as the markets are not open today. Try placing an AMO order.");
  }
  if (!session || at < session.open || at >= session.close) throw closed(variety);
  if (product === "MIS" && at >= session.close - cutOff(instrument) * MINUTE_MS) {
    throw refuse(
      `Intraday orders (MIS) are allowed only till ${twelveHours(session.close - cutOff(instrument) * MINUTE_MS)}`,
    );
  }
}

/** Next instant (epoch ms) at which after-market orders for an instrument reach the exchange. */
export function nextOpening({ spot }: Instrument, at: number): number {
  for (let day = dayOf(at); ; day += 1) {
    const session = sessionOn(spot.hours, day);
    if (session && session.open > at) return session.open;
  }
}

/** End (epoch ms) of the session of the same day; undefined when there is none, or it is over. */
export function closeOf({ spot }: Instrument, at: number): number | undefined {
  const session = sessionOn(spot.hours, dayOf(at));
  return session && at < session.close ? session.close : undefined;
}

function checkWindow({ exchange, spot }: Instrument, at: number): void {
  const { until, from } = AMO_WINDOWS[exchange];
  if (!sessionOn(spot.hours, dayOf(at))) return;
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

function cutOff({ exchange, spot }: Instrument): number {
  if (spot.hours !== "equity") return CUT_OFF_MINUTES[spot.hours];
  return isEquity(exchange) ? CUT_OFF_MINUTES.equity : CUT_OFF_MINUTES.derivative;
}

/** `3:12 PM`, clock in India. */
function twelveHours(at: number): string {
  const minutes = Math.round((at - startOfDay(dayOf(at))) / MINUTE_MS);
  const hour = Math.floor(minutes / 60);
  return `${((hour + 11) % 12) + 1}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}
