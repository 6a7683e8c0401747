import type { DecodeOptions } from "./decode-options.ts";
import { TOKEN } from "./layout.ts";
import { type LiveTick, type WritableTick, writableTick } from "./live-tick.ts";
import { checkedDivisors, type Divisors, divisorOf } from "./segment.ts";
import { type Frame, type FrameProblem, walkFrame } from "./walk-frame.ts";

interface Slot {
  tick: WritableTick;
  /** Of the packets that the tick is for. */
  length: number;
  heard: number;
}

/**
 * Keeps the latest tick of each instrument in one object, which every packet overwrites. Takes a third of the time of plain objects;
 * nothing is allocated for a tick, so the garbage collector has nothing to do however long it runs. Whoever wants to keep a tick takes
 * a `copy()`.
 */
export class LiveTicks {
  readonly #slots = new Map<number, Slot>();
  readonly #divisors: Divisors | undefined;

  /** Throws a `TypeError` for a divisor that is not a number above 0. */
  constructor(options?: DecodeOptions) {
    this.#divisors = checkedDivisors(options?.divisors);
  }

  /**
   * Takes in a frame, and calls `each` with every tick of it. `arrival` is what `heardAt` gives for its instruments from then on. Throws
   * only what `each` throws.
   */
  update(frame: Frame, each?: (tick: LiveTick) => void, arrival = 0): FrameProblem[] {
    return walkFrame(frame, (view, offset, length) => {
      const token = view.getUint32(offset + TOKEN);
      let slot = this.#slots.get(token);
      if (!slot) {
        slot = { tick: writableTick(token, length), length, heard: arrival };
        this.#slots.set(token, slot);
      } else if (slot.length !== length) {
        slot.tick = writableTick(token, length);
        slot.length = length;
      }
      slot.heard = arrival;
      slot.tick.overwrite(view, offset, divisorOf(token, this.#divisors));
      each?.(slot.tick);
    });
  }

  /** The latest tick of an instrument. The object stays the same until the mode of the instrument changes. */
  latest(token: number): LiveTick | undefined {
    return this.#slots.get(token)?.tick;
  }

  /** The `arrival` of the last frame with the instrument. */
  heardAt(token: number): number | undefined {
    return this.#slots.get(token)?.heard;
  }

  /** Forgets an instrument. */
  delete(token: number): boolean {
    return this.#slots.delete(token);
  }
}
