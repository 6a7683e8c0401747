import type { Depth, DepthLevel } from "@kite/models";
import * as at from "./layout.ts";
import type { LivePacket } from "./live-packet.ts";
import { OwnFields } from "./own-fields.ts";

/** Makes the book of an instrument, whose rows read the packet when they are asked. */
export const liveDepth = (packet: LivePacket): Depth => ({
  buy: rows(packet, at.BIDS),
  sell: rows(packet, at.OFFERS),
});

const rows = (packet: LivePacket, start: number): DepthLevel[] =>
  Array.from({ length: at.ROWS }, (_, row) => new LiveRow(packet, start + row * at.ROW_LENGTH));

class LiveRow extends OwnFields implements DepthLevel {
  readonly #packet: LivePacket;
  readonly #start: number;

  constructor(packet: LivePacket, start: number) {
    super();
    this.#packet = packet;
    this.#start = start;
  }

  get price(): number {
    return this.#packet.price(this.#start + at.ROW_PRICE);
  }

  get quantity(): number {
    return this.#packet.count(this.#start + at.ROW_QUANTITY);
  }

  get orders(): number {
    return this.#packet.smallCount(this.#start + at.ROW_ORDERS);
  }
}
