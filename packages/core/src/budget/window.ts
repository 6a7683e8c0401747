import { TokenBucket } from "limiter";

/**
 * At most `limit` calls in any stretch of `length` milliseconds, the whole limit at once if need be.
 *
 * A ring of one-token buckets: place k can be given again only when its last use is a whole `length` old, which is exact,
 * where one bucket of `limit` tokens lets twice the limit through around its refill.
 */
export class SlidingWindow {
  readonly #length: number;
  readonly #places: TokenBucket[];
  readonly #held = new Set<number>();
  #usedAt: number[];
  #next = 0;

  constructor(limit: number, length: number) {
    this.#length = length;
    this.#places = Array.from({ length: limit }, () => fullBucket(length));
    this.#usedAt = this.#places.map(() => Number.NEGATIVE_INFINITY);
  }

  /** Milliseconds until a place is free; 0 now; Infinity while every place waits for its call to arrive. */
  wait(): number {
    let shortest = Number.POSITIVE_INFINITY;
    // The place used longest ago comes first, so the first look finds a free one if there is any, but for places once held.
    for (let turn = 0; turn < this.#places.length; turn += 1) {
      const index = (this.#next + turn) % this.#places.length;
      if (this.#held.has(index)) continue;
      const wait = this.#places[index]?.getWaitTime(1) ?? 0;
      if (wait < shortest) {
        shortest = wait;
        this.#next = index;
      }
      if (wait === 0) break;
    }
    return shortest;
  }

  /** Uses the free place that `wait()` has just found, and gives its number. */
  take(): number {
    const index = this.#next;
    this.#places[index]?.tryRemoveTokens(1);
    this.#usedAt[index] = performance.now();
    this.#next = (index + 1) % this.#places.length;
    return index;
  }

  /** Milliseconds since the place that comes next was last used. */
  restedFor(): number {
    return performance.now() - (this.#usedAt[this.#next] ?? 0);
  }

  /** Keeps a used place back until `release`: its call is still on the way. */
  hold(index: number): void {
    this.#held.add(index);
  }

  /** Starts the window of a held place now. */
  release(index: number): void {
    if (!this.#held.delete(index)) return;
    this.#places[index] = new TokenBucket({ bucketSize: 1, tokensPerInterval: 1, interval: this.#length });
  }

  /** Places that could be taken at this moment. */
  free(): number {
    return this.#places.filter((place, index) => !this.#held.has(index) && place.getWaitTime(1) === 0).length;
  }
}

/** A one-token bucket that holds its token; the library's own start empty. */
function fullBucket(interval: number): TokenBucket {
  const bucket = new TokenBucket({ bucketSize: 1, tokensPerInterval: 1, interval });
  bucket.content = 1;
  return bucket;
}
