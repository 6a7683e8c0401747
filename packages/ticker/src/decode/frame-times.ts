/** The time of a packet's seconds; null for 0, which stands for "none". */
export const timeOf = (seconds: number): Date | null => (seconds === 0 ? null : new Date(seconds * 1000));

/** Fewer let the seconds of a usual frame push each other out, more cost time for each frame. */
const SLOTS = 32;

/** Gives ticks the same `Date` for the same second, since making one takes as long as half a tick. A changed one is not given again. */
export class FrameTimes {
  readonly #times: (Date | null)[] = new Array(SLOTS).fill(null);

  /** @internal */
  at(seconds: number): Date | null {
    const slot = seconds % SLOTS;
    const known = this.#times[slot];
    if (known && known.getTime() === seconds * 1000) return known;
    const time = timeOf(seconds);
    this.#times[slot] = time;
    return time;
  }
}
