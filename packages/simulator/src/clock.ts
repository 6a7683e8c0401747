import { type Moment, readMoment } from "./moment.ts";

/** How a clock runs. Two processes whose clocks are set up alike, with the same `from`, see the same time. */
export interface ClockSettings {
  /** What it shows at `from`: epoch ms, a date, or Indian time as a text like `2026-03-02 09:15`. Default: what `from` is. */
  readonly start?: Moment;
  /** Seconds that pass on it in a real one. 0 stands still until it is moved by hand. Default 1. */
  readonly speed?: number;
  /** Real time, in epoch ms, at which it shows `start`. Default: the present. */
  readonly from?: number;
}

/** The line a clock follows: it shows `start` at the real time `from` (both epoch ms), and runs at `speed`. */
export interface ClockLine {
  readonly start: number;
  readonly speed: number;
  readonly from: number;
}

/**
 * Makes a clock that shows `start + (real time - from) * speed`, in whole epoch milliseconds. Real time is the system's
 * clock as it stood when the process began, and steady from there: setting the system's clock does not move it.
 *
 * @throws {TypeError} for settings that make no sense.
 */
export function runClock(settings: ClockSettings = {}): () => number {
  const { start, speed, from } = lineOf(settings);
  return () => Math.floor(start + (realTime() - from) * speed);
}

/** Finer than `Date.now`, whose milliseconds would be whole seconds on a fast clock. */
const realTime = (): number => performance.timeOrigin + performance.now();

function lineOf({ speed = 1, from = realTime(), start = from }: ClockSettings): ClockLine {
  if (!(speed >= 0 && Number.isFinite(speed))) {
    throw new TypeError(`clock.speed: expected a number from 0, got ${speed}`);
  }
  if (!Number.isFinite(from)) throw new TypeError(`clock.from: expected epoch milliseconds, got ${from}`);
  const shown = typeof start === "number" ? checked(start) : readMoment(start, "clock.start");
  // what stands still shows nothing of a fraction
  return { start: speed === 0 ? Math.floor(shown) : shown, speed, from };
}

/** Fractions stay: a line through the present has them. */
function checked(start: number): number {
  if (!Number.isFinite(start)) throw new TypeError(`clock.start: expected epoch milliseconds, got ${start}`);
  return start;
}

/** The simulator's idea of the time: a source that can be moved. */
export class Clock {
  readonly #source: () => number;
  readonly #line: ClockLine | undefined;
  /** Seconds that pass on it in a real one; 1 for a source that does not say, 0 for one that is moved by hand. */
  readonly speed: number;
  /** Runs evenly, so that whatever happens between two looks at it happens at its time. Nobody knows that of a function. */
  readonly isEven: boolean;
  #offset = 0;
  #held: number | undefined;

  /** @param source - Epoch milliseconds, as `Date.now` and the clock of a test give them; or how it is to run. */
  constructor(source: (() => number) | ClockSettings = Date.now) {
    this.#line = typeof source === "function" ? undefined : lineOf(source);
    this.#source = typeof source === "function" ? source : runClock(this.#line);
    this.speed = this.#line?.speed ?? 1;
    this.isEven = this.#line !== undefined || source === Date.now;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#held ?? this.#source() + this.#offset;
  }

  /** The line it follows until it is set again; from a source of somebody else, one through the present at speed 1. */
  line(): ClockLine {
    if (this.#line) return { ...this.#line, start: this.#line.start + this.#offset };
    return { start: this.now(), speed: 1, from: realTime() };
  }

  /** Makes `now()` answer `at` (epoch ms); time runs on from there as fast as the source does. */
  set(at: number): void {
    this.#offset = at - this.#source();
  }

  /** Does some work while the clock stands at `at` (epoch ms), and then lets it run on as if nothing had been. */
  holdAt<T>(at: number, work: () => T): T {
    const before = this.#held;
    this.#held = at;
    try {
      return work();
    } finally {
      this.#held = before;
    }
  }
}
