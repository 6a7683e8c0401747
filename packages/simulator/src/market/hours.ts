import { type Instrument, isIndex } from "./instrument.ts";

/**
 * Which instruments keep the same hours: shares, shares with derivatives (they close with an auction), indices, futures and
 * options on both, currencies, metals and energy, farm produce.
 */
export type Hours = "equity" | "auctioned" | "index" | "future" | "option" | "currency" | "commodity" | "agri";

/**
 * What a market does at a time.
 *
 * - `pre-open`: orders are collected; they meet in the first trade of the day.
 * - `continuous`: orders are matched as they come.
 * - `closing-auction`: orders are collected until `match`, and then meet at one price.
 * - `post-close`: trading at the closing price.
 */
export type Phase = "pre-open" | "continuous" | "closing-auction" | "post-close";

/** A part of a day; clock in India. `to` is the first minute after it. */
export interface DayPart {
  readonly phase: Phase;
  readonly from: string;
  readonly to: string;
  /** When orders are taken, where that is not all the time. The exchanges end it at a random moment of the last minutes. */
  readonly entry?: { readonly from: string; readonly to: string };
  /** In an auction: the minute of its one trade. */
  readonly match?: string;
  /** `to` while the United States have daylight saving time, whose markets metals and energy follow. */
  readonly summerTo?: string;
}

/** Hours of an ordinary weekday from a date, `yyyy-mm-dd`, until the next entry. */
interface Timetable {
  readonly since: string;
  readonly parts: readonly DayPart[];
}

const ALWAYS = "0000-01-01";
/** The stock exchanges close shares with derivatives by auction, and let derivatives trade longer. */
const AUCTIONS = "2026-08-03";
/** Futures on shares and indices have a pre-open session. */
const FUTURES_PRE_OPEN = "2025-12-08";

const preOpen: DayPart = { phase: "pre-open", from: "09:00", to: "09:15", entry: { from: "09:00", to: "09:08" } };
const trading: DayPart = { phase: "continuous", from: "09:15", to: "15:30" };
const shorter: DayPart = { phase: "continuous", from: "09:15", to: "15:15" };
const longer: DayPart = { phase: "continuous", from: "09:15", to: "15:40" };
const auction: DayPart = {
  phase: "closing-auction",
  from: "15:15",
  to: "15:35",
  entry: { from: "15:20", to: "15:30" },
  match: "15:30",
};
const postClose: DayPart = { phase: "post-close", from: "15:40", to: "16:00" };
const wholeDay = (to: string, summerTo?: string): DayPart => {
  return { phase: "continuous", from: "09:00", to, ...(summerTo && { summerTo }) };
};

/** The earliest timetable first. */
export const timetables: Readonly<Record<Hours, readonly Timetable[]>> = {
  equity: [{ since: ALWAYS, parts: [preOpen, trading, postClose] }],
  auctioned: [
    { since: ALWAYS, parts: [preOpen, trading, postClose] },
    { since: AUCTIONS, parts: [preOpen, shorter, auction, postClose] },
  ],
  index: [{ since: ALWAYS, parts: [trading] }],
  future: [
    { since: ALWAYS, parts: [trading] },
    { since: FUTURES_PRE_OPEN, parts: [preOpen, trading] },
    { since: AUCTIONS, parts: [preOpen, longer] },
  ],
  option: [
    { since: ALWAYS, parts: [trading] },
    { since: AUCTIONS, parts: [longer] },
  ],
  currency: [{ since: ALWAYS, parts: [wholeDay("17:00")] }],
  commodity: [{ since: ALWAYS, parts: [wholeDay("23:55", "23:30")] }],
  agri: [{ since: ALWAYS, parts: [wholeDay("17:00")] }],
};

/** The hours of an instrument. Those of its spot are the widest of all that follow it. */
export function hoursOf(instrument: Pick<Instrument, "instrument_type" | "segment" | "spot">): Hours {
  const { instrument_type, spot } = instrument;
  if (spot.hours !== "equity") return spot.hours;
  if (instrument_type === "FUT") return "future";
  if (instrument_type !== "EQ") return "option";
  if (isIndex(instrument)) return "index";
  return spot.closesByAuction ? "auctioned" : "equity";
}
