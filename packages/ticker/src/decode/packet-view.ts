import type { Depth, OHLC } from "@kite/models";
import { absoluteChange, percentChange } from "./change.ts";
import { FrameTimes, timeOf } from "./frame-times.ts";
import { plainDepth, plainTick } from "./plain-tick.ts";
import { isTradable } from "./segment.ts";
import type { Tick } from "./tick.ts";
import type { Side } from "./tick-view.ts";

/** Rows of a side. */
const ROWS = 5;

// Offsets and lengths are literals here. An imported constant is read from memory at each use, which makes reading a quarter slower.
// `layout.ts` has their names.

/** One object for all kinds of packets: a field that its packet does not have is undefined. `TickView` tells which those are. */
export class PacketView {
  #view!: DataView;
  #offset = 0;
  #length = 8;
  #divisor = 1;

  /** Shows another packet. */
  move(view: DataView, offset: number, length: number, divisor: number): void {
    this.#view = view;
    this.#offset = offset;
    this.#length = length;
    this.#divisor = divisor;
  }

  get mode(): Tick["mode"] {
    if (this.#length === 8) return "ltp";
    return this.#isFull || this.#isIndexFull ? "full" : "quote";
  }

  get tradable(): boolean {
    return this.#length === 8 ? isTradable(this.instrument_token) : this.#isTrading;
  }

  get instrument_token(): number {
    return this.#count(0);
  }

  get last_price(): number {
    return this.#price(4);
  }

  get last_traded_quantity(): number | undefined {
    return this.#isTrading ? this.#count(8) : undefined;
  }

  get average_traded_price(): number | undefined {
    return this.#isTrading ? this.#price(12) : undefined;
  }

  get volume_traded(): number | undefined {
    return this.#isTrading ? this.#count(16) : undefined;
  }

  get total_buy_quantity(): number | undefined {
    return this.#isTrading ? this.#count(20) : undefined;
  }

  get total_sell_quantity(): number | undefined {
    return this.#isTrading ? this.#count(24) : undefined;
  }

  get open(): number | undefined {
    return this.#session(28, 16);
  }

  get high(): number | undefined {
    return this.#session(32, 8);
  }

  get low(): number | undefined {
    return this.#session(36, 12);
  }

  get close(): number | undefined {
    return this.#session(40, 20);
  }

  get ohlc(): OHLC | undefined {
    const { open, high, low, close } = this;
    if (open === undefined || high === undefined || low === undefined || close === undefined) return undefined;
    return { open, high, low, close };
  }

  get change_absolute(): number | null | undefined {
    return this.#isPriced ? absoluteChange(this.#raw(4), this.#rawClose, this.#divisor) : undefined;
  }

  get change_percent(): number | null | undefined {
    return this.#isPriced ? percentChange(this.#raw(4), this.#rawClose) : undefined;
  }

  get lastTradeSeconds(): number | undefined {
    return this.#isFull ? this.#count(44) : undefined;
  }

  get exchangeSeconds(): number | undefined {
    if (this.#isFull) return this.#count(60);
    return this.#isIndexFull ? this.#count(28) : undefined;
  }

  get last_trade_time(): Date | null | undefined {
    const seconds = this.lastTradeSeconds;
    return seconds === undefined ? undefined : timeOf(seconds);
  }

  get exchange_timestamp(): Date | null | undefined {
    const seconds = this.exchangeSeconds;
    return seconds === undefined ? undefined : timeOf(seconds);
  }

  get oi(): number | undefined {
    return this.#isFull ? this.#count(48) : undefined;
  }

  get oi_day_high(): number | undefined {
    return this.#isFull ? this.#count(52) : undefined;
  }

  get oi_day_low(): number | undefined {
    return this.#isFull ? this.#count(56) : undefined;
  }

  get depth(): Depth | undefined {
    return this.#isFull ? plainDepth(this.#view, this.#offset, this.#divisor) : undefined;
  }

  price(side: Side, row: number): number | undefined {
    const start = this.#row(side, row);
    return start === undefined ? undefined : this.#price(start + 4);
  }

  quantity(side: Side, row: number): number | undefined {
    const start = this.#row(side, row);
    return start === undefined ? undefined : this.#count(start);
  }

  orders(side: Side, row: number): number | undefined {
    const start = this.#row(side, row);
    return start === undefined ? undefined : this.#view.getUint16(this.#offset + start + 8);
  }

  toJSON(): Tick {
    return this.copy();
  }

  copy(): Tick {
    return plainTick(this.#view, this.#offset, this.#length, this.#divisor, new FrameTimes());
  }

  get #isTrading(): boolean {
    return this.#length >= 44;
  }

  get #isFull(): boolean {
    return this.#length === 184;
  }

  get #isIndexFull(): boolean {
    return this.#length === 32;
  }

  get #isPriced(): boolean {
    return this.#length !== 8;
  }

  get #rawClose(): number {
    return this.#raw(this.#isTrading ? 40 : 20);
  }

  #count(field: number): number {
    return this.#view.getUint32(this.#offset + field);
  }

  #price(field: number): number {
    return this.#raw(field) / this.#divisor;
  }

  #raw(field: number): number {
    return this.#view.getInt32(this.#offset + field);
  }

  #row(side: Side, row: number): number | undefined {
    if (!this.#isFull || !Number.isInteger(row) || row < 0 || row >= ROWS) return undefined;
    return (side === "buy" ? 64 : 124) + row * 12;
  }

  #session(field: number, indexField: number): number | undefined {
    return this.#isPriced ? this.#price(this.#isTrading ? field : indexField) : undefined;
  }
}
