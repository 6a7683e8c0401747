import { invalidInput } from "@kite/core";

/** Length of a bar, in the words of the historical data: `"minute"`, `"5minute"`, `"75minute"`, up to `"1440minute"`, or `"day"`. */
export type CandleInterval = "minute" | `${number}minute` | "day";

/** The part of a day that has bars. Clock times are IST, `hh:mm`. */
export interface TradingHours {
  /** Where the first bar begins, and so all others. */
  readonly start: string;
  /** First minute after the last bar, up to `24:00`, which is the default. */
  readonly end?: string | undefined;
}

/** A stretch of time with one bar. Milliseconds. */
export interface Period {
  /** Midnight in India. */
  readonly day: number;
  /** What the bar is called: its start, or midnight for a day. */
  readonly date: number;
  readonly from: number;
  /** First moment after it. */
  readonly to: number;
  /** Whether it is the first of its day. */
  readonly isFirst: boolean;
}

const minuteLength = 60_000;
const dayLength = 86_400_000;
/** Milliseconds that the Indian clock is ahead of UTC. */
const ahead = 19_800_000;

/** Gives the midnight in India before a moment, or at it. */
export const midnightOf = (time: number): number => Math.floor((time + ahead) / dayLength) * dayLength - ahead;

/** Cuts days into bars: from the start of trading on, not from the full hour. */
export class BarClock {
  readonly #length: number;
  readonly #start: number;
  readonly #end: number;
  /** Whether a bar is a whole day. */
  readonly isDaily: boolean;

  /** Throws `InvalidInput` for an interval that is none, and for hours that are none or end before they start. */
  constructor(interval: CandleInterval, { start, end = "24:00" }: TradingHours) {
    this.isDaily = interval === "day";
    this.#length = this.isDaily ? dayLength : minutesOf(interval) * minuteLength;
    this.#start = clockTime("hours.start", start);
    this.#end = clockTime("hours.end", end);
    if (this.#end <= this.#start) throw invalidInput("hours.end", `must be after ${start}, got ${end}`);
  }

  /** Gives the period of a moment; undefined outside the hours. */
  periodAt(time: number): Period | undefined {
    const day = midnightOf(time);
    const [first, end] = [day + this.#start, day + this.#end];
    if (!(time >= first && time < end)) return undefined;
    const from = first + Math.floor((time - first) / this.#length) * this.#length;
    const to = Math.min(from + this.#length, end);
    return { day, date: this.isDaily ? day : from, from, to, isFirst: from === first };
  }

  /** Gives the period whose bar is called `date`; undefined when no bar is. */
  periodOf(date: number): Period | undefined {
    const period = this.periodAt(this.isDaily ? date + this.#start : date);
    return period?.date === date ? period : undefined;
  }

  /** Tells whether the first bar of the day has not ended. */
  isEarly(time: number): boolean {
    return time < midnightOf(time) + Math.min(this.#start + this.#length, this.#end);
  }
}

function minutesOf(interval: string): number {
  const [, digits] = /^(\d*)minute$/.exec(interval) ?? [];
  const minutes = digits === "" ? 1 : Number(digits);
  if (minutes >= 1 && minutes <= 1440) return minutes;
  throw invalidInput("interval", `must be "minute", "5minute" or the like, or "day", got ${JSON.stringify(interval)}`);
}

function clockTime(field: string, clock: string): number {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(clock) ?? [];
  const time = (Number(hours) * 60 + Number(minutes)) * minuteLength;
  if (time <= dayLength) return time;
  throw invalidInput(field, `must be hh:mm, got ${JSON.stringify(clock)}`);
}
