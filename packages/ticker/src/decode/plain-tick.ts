import type { Depth, DepthLevel, OHLC } from "@kite/models";
import { absoluteChange, percentChange } from "./change.ts";
import type { FrameTimes } from "./frame-times.ts";
import * as at from "./layout.ts";
import { isTradable } from "./segment.ts";
import type { FullTick, IndexFullTick, IndexQuoteTick, LTPTick, QuoteTick, Tick } from "./tick.ts";

/** Makes a plain object of the packet at `offset`. */
export function plainTick(view: DataView, offset: number, length: number, divisor: number, times: FrameTimes): Tick {
  if (length === at.FULL_LENGTH) return fullTick(view, offset, divisor, times);
  if (length === at.QUOTE_LENGTH) return quoteTick(view, offset, divisor);
  if (length === at.LTP_LENGTH) return ltpTick(view, offset, divisor);
  if (length === at.INDEX_FULL_LENGTH) return indexFullTick(view, offset, divisor, times);
  return indexQuoteTick(view, offset, divisor);
}

function ltpTick(view: DataView, offset: number, divisor: number): LTPTick {
  const instrument_token = view.getUint32(offset + at.TOKEN);
  return {
    mode: "ltp",
    tradable: isTradable(instrument_token),
    instrument_token,
    last_price: view.getInt32(offset + at.LAST_PRICE) / divisor,
  };
}

function indexQuoteTick(view: DataView, offset: number, divisor: number): IndexQuoteTick {
  const last = view.getInt32(offset + at.LAST_PRICE);
  const close = view.getInt32(offset + at.INDEX_CLOSE);
  return {
    mode: "quote",
    tradable: false,
    instrument_token: view.getUint32(offset + at.TOKEN),
    last_price: last / divisor,
    ohlc: indexOhlc(view, offset, divisor),
    change_absolute: absoluteChange(last, close, divisor),
    change_percent: percentChange(last, close),
  };
}

function indexFullTick(view: DataView, offset: number, divisor: number, times: FrameTimes): IndexFullTick {
  const last = view.getInt32(offset + at.LAST_PRICE);
  const close = view.getInt32(offset + at.INDEX_CLOSE);
  return {
    mode: "full",
    tradable: false,
    instrument_token: view.getUint32(offset + at.TOKEN),
    last_price: last / divisor,
    ohlc: indexOhlc(view, offset, divisor),
    change_absolute: absoluteChange(last, close, divisor),
    change_percent: percentChange(last, close),
    exchange_timestamp: times.at(view.getUint32(offset + at.INDEX_TIMESTAMP)),
  };
}

const indexOhlc = (view: DataView, offset: number, divisor: number): OHLC => ({
  open: view.getInt32(offset + at.INDEX_OPEN) / divisor,
  high: view.getInt32(offset + at.INDEX_HIGH) / divisor,
  low: view.getInt32(offset + at.INDEX_LOW) / divisor,
  close: view.getInt32(offset + at.INDEX_CLOSE) / divisor,
});

function quoteTick(view: DataView, offset: number, divisor: number): QuoteTick {
  const last = view.getInt32(offset + at.LAST_PRICE);
  const close = view.getInt32(offset + at.CLOSE);
  return {
    mode: "quote",
    tradable: true,
    instrument_token: view.getUint32(offset + at.TOKEN),
    last_price: last / divisor,
    last_traded_quantity: view.getUint32(offset + at.LAST_QUANTITY),
    average_traded_price: view.getInt32(offset + at.AVERAGE_PRICE) / divisor,
    volume_traded: view.getUint32(offset + at.VOLUME),
    total_buy_quantity: view.getUint32(offset + at.BUY_QUANTITY),
    total_sell_quantity: view.getUint32(offset + at.SELL_QUANTITY),
    ohlc: ohlc(view, offset, divisor),
    change_absolute: absoluteChange(last, close, divisor),
    change_percent: percentChange(last, close),
  };
}

function fullTick(view: DataView, offset: number, divisor: number, times: FrameTimes): FullTick {
  const last = view.getInt32(offset + at.LAST_PRICE);
  const close = view.getInt32(offset + at.CLOSE);
  return {
    mode: "full",
    tradable: true,
    instrument_token: view.getUint32(offset + at.TOKEN),
    last_price: last / divisor,
    last_traded_quantity: view.getUint32(offset + at.LAST_QUANTITY),
    average_traded_price: view.getInt32(offset + at.AVERAGE_PRICE) / divisor,
    volume_traded: view.getUint32(offset + at.VOLUME),
    total_buy_quantity: view.getUint32(offset + at.BUY_QUANTITY),
    total_sell_quantity: view.getUint32(offset + at.SELL_QUANTITY),
    ohlc: ohlc(view, offset, divisor),
    change_absolute: absoluteChange(last, close, divisor),
    change_percent: percentChange(last, close),
    last_trade_time: times.at(view.getUint32(offset + at.TRADE_TIME)),
    exchange_timestamp: times.at(view.getUint32(offset + at.TIMESTAMP)),
    oi: view.getUint32(offset + at.OI),
    oi_day_high: view.getUint32(offset + at.OI_HIGH),
    oi_day_low: view.getUint32(offset + at.OI_LOW),
    depth: plainDepth(view, offset, divisor),
  };
}

const ohlc = (view: DataView, offset: number, divisor: number): OHLC => ({
  open: view.getInt32(offset + at.OPEN) / divisor,
  high: view.getInt32(offset + at.HIGH) / divisor,
  low: view.getInt32(offset + at.LOW) / divisor,
  close: view.getInt32(offset + at.CLOSE) / divisor,
});

/** Makes the book of a full packet. */
export const plainDepth = (view: DataView, offset: number, divisor: number): Depth => ({
  buy: rows(view, offset + at.BIDS, divisor),
  sell: rows(view, offset + at.OFFERS, divisor),
});

const rows = (view: DataView, offset: number, divisor: number): DepthLevel[] => [
  row(view, offset, divisor),
  row(view, offset + at.ROW_LENGTH, divisor),
  row(view, offset + 2 * at.ROW_LENGTH, divisor),
  row(view, offset + 3 * at.ROW_LENGTH, divisor),
  row(view, offset + 4 * at.ROW_LENGTH, divisor),
];

const row = (view: DataView, offset: number, divisor: number): DepthLevel => ({
  price: view.getInt32(offset + at.ROW_PRICE) / divisor,
  quantity: view.getUint32(offset + at.ROW_QUANTITY),
  orders: view.getUint16(offset + at.ROW_ORDERS),
});
