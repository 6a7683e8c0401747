import { createRandom } from "../random.ts";
import { diceOf, thrown } from "./dice.ts";
import type { Spot } from "./spot.ts";

/** Prices of one minute, in paise. */
export interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** How far the price strays within a day from the straight line between its two ends. */
const WANDER = 0.012;
/** Largest step from yesterday's close to today's open. */
const GAP = 0.003;

/** Where a spot is before and after a session, in paise, and how its day is divided. */
export interface Frame {
  readonly seed: number;
  readonly spot: Spot;
  readonly day: number;
  readonly dayBefore: number;
  /** When the path begins, epoch ms, and its minutes. */
  readonly start: number;
  readonly length: number;
  readonly before: number;
  readonly after: number;
}

/** Where a spot closes on a day, paise. */
export type Closing = (spot: Spot, day: number) => number;

/** The walk of a spot through one session, from near the close of the day before to the close of the day. */
export class SpotPath {
  readonly start: number;
  readonly length: number;
  /** Level at the end of the session before. */
  readonly reference: number;
  readonly #frame: Frame;
  /** Levels between the minutes, one more than there are minutes. Arrays of numbers: paths are made by the thousand. */
  readonly #levels: Float64Array;
  #wicks: Float64Array | undefined;

  /** @param closing - Of the shares of an index. */
  constructor(frame: Frame, closing: Closing) {
    const { start, length, before } = frame;
    this.start = start;
    this.length = length;
    this.reference = before;
    this.#frame = frame;
    this.#levels = walk(courseOf(frame, closing), frame);
  }

  /** The level when a minute begins, by its number; one more than there are minutes. */
  level(minute: number): number {
    return this.#levels[minute] ?? 0;
  }

  /** Prices of a minute, with fractions of a paisa. */
  bar(minute: number): Bar {
    this.#wicks ??= wicksOf(this.#frame);
    const open = this.#levels[minute] ?? 0;
    const close = this.#levels[minute + 1] ?? 0;
    const high = Math.max(open, close) + (this.#wicks[2 * minute] ?? 0);
    const low = Math.min(open, close) - (this.#wicks[2 * minute + 1] ?? 0);
    return { open, high, low, close };
  }
}

/** What a walk is made of. Paise. */
interface Course {
  readonly start: number;
  readonly end: number;
  /** Longest step of each of the ways it is the sum of, by name. */
  readonly ways: ReadonlyMap<string, number>;
}

function courseOf(frame: Frame, closing: Closing): Course {
  return frame.spot.basket ? indexCourse(frame, frame.spot.basket, closing) : shareCourse(frame);
}

/** Its own way and those it shares, in parts whose squares make one: so every spot moves as much as without factors. */
function shareCourse(frame: Frame): Course {
  const { seed, spot, day, before, after } = frame;
  const { name, factors = [], volatility } = spot;
  const gap = createRandom(seed, `gap of ${name} ${day}`).fraction();
  const own = 1 - factors.reduce((sum, { part }) => sum + Math.abs(part), 0);
  const parts = [{ name, part: own }, ...factors];
  const step = stepOf(frame) / Math.sqrt(parts.reduce((sum, { part }) => sum + part * part, 0));
  return {
    start: before * (1 + GAP * volatility * (2 * gap - 1)),
    end: after,
    ways: new Map(parts.map((each) => [each.name, step * each.part])),
  };
}

/**
 * An index is where its shares are on average, in percent of their typical prices, between any two minutes. What they have in
 * common is walked only once.
 */
function indexCourse(frame: Frame, basket: readonly Spot[], closing: Closing): Course {
  const { spot, day, dayBefore } = frame;
  let [start, end] = [0, 0];
  const ways = new Map<string, number>();
  for (const share of basket) {
    const ends = { before: closing(share, dayBefore), after: closing(share, day) };
    const course = shareCourse({ ...frame, spot: share, ...ends });
    const weight = spot.typicalPrice / share.typicalPrice / basket.length;
    start += weight * course.start;
    end += weight * course.end;
    for (const [name, step] of course.ways) ways.set(name, (ways.get(name) ?? 0) + weight * step);
  }
  return { start, end, ways };
}

/** A random walk that is bent to arrive: every step takes its part of what it would miss its end by. */
function walk({ start, end, ways }: Course, { seed, day, length }: Frame): Float64Array {
  const levels = new Float64Array(length + 1);
  for (const [name, longest] of ways) {
    const dice = diceOf(seed, `steps of ${name} ${day}`);
    for (let index = 0; index < length; index += 1) {
      levels[index + 1] = (levels[index + 1] as number) + longest * (2 * thrown(dice, index) - 1);
    }
  }
  for (let index = 1; index <= length; index += 1) {
    levels[index] = (levels[index] as number) + (levels[index - 1] as number);
  }
  const miss = end - start - (levels[length] ?? 0);
  for (let index = 0; index <= length; index += 1) {
    levels[index] = start + (levels[index] as number) + (miss * index) / length;
  }
  return levels;
}

function wicksOf(frame: Frame): Float64Array {
  const dice = diceOf(frame.seed, `wicks of ${frame.spot.name} ${frame.day}`);
  const wicks = new Float64Array(2 * frame.length);
  const step = stepOf(frame);
  for (let index = 0; index < wicks.length; index += 1) wicks[index] = step * thrown(dice, index) * 0.6;
  return wicks;
}

/** Longest step of a minute. */
const stepOf = ({ spot, length, after }: Frame): number => (after * WANDER * spot.volatility) / Math.sqrt(length);
