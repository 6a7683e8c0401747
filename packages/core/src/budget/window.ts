import { TokenBucket } from "limiter";

/** Longest time that a call without an answer is taken to be on the way, beyond its window. */
const longestWay = 1_000;

/** One of the calls that a window allows. */
export interface Place {
  readonly bucket: TokenBucket;
  readonly usedAt: number;
  /** Milliseconds its answer may take without looking late. */
  readonly expected: number;
  /** False while the call has no answer. */
  answered: boolean;
}

/**
 * At most `limit` calls in any stretch of `length` milliseconds, the whole limit at once if need be.
 *
 * A ring of one-token buckets: a place can be given again only when its last use is a whole `length` old, which is exact,
 * where one bucket of `limit` tokens lets twice the limit through around its refill.
 */
export class SlidingWindow {
  readonly #length: number;
  readonly #places: Place[];
  #next = 0;

  constructor(limit: number, length: number) {
    this.#length = length;
    this.#places = Array.from({ length: limit }, () => this.#place(1));
  }

  /** Milliseconds until a place is free; 0 now. */
  wait(): number {
    let shortest = Number.POSITIVE_INFINITY;
    // The place used longest ago comes first, so the first look finds a free one unless an answer was late.
    for (let turn = 0; turn < this.#places.length && shortest > 0; turn += 1) {
      const index = (this.#next + turn) % this.#places.length;
      const wait = this.#waitFor(this.#places[index] as Place);
      if (wait >= shortest) continue;
      shortest = wait;
      this.#next = index;
    }
    return shortest;
  }

  /** Uses the free place that `wait()` has just found. Whoever gives `expected` has to call `arrived`. */
  take(expected?: number): Place {
    const place = this.#place(0, expected);
    this.#places[this.#next] = place;
    this.#next = (this.#next + 1) % this.#places.length;
    return place;
  }

  /**
   * Takes note of an answer. One that came later than expected leaves open whether the call arrived late: then its window
   * starts that much later.
   */
  arrived(place: Place): void {
    place.answered = true;
    const late = performance.now() - place.usedAt - place.expected;
    if (late <= 0) return;
    place.bucket.content = 0;
    place.bucket.lastDrip = place.usedAt + late;
  }

  /** Places that could be taken at this moment. */
  free(): number {
    return this.#places.filter((place) => this.#waitFor(place) === 0).length;
  }

  #waitFor({ bucket, usedAt, expected, answered }: Place): number {
    const wait = bucket.getWaitTime(1);
    // An answer that is overdue: the call may arrive at any moment, and its window has not begun.
    if (answered || expected >= this.#length) return wait;
    return Math.max(wait, usedAt + this.#length + longestWay - performance.now());
  }

  #place(content: number, expected?: number): Place {
    const bucket = new TokenBucket({ bucketSize: 1, tokensPerInterval: 1, interval: this.#length });
    bucket.content = content;
    return { bucket, usedAt: performance.now(), expected: expected ?? 0, answered: expected === undefined };
  }
}
