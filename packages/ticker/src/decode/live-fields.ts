import type { OHLC } from "@kite/models";
import { absoluteChange, percentChange } from "./change.ts";
import * as at from "./layout.ts";
import type { LivePacket } from "./live-packet.ts";
import { OwnFields } from "./own-fields.ts";
import type { LTPTick, Tick } from "./tick.ts";

/** What live ticks of all kinds have in common. */
export abstract class LiveFields<Kind extends Tick> extends OwnFields {
  readonly instrument_token: number;
  readonly #packet: LivePacket;

  constructor(token: number, packet: LivePacket) {
    super();
    this.instrument_token = token;
    this.#packet = packet;
  }

  get last_price(): number {
    return this.#packet.price(at.LAST_PRICE);
  }

  copy(): Kind {
    return this.#packet.plain() as Kind;
  }

  toJSON(): Kind {
    return this.copy();
  }

  /** A method, since a getter would be a field of the tick. */
  protected packet(): LivePacket {
    return this.#packet;
  }
}

/** What they have in common from mode `quote` up. */
export abstract class LivePrices<Kind extends Exclude<Tick, LTPTick>> extends LiveFields<Kind> {
  readonly #close: number;
  readonly #ohlc: LiveOhlc;

  /** Takes where the prices of the day are. */
  constructor(token: number, packet: LivePacket, open: number, high: number, low: number, close: number) {
    super(token, packet);
    this.#close = close;
    this.#ohlc = new LiveOhlc(packet, open, high, low, close);
  }

  get ohlc(): OHLC {
    return this.#ohlc;
  }

  get change_absolute(): number | null {
    const packet = this.packet();
    return absoluteChange(packet.raw(at.LAST_PRICE), packet.raw(this.#close), packet.divisor);
  }

  get change_percent(): number | null {
    const packet = this.packet();
    return percentChange(packet.raw(at.LAST_PRICE), packet.raw(this.#close));
  }
}

class LiveOhlc extends OwnFields implements OHLC {
  readonly #packet: LivePacket;
  readonly #fields: readonly [number, number, number, number];

  constructor(packet: LivePacket, ...fields: [open: number, high: number, low: number, close: number]) {
    super();
    this.#packet = packet;
    this.#fields = fields;
  }

  get open(): number {
    return this.#packet.price(this.#fields[0]);
  }

  get high(): number {
    return this.#packet.price(this.#fields[1]);
  }

  get low(): number {
    return this.#packet.price(this.#fields[2]);
  }

  get close(): number {
    return this.#packet.price(this.#fields[3]);
  }
}
