import { grown } from "./grown.ts";
import { asciiText, hashBytes, hashText, spread } from "./hash.ts";

/** ASCII texts, each kept once, end to end in one array of bytes. Ids count from 0 in the order of arrival. */
export class ByteStrings {
  bytes: Uint8Array;
  /** Where each text begins; one more than there are texts, so that the next one's beginning is the end. */
  offsets: Uint32Array;
  length: number;
  #slots: Uint32Array | undefined;
  #shift = 0;
  #last = -1;
  readonly #texts: string[] = [];

  constructor(bytes: Uint8Array = new Uint8Array(4096), offsets: Uint32Array = new Uint32Array(257), length = 0) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.length = length;
  }

  /** Gives the id of bytes, which are kept if they are new. `hash` is theirs. */
  add(source: Uint8Array, start: number, end: number, hash: number): number {
    // Lists are sorted: most rows have the name of the row before.
    if (this.#last >= 0 && this.#equals(this.#last, source, start, end)) return this.#last;
    const slots = this.#slots ?? this.#index(this.length);
    const mask = slots.length - 1;
    let slot = spread(hash) >>> this.#shift;
    for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      if (this.#equals(held - 1, source, start, end)) {
        this.#last = held - 1;
        return held - 1;
      }
      slot = (slot + 1) & mask;
    }
    const id = this.length;
    const offset = this.offsets[id] as number;
    this.bytes = grown(this.bytes, offset + end - start);
    this.offsets = grown(this.offsets, id + 2);
    for (let index = start; index < end; index += 1) this.bytes[offset + index - start] = source[index] as number;
    this.offsets[id + 1] = offset + end - start;
    this.length = id + 1;
    slots[slot] = id + 1;
    if (this.length * 2 > slots.length) this.#index(this.length * 2);
    this.#last = id;
    return id;
  }

  /** Gives the id of a text, -1 when it is not here. */
  idOf(text: string): number {
    const slots = this.#slots ?? this.#index(this.length);
    let slot = spread(hashText(text)) >>> this.#shift;
    for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      if (this.text(held - 1) === text) return held - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  text(id: number): string {
    this.#texts[id] ??= asciiText(this.bytes, this.offsets[id] as number, this.offsets[id + 1] as number);
    return this.#texts[id];
  }

  /** Gives back what was reserved for more. */
  trim(): void {
    this.bytes = this.bytes.slice(0, this.offsets[this.length]);
    this.offsets = this.offsets.slice(0, this.length + 1);
  }

  #equals(id: number, source: Uint8Array, start: number, end: number): boolean {
    const offset = this.offsets[id] as number;
    if ((this.offsets[id + 1] as number) - offset !== end - start) return false;
    const { bytes } = this;
    // From the end: texts of a list differ there.
    for (let index = end - 1; index >= start; index -= 1) {
      if (bytes[offset + index - start] !== source[index]) return false;
    }
    return true;
  }

  #index(least: number): Uint32Array {
    let bits = 8;
    while (2 ** bits < least * 2) bits += 1;
    const slots = new Uint32Array(2 ** bits);
    this.#shift = 32 - bits;
    for (let id = 0; id < this.length; id += 1) {
      let slot =
        spread(hashBytes(this.bytes, this.offsets[id] as number, this.offsets[id + 1] as number)) >>> this.#shift;
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id + 1;
    }
    this.#slots = slots;
    return slots;
  }
}
