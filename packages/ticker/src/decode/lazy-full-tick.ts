import type { Depth, DepthLevel, OHLC } from "@kite/models";
import { absoluteChange, percentChange } from "./change.ts";
import { Copyable } from "./copyable.ts";
import { timeOf } from "./frame-times.ts";
import { type PackedPacket, packPacket, unpackPacket } from "./packed-packet.ts";
import { plainDepth } from "./plain-tick.ts";
import type { FullTick } from "./tick.ts";

// Offsets are literals here for the reason given in `packet-view.ts`. `layout.ts` has their names.

/** A full tick that makes the objects in it when they are read. */
export class LazyFullTick extends Copyable<FullTick> implements FullTick {
  readonly mode = "full";
  readonly tradable = true;
  readonly instrument_token: number;
  readonly last_price: number;
  readonly last_traded_quantity: number;
  readonly average_traded_price: number;
  readonly volume_traded: number;
  readonly total_buy_quantity: number;
  readonly total_sell_quantity: number;
  readonly oi: number;
  readonly oi_day_high: number;
  readonly oi_day_low: number;
  readonly #divisor: number;
  /** Where the packet begins in its source. */
  readonly #offset: number;
  readonly #source: DataView | PackedPacket;
  #ohlc: OHLC | undefined;
  #depth: Depth | undefined;

  constructor(view: DataView, offset: number, divisor: number, keepsFrame: boolean) {
    super();
    this.instrument_token = view.getUint32(offset);
    this.last_price = view.getInt32(offset + 4) / divisor;
    this.last_traded_quantity = view.getUint32(offset + 8);
    this.average_traded_price = view.getInt32(offset + 12) / divisor;
    this.volume_traded = view.getUint32(offset + 16);
    this.total_buy_quantity = view.getUint32(offset + 20);
    this.total_sell_quantity = view.getUint32(offset + 24);
    this.oi = view.getUint32(offset + 48);
    this.oi_day_high = view.getUint32(offset + 52);
    this.oi_day_low = view.getUint32(offset + 56);
    this.#divisor = divisor;
    this.#offset = keepsFrame ? offset : 0;
    this.#source = keepsFrame ? view : (packPacket(view, offset) ?? copyOf(view, offset));
  }

  get ohlc(): OHLC {
    this.#ohlc ??= { open: this.#price(28), high: this.#price(32), low: this.#price(36), close: this.#price(40) };
    return this.#ohlc;
  }

  get change_absolute(): number | null {
    return absoluteChange(this.#raw(4), this.#raw(40), this.#divisor);
  }

  get change_percent(): number | null {
    return percentChange(this.#raw(4), this.#raw(40));
  }

  get last_trade_time(): Date | null {
    return timeOf(this.#raw(44) >>> 0);
  }

  get exchange_timestamp(): Date | null {
    return timeOf(this.#raw(60) >>> 0);
  }

  get depth(): Depth {
    this.#depth ??= plainDepth(this.#packet(), this.#offset, this.#divisor);
    return this.#depth;
  }

  copy(): FullTick {
    const { change_absolute, change_percent, last_trade_time, exchange_timestamp, depth } = this;
    return {
      ...this,
      ohlc: { ...this.ohlc },
      ...{ change_absolute, change_percent, last_trade_time, exchange_timestamp },
      depth: { buy: copyRows(depth.buy), sell: copyRows(depth.sell) },
    };
  }

  #price(field: number): number {
    return this.#raw(field) / this.#divisor;
  }

  #raw(field: number): number {
    return this.#packet().getInt32(this.#offset + field);
  }

  #packet(): DataView {
    return this.#source instanceof DataView ? this.#source : unpackPacket(this.#source);
  }
}

const copyOf = (view: DataView, offset: number): DataView => {
  const start = view.byteOffset + offset;
  return new DataView(view.buffer.slice(start, start + 184));
};

const copyRows = (rows: readonly DepthLevel[]): DepthLevel[] => rows.map((row) => ({ ...row }));
