import type { InstrumentRow } from "./instrument-row.ts";
import type { MarketPhaseName, MarketRow } from "./market-row.ts";

const zone = { timeZone: "Asia/Kolkata", hourCycle: "h23" } as const;
const clock = new Intl.DateTimeFormat("en-IN", { ...zone, hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-IN", { ...zone, weekday: "short" });
const dayAndMonth = new Intl.DateTimeFormat("en-IN", { ...zone, day: "numeric", month: "short" });
const fullDate = new Intl.DateTimeFormat("en-IN", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const DAY_MS = 86_400_000;

const phases: Readonly<Record<MarketPhaseName, string>> = {
  "pre-open": "Pre-open",
  continuous: "Open",
  "closing-auction": "Closing auction",
  "post-close": "Post-close",
  closed: "Closed",
  unknown: "Hours not known",
};

/** What begins then. */
const changes: Readonly<Record<MarketPhaseName, string>> = { ...phases, continuous: "Opens", closed: "Closes" };

/** What a market does, in a word or two. */
export const phaseName = (phase: MarketPhaseName): string => phases[phase];

/** What comes next and when, in Indian time: `Closes at 15:30`, `Pre-open on Mon, 09:00`. `now` is in epoch milliseconds. */
export function nextChange({ next }: MarketRow, now: number): string | undefined {
  if (!next) return undefined;
  return `${changes[next.phase]} ${dayPart(next.at, now)}${clock.format(next.at)}`;
}

function dayPart(at: Date, now: number): string {
  const days = istDay(at.getTime()) - istDay(now);
  if (days === 0) return "at ";
  return `on ${(days < 7 ? weekday : dayAndMonth).format(at)}, `;
}

const istDay = (ms: number): number => Math.floor((ms + 5.5 * 3_600_000) / DAY_MS);

/** Writes a date of an expiry: `24 Nov 2026`. */
export const dateText = (date: string): string => fullDate.format(new Date(`${date}T00:00:00Z`));

/** Days in India from now to a date, `yyyy-mm-dd`; 0 is today. */
export const daysUntil = (date: string, now: number): number =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS) - istDay(now);

/** Writes a moment in Indian time: `20 Nov, 15:29`. */
export const istMoment = (at: Date): string => `${dayAndMonth.format(at)}, ${clock.format(at)}`;

const kinds: Readonly<Record<string, string>> = { FUT: "Future", CE: "Call", PE: "Put" };

/** What an instrument is, in a word. */
export function kindOf({ segment, instrument_type }: InstrumentRow): string {
  if (segment === "INDICES") return "Index";
  return kinds[instrument_type] ?? (instrument_type === "EQ" ? "Share" : instrument_type);
}

/** The line beneath a symbol: the company, or what a contract is; the kind of what has no name besides its symbol. */
export function descriptionOf(instrument: InstrumentRow): string {
  const { tradingsymbol, name, expiry, strike, instrument_type } = instrument;
  if (expiry === null) return name === "" || name === tradingsymbol ? kindOf(instrument) : name;
  const on = name ? ` on ${name}` : "";
  const price = strike > 0 && instrument_type !== "FUT" ? `${strike.toLocaleString("en-IN")} ` : "";
  return `${price}${kindOf(instrument)}${on}, expires ${dateText(expiry)}`;
}

export const isIndex = ({ segment }: Pick<InstrumentRow, "segment">): boolean => segment === "INDICES";
