import { type Instrument, isIndex } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import { writePacket } from "./packet.ts";
import { LONGEST_PACKET, packetLength, STREAM_MODES, type StreamMode } from "./stream-mode.ts";

/** The newest packet of an instrument, shared by everybody who subscribed to it. */
export class Packet {
  readonly isIndex: boolean;
  /** The packet of the mode `full`; the others are its beginning. */
  readonly bytes: Buffer = Buffer.alloc(LONGEST_PACKET);
  /** How often the packet of each mode has changed, from 1. */
  readonly versions: Record<StreamMode, number> = { ltp: 1, quote: 1, full: 1 };
  /** Look at the board in which it was written. */
  look = 0;

  constructor(instrument: Instrument) {
    this.isIndex = isIndex(instrument);
  }

  /** Takes over what is different in `fresh`. */
  update(fresh: Buffer): void {
    const length = packetLength(this.isIndex, "full");
    const { bytes, versions } = this;
    let first = 0;
    while (first < length && bytes[first] === fresh[first]) first += 1;
    if (first === length) return;
    for (const mode of STREAM_MODES) if (first < packetLength(this.isIndex, mode)) versions[mode] += 1;
    fresh.copy(bytes, first, first, length);
  }
}

/** Newest packets by token. Every instrument is asked for and written once per look, however many clients want it. */
export class PacketBoard {
  readonly #market: Market;
  readonly #packets = new Map<number, Packet>();
  readonly #scratch = Buffer.alloc(LONGEST_PACKET);
  readonly #view = new DataView(this.#scratch.buffer, this.#scratch.byteOffset, LONGEST_PACKET);
  #look = 0;

  constructor(market: Market) {
    this.#market = market;
  }

  /** From here on packets show the present. */
  lookAgain(): void {
    this.#look += 1;
  }

  /** The packet of an instrument at this look; undefined when nothing of that token is listed. */
  packet(token: number): Packet | undefined {
    const instrument = this.#market.byToken(token);
    if (!instrument) return undefined;
    const packet = this.#packets.get(token) ?? this.#open(token, instrument);
    if (packet.look !== this.#look) {
      writePacket(this.#view, this.#market.quote(instrument));
      packet.update(this.#scratch);
      packet.look = this.#look;
    }
    return packet;
  }

  #open(token: number, instrument: Instrument): Packet {
    const packet = new Packet(instrument);
    this.#packets.set(token, packet);
    return packet;
  }
}
