import { Arrivals } from "./arrivals.ts";
import type { DecodeOptions } from "./decode-options.ts";
import { TOKEN } from "./layout.ts";
import { LivePacket } from "./live-packet.ts";
import { type LiveTick, liveTick } from "./live-tick.ts";
import { PacketStore } from "./packet-store.ts";
import { checkedDivisors, type Divisors, divisorOf } from "./segment.ts";
import { type Frame, type FrameProblem, walkFrame } from "./walk-frame.ts";

/** A tick that somebody has asked for, and what it reads. */
interface Told {
  readonly tick: LiveTick;
  readonly packet: LivePacket;
}

/**
 * Keeps the latest packet of each instrument, and one object for each that reads it field by field when it is asked. Taking in a packet
 * costs a fifth of a plain object, and nothing is allocated for it, so the garbage collector has nothing to do however long it runs.
 * Whoever wants to keep a tick takes a `copy()`.
 */
export class LiveTicks {
  readonly #arrivals = new Arrivals();
  readonly #packets = new PacketStore();
  readonly #divisors: Divisors | undefined;
  /** Length of the latest packet of each instrument, by slot; 0 for none. */
  #lengths: Uint8Array = new Uint8Array(0);
  /** By slot. */
  readonly #told: (Told | undefined)[] = [];

  /** Throws a `TypeError` for a divisor that is not a number above 0. */
  constructor(options?: DecodeOptions) {
    this.#divisors = checkedDivisors(options?.divisors);
  }

  /**
   * Takes in a frame, of which it keeps a copy, and calls `each` with every tick of it. `arrival` is what `heardAt` gives for its
   * instruments from then on. Throws only what `each` throws.
   */
  update(frame: Frame, each?: (tick: LiveTick) => void, arrival = 0): FrameProblem[] {
    // A heartbeat, or a buffer that was transferred away: there is nothing to keep.
    if (frame.byteLength < 2) return [];
    const bytes = ArrayBuffer.isView(frame) ? frame : new Uint8Array(frame);
    const packets = this.#packets;
    let start = packets.append(bytes);
    let turn = packets.appended;
    return walkFrame(frame, (view, offset, length) => {
      const token = view.getUint32(offset + TOKEN);
      const slot = this.#arrivals.note(token, arrival);
      if (this.#lengths[slot] !== length) this.#change(slot, length);
      if (packets.appended !== turn) {
        // `each` has taken in other frames, which may have taken the place of this one.
        start = packets.append(bytes);
        turn = packets.appended;
      }
      packets.offsets[slot] = start + offset;
      each?.(this.#tickOf(slot, token));
    });
  }

  /** The latest tick of an instrument. The object stays the same until the mode of the instrument changes. */
  latest(token: number): LiveTick | undefined {
    const slot = this.#arrivals.slotOf(token);
    return slot === undefined ? undefined : this.#tickOf(slot, token);
  }

  /** The `arrival` of the last frame with the instrument. */
  heardAt(token: number): number | undefined {
    return this.#arrivals.heardAt(token);
  }

  /** Forgets an instrument. A tick of it that somebody holds stays as it is. */
  delete(token: number): boolean {
    const slot = this.#arrivals.delete(token);
    if (slot !== undefined) this.#change(slot, 0);
    return slot !== undefined;
  }

  #tickOf(slot: number, token: number): LiveTick {
    let told = this.#told[slot];
    if (!told) {
      const length = this.#lengths[slot] as number;
      const packet = new LivePacket(this.#packets, slot, length, divisorOf(token, this.#divisors));
      told = { tick: liveTick(token, packet), packet };
      this.#told[slot] = told;
    }
    return told.tick;
  }

  /** Begins with packets of another length. The tick of the old ones stays with the last of them. */
  #change(slot: number, length: number): void {
    this.#told[slot]?.packet.freeze(this.#packets.copyOf(slot));
    this.#told[slot] = undefined;
    this.#packets.reserve(slot);
    if (slot >= this.#lengths.length) {
      const lengths = new Uint8Array(this.#packets.offsets.length);
      lengths.set(this.#lengths);
      this.#lengths = lengths;
    }
    this.#lengths[slot] = length;
  }
}
