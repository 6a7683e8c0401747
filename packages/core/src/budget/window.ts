/** How long a call without an answer is taken to be on the way, beyond its window, in margins. */
const longestWay = 20;

/** One of the calls that a window allows. */
export interface Place {
  readonly usedAt: number;
  /** Milliseconds its answer may take without looking late. */
  readonly expected: number;
  /** False while the call has no answer. */
  answered: boolean;
  /** When its window is over. */
  freeAt: number;
}

/**
 * Takes note of an answer. One that came later than expected leaves open whether the call arrived late: then its window
 * starts that much later.
 */
export function arrived(place: Place, now: number): void {
  place.answered = true;
  place.freeAt += Math.max(0, now - place.usedAt - place.expected);
}

/**
 * At most `limit` calls in any stretch of `length` milliseconds, and a margin, the whole limit at once if need be.
 *
 * A ring of places: one can be given again only when its last use is a whole `length` old, which is exact, where a bucket of
 * `limit` tokens lets twice the limit through around its refill.
 */
export class SlidingWindow {
  readonly #length: number;
  readonly #margin: number;
  readonly #places: Place[];
  #next = 0;

  constructor(limit: number, length: number, margin: number) {
    this.#length = length + margin;
    this.#margin = margin;
    this.#places = Array.from({ length: limit }, () => ({ usedAt: 0, expected: 0, answered: true, freeAt: 0 }));
  }

  /** Milliseconds from `now` until a place is free; 0 for one that is. */
  wait(now: number): number {
    let shortest = Number.POSITIVE_INFINITY;
    // The place used longest ago comes first, so the first look finds a free one unless an answer was late.
    for (let turn = 0; turn < this.#places.length && shortest > 0; turn += 1) {
      const index = (this.#next + turn) % this.#places.length;
      const wait = this.#freeAt(this.#places[index] as Place) - now;
      if (wait >= shortest) continue;
      shortest = wait;
      this.#next = index;
    }
    return Math.max(0, shortest);
  }

  /** Uses the free place that `wait()` has just found; `arrived` is to be called for it. */
  take(usedAt: number, expected: number): Place {
    const place = { usedAt, expected, answered: false, freeAt: usedAt + this.#length };
    this.#places[this.#next] = place;
    this.#next = (this.#next + 1) % this.#places.length;
    return place;
  }

  /** Places that could be taken at this moment. */
  free(): number {
    const now = performance.now();
    return this.#places.filter((place) => this.#freeAt(place) <= now).length;
  }

  #freeAt({ freeAt, expected, answered }: Place): number {
    // An answer that is overdue: the call may arrive at any moment, and its window has not begun.
    return answered || expected >= this.#length ? freeAt : freeAt + longestWay * this.#margin;
  }
}
