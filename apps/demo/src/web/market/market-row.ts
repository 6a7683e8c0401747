import type { MarketChange, MarketPhase, MarketStatus } from "@kite/market-data";

/** What a market does now, after the calendar. */
export interface MarketRow {
  readonly segment: string;
  /** `unknown` where the calendar does not tell. */
  readonly phase: MarketPhaseName;
  /** Why it is closed, or not known: the name of a holiday for one. */
  readonly reason: string | null;
  /** False where the source of the calendar is not certain. */
  readonly confirmed: boolean;
  readonly next: MarketChange | null;
}

export type MarketPhaseName = MarketPhase | "unknown";

/** Puts what the calendar tells into the page's words. */
export function marketRow(status: MarketStatus): MarketRow {
  const { segment, next = null } = status;
  if (!status.known) return { segment, phase: "unknown", reason: status.problem, confirmed: false, next };
  const { phase, reason, day, confirmed } = status;
  const why = reason === "hours" ? null : (day ?? reason ?? null);
  return { segment, phase, reason: why, confirmed, next };
}
