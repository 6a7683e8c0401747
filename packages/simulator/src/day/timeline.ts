import { dayOf, startOfDay } from "../market/day.ts";

/** How far the exchange has come: everything up to there has happened. */
export interface Timeline {
  /** Epoch ms. */
  at: number;
  /** Day whose books are open. */
  day: number;
}

export function startTimeline(now: number): Timeline {
  return { at: now, day: dayOf(now) };
}

/** A clock that was put back: what has happened stays, and the time until then happens again. */
export function turnBack(timeline: Timeline, at: number): void {
  timeline.at = at;
  timeline.day = Math.min(timeline.day, dayOf(at));
}

/** First moment (epoch ms) of the day after the one that an instant (epoch ms) falls into. */
export const midnightAfter = (at: number): number => startOfDay(dayOf(at) + 1);
