import type { DecodeOptions } from "./decode-options.ts";
import { TOKEN } from "./layout.ts";
import { type LiveTick, type WritableTick, writableTick } from "./live-tick.ts";
import { type Divisors, divisorOf } from "./segment.ts";
import { type Frame, type FrameProblem, walkFrame } from "./walk-frame.ts";

/**
 * Keeps the latest tick of each instrument in one object, which every packet overwrites. Takes a third of the time of plain objects;
 * nothing is allocated for a tick, so the garbage collector has nothing to do however long it runs. Whoever wants to keep a tick takes
 * a `copy()`.
 */
export class LiveTicks {
  readonly #ticks = new Map<number, WritableTick>();
  readonly #divisors: Divisors | undefined;

  constructor(options?: DecodeOptions) {
    this.#divisors = options?.divisors;
  }

  /** Takes in a frame, and calls `each` with every tick of it. Throws only what `each` throws. */
  update(frame: Frame, each?: (tick: LiveTick) => void): FrameProblem[] {
    return walkFrame(frame, (view, offset, length) => {
      const token = view.getUint32(offset + TOKEN);
      let tick = this.#ticks.get(token);
      if (tick?.packetLength !== length) {
        tick = writableTick(token, length);
        this.#ticks.set(token, tick);
      }
      tick.overwrite(view, offset, divisorOf(token, this.#divisors));
      each?.(tick);
    });
  }

  /** The latest tick of an instrument. The object stays the same until the mode of the instrument changes. */
  latest(token: number): LiveTick | undefined {
    return this.#ticks.get(token);
  }

  /** Forgets an instrument. */
  delete(token: number): boolean {
    return this.#ticks.delete(token);
  }
}
