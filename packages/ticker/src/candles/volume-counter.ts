import { type BarClock, midnightOf } from "./bar-clock.ts";

/**
 * Turns the volume of the day, which each tick repeats, into what was traded since the tick before.
 *
 * A volume that falls to half or less has begun again: the server's day began late, or its 32 bits overflowed. It counts from zero.
 * A volume that falls by less is a correction, and nothing counts until the old mark is passed.
 */
export class VolumeCounter {
  readonly #clock: BarClock;
  #day = Number.NEGATIVE_INFINITY;
  /** Milliseconds of the newest tick; an older one tells nothing. */
  #time = Number.NEGATIVE_INFINITY;
  /** What has been counted of the day's volume; undefined while nobody knows when what was traded before. */
  #mark: number | undefined;

  constructor(clock: BarClock) {
    this.#clock = clock;
  }

  /** Looks at the time of a tick, before its volume counts. */
  look(volume: number, time: number): void {
    const day = midnightOf(time);
    if (day > this.#day) {
      this.#day = day;
      // Who watches from the first bar on can say when all of it was traded; who comes later cannot.
      this.#mark = this.#clock.isEarly(time) ? 0 : undefined;
    }
    this.#mark ??= volume;
  }

  /** Gives what was traded since the last call. */
  take(volume: number, time: number): number {
    const mark = this.#mark ?? volume;
    if (time < this.#time) return 0;
    this.#time = time;
    if (volume < mark && volume > mark / 2) return 0;
    this.#mark = volume;
    return volume < mark ? volume : volume - mark;
  }

  /** Gives what was counted of the volume of that day beyond `volume`. */
  beyond(volume: number, time: number): number {
    return this.#day === midnightOf(time) ? Math.max(0, (this.#mark ?? 0) - volume) : 0;
  }

  /** Learns the volume of the day at a moment up to which all is accounted for; undefined where it is not known. */
  begin(time: number, volume: number | undefined): void {
    this.#day = midnightOf(time);
    this.#mark = volume;
  }
}
