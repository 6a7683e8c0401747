/** How a clock runs. Two processes whose clocks are set up alike, with the same `from`, see the same time. */
export interface ClockSettings {
  /** Epoch ms that it shows at `from`. Default: what `from` is. */
  readonly start?: number;
  /** Seconds that pass on it in a real one; above 0. Default 1. */
  readonly speed?: number;
  /** Real time, in epoch ms, at which it shows `start`. Default: the present. */
  readonly from?: number;
}

/** The line a clock follows: it shows `start` at the real time `from` (both epoch ms), and runs at `speed`. */
export type ClockLine = Required<ClockSettings>;

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
  if (!(speed > 0 && Number.isFinite(speed))) {
    throw new TypeError(`clock.speed: expected a number above 0, got ${speed}`);
  }
  if (!Number.isFinite(from)) throw new TypeError(`clock.from: expected epoch milliseconds, got ${from}`);
  if (!Number.isFinite(start)) throw new TypeError(`clock.start: expected epoch milliseconds, got ${start}`);
  return { start, speed, from };
}

/** The simulator's idea of the time: a source that can be moved. */
export class Clock {
  readonly #source: () => number;
  readonly #line: ClockLine | undefined;
  /** Seconds that pass on it in a real one; 1 for a source that does not say. */
  readonly speed: number;
  #offset = 0;

  /** @param source - Epoch milliseconds, as `Date.now` and the clock of a test give them; or how it is to run. */
  constructor(source: (() => number) | ClockSettings = Date.now) {
    this.#line = typeof source === "function" ? undefined : lineOf(source);
    this.#source = typeof source === "function" ? source : runClock(this.#line);
    this.speed = this.#line?.speed ?? 1;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#source() + this.#offset;
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
}
