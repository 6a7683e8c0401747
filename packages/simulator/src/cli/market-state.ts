import { istTimestamp } from "../ist.ts";
import { dayOf } from "../market/day.ts";
import { type Hours, sessionOn } from "../market/session.ts";

const SEGMENTS: readonly (readonly [Hours, string])[] = [
  ["equity", "shares"],
  ["future", "derivatives"],
  ["currency", "currencies"],
  ["commodity", "commodities"],
];

/** Whether the markets trade at an instant (epoch ms), in words: `shares open until 15:30, currencies closed, …`. */
export function marketState(now: number): string {
  return SEGMENTS.map(([hours, name]) => `${name} ${stateOf(hours, now)}`).join(", ");
}

function stateOf(hours: Hours, now: number): string {
  const session = sessionOn(hours, dayOf(now));
  if (!session) return "closed today";
  if (now < session.open) return `open at ${clockOf(session.open)}`;
  return now < session.close ? `open until ${clockOf(session.close)}` : `closed since ${clockOf(session.close)}`;
}

/** `Mon 2 Mar 2026, 09:15:00 IST` of an instant (epoch ms). */
export function wallClock(at: number): string {
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Kolkata",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(at);
  return `${day.replace(",", "")}, ${istTimestamp(at).slice(11)} IST`;
}

const clockOf = (at: number): string => istTimestamp(at).slice(11, 16);
