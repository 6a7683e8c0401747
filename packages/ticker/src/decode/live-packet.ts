import { FrameTimes } from "./frame-times.ts";
import type { Packets } from "./packet-store.ts";
import { plainTick } from "./plain-tick.ts";
import type { Tick } from "./tick.ts";

/** The newest packet of an instrument. All live objects of the instrument read this one, so they always agree. */
export class LivePacket {
  readonly length: number;
  /** Raw price units in a rupee. */
  readonly divisor: number;
  #packets: Packets;
  #slot: number;

  constructor(packets: Packets, slot: number, length: number, divisor: number) {
    this.#packets = packets;
    this.#slot = slot;
    this.length = length;
    this.divisor = divisor;
  }

  price(field: number): number {
    return this.raw(field) / this.divisor;
  }

  raw(field: number): number {
    return this.#packets.view.getInt32(this.#start + field);
  }

  count(field: number): number {
    return this.#packets.view.getUint32(this.#start + field);
  }

  smallCount(field: number): number {
    return this.#packets.view.getUint16(this.#start + field);
  }

  plain(): Tick {
    return plainTick(this.#packets.view, this.#start, this.length, this.divisor, new FrameTimes());
  }

  /** Stays with the packet of this moment, whatever comes. */
  freeze(frozen: Packets): void {
    this.#packets = frozen;
    this.#slot = 0;
  }

  get #start(): number {
    return this.#packets.offsets[this.#slot] as number;
  }
}
