/** Lengths of the packets of the mode `full`, of an index and of everything else; a recording asks for no other mode. */
const INDEX = 32;
const TRADABLE = 184;

/** Every packet of an instrument, in the order in which they came. */
export class TickIndex {
  readonly #bytes: Buffer;
  readonly #length: number;
  readonly #times: number[] = [];
  readonly #places: number[] = [];

  /** @param packetLength - Of each, in bytes. */
  constructor(bytes: Buffer, packetLength: number) {
    this.#bytes = bytes;
    this.#length = packetLength;
  }

  get length(): number {
    return this.#times.length;
  }

  add(at: number, place: number): void {
    this.#times.push(at);
    this.#places.push(place);
  }

  /** When a packet came, epoch ms. */
  timeOf(index: number): number {
    return this.#times[index] ?? Number.NaN;
  }

  packet(index: number): Buffer {
    const place = this.#places[index] ?? 0;
    return this.#bytes.subarray(place, place + this.#length);
  }

  /** The latest packet up to an instant (epoch ms); -1 for none. */
  upTo(at: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.timeOf(middle) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Where the packets of a recording are. */
export class TickIndexes {
  readonly #bytes: Buffer;
  readonly byToken: Map<number, TickIndex> = new Map();
  #latest = Number.NEGATIVE_INFINITY;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Takes in a frame from one place to another. What is cut off or of another length is left out. */
  add(at: number, from: number, to: number): void {
    if (to - from < 4) return;
    // a clock that was put back while recording must not put the packets out of order
    this.#latest = Math.max(this.#latest, at);
    let place = from + 2;
    for (let count = this.#bytes.readUInt16BE(from); count > 0 && place + 2 <= to; count -= 1) {
      const length = this.#bytes.readUInt16BE(place);
      place += 2;
      if (place + length > to) return;
      // the lowest byte of a token says whether it is an index
      if (length === (this.#bytes[place + 3] === 9 ? INDEX : TRADABLE))
        this.#index(place, length).add(this.#latest, place);
      place += length;
    }
  }

  #index(place: number, length: number): TickIndex {
    const token = this.#bytes.readUInt32BE(place);
    const known = this.byToken.get(token);
    if (known) return known;
    const index = new TickIndex(this.#bytes, length);
    this.byToken.set(token, index);
    return index;
  }
}
