import type { Depth, DepthLevel, OHLC } from "@kite/models";
import { absoluteChange, percentChange } from "./change.ts";
import { Copyable } from "./copyable.ts";
import { timeOf } from "./frame-times.ts";
import * as at from "./layout.ts";
import type { FullTick } from "./tick.ts";

/** Ten rows of three. */
const NUMBERS = 30;

/** A full tick that keeps the numbers of its book, its changes and its times as they came, until they are read. */
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
  readonly ohlc: OHLC;
  readonly oi: number;
  readonly oi_day_high: number;
  readonly oi_day_low: number;
  readonly #last: number;
  readonly #close: number;
  readonly #divisor: number;
  readonly #tradeTime: number;
  readonly #timestamp: number;
  readonly #book: readonly number[];
  #depth: Depth | undefined;

  constructor(view: DataView, offset: number, divisor: number) {
    super();
    const last = view.getInt32(offset + at.LAST_PRICE);
    const close = view.getInt32(offset + at.CLOSE);
    this.instrument_token = view.getUint32(offset + at.TOKEN);
    this.last_price = last / divisor;
    this.last_traded_quantity = view.getUint32(offset + at.LAST_QUANTITY);
    this.average_traded_price = view.getInt32(offset + at.AVERAGE_PRICE) / divisor;
    this.volume_traded = view.getUint32(offset + at.VOLUME);
    this.total_buy_quantity = view.getUint32(offset + at.BUY_QUANTITY);
    this.total_sell_quantity = view.getUint32(offset + at.SELL_QUANTITY);
    this.ohlc = {
      open: view.getInt32(offset + at.OPEN) / divisor,
      high: view.getInt32(offset + at.HIGH) / divisor,
      low: view.getInt32(offset + at.LOW) / divisor,
      close: close / divisor,
    };
    this.oi = view.getUint32(offset + at.OI);
    this.oi_day_high = view.getUint32(offset + at.OI_HIGH);
    this.oi_day_low = view.getUint32(offset + at.OI_LOW);
    this.#last = last;
    this.#close = close;
    this.#divisor = divisor;
    this.#tradeTime = view.getUint32(offset + at.TRADE_TIME);
    this.#timestamp = view.getUint32(offset + at.TIMESTAMP);
    this.#book = rawBook(view, offset);
  }

  get change_absolute(): number | null {
    return absoluteChange(this.#last, this.#close, this.#divisor);
  }

  get change_percent(): number | null {
    return percentChange(this.#last, this.#close);
  }

  get last_trade_time(): Date | null {
    return timeOf(this.#tradeTime);
  }

  get exchange_timestamp(): Date | null {
    return timeOf(this.#timestamp);
  }

  get depth(): Depth {
    this.#depth ??= { buy: this.#rows(0), sell: this.#rows(NUMBERS / 2) };
    return this.#depth;
  }

  copy(): FullTick {
    const { change_absolute, change_percent, last_trade_time, exchange_timestamp } = this;
    const depth = { buy: this.#rows(0), sell: this.#rows(NUMBERS / 2) };
    const ohlc = { ...this.ohlc };
    return { ...this, ohlc, change_absolute, change_percent, last_trade_time, exchange_timestamp, depth };
  }

  #rows(from: number): DepthLevel[] {
    return [this.#row(from), this.#row(from + 3), this.#row(from + 6), this.#row(from + 9), this.#row(from + 12)];
  }

  #row(from: number): DepthLevel {
    const book = this.#book;
    return {
      price: (book[from] as number) / this.#divisor,
      quantity: book[from + 1] as number,
      orders: book[from + 2] as number,
    };
  }
}

/** The price, quantity and orders of each row, bids first. */
function rawBook(view: DataView, offset: number): readonly number[] {
  const book = new Array<number>(NUMBERS);
  let row = offset + at.BIDS;
  for (let index = 0; index < NUMBERS; index += 3) {
    book[index] = view.getInt32(row + at.ROW_PRICE);
    book[index + 1] = view.getUint32(row + at.ROW_QUANTITY);
    book[index + 2] = view.getUint16(row + at.ROW_ORDERS);
    row += at.ROW_LENGTH;
  }
  return book;
}
