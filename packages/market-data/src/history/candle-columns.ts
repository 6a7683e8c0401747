import type { Candle } from "@kite/models";

/** Candles column by column: number `i` of each array belongs to candle `i`, the oldest first. Prices are rupees. */
export interface CandleColumns {
  readonly length: number;
  /** When each candle begins: milliseconds since 1970, as `Date` has them. */
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** Shares, units of a contract, or lots on MCX and the currency exchanges. */
  readonly volume: Float64Array;
  /** Open contracts; NaN where the server sent none. Null when it sent none at all: they come when `oi` is asked for. */
  readonly oi: Float64Array | null;
}

const names = ["time", "open", "high", "low", "close", "volume"] as const;

/** Sets candles out in columns. */
export function columnsOf(candles: readonly Candle[]): CandleColumns {
  const column = (value: (candle: Candle) => number) => Float64Array.from(candles, value);
  return {
    length: candles.length,
    time: column(({ date }) => date.getTime()),
    open: column(({ open }) => open),
    high: column(({ high }) => high),
    low: column(({ low }) => low),
    close: column(({ close }) => close),
    volume: column(({ volume }) => volume),
    oi: candles.some(({ oi }) => oi !== undefined) ? column(({ oi }) => oi ?? Number.NaN) : null,
  };
}

/** Leaves the candles that begin in a stretch of time, both ends included. */
export function between(columns: CandleColumns, from: number, to: number): CandleColumns {
  const kept: number[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const time = columns.time[index] as number;
    if (time >= from && time <= to) kept.push(index);
  }
  if (kept.length === columns.length) return columns;
  const part = (column: Float64Array) => Float64Array.from(kept, (index) => column[index] as number);
  return build(kept.length, (name) => part(columns[name]), columns.oi && part(columns.oi));
}

/** Joins parts end to end; a single one is given as it is. */
export function joined(parts: readonly CandleColumns[]): CandleColumns {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const join = (columnOf: (part: CandleColumns) => Float64Array) => {
    const whole = new Float64Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(columnOf(part), at);
      at += part.length;
    }
    return whole;
  };
  const unknown = (part: CandleColumns) => new Float64Array(part.length).fill(Number.NaN);
  const oi = parts.some((part) => part.oi) ? join((part) => part.oi ?? unknown(part)) : null;
  return build(length, (name) => join((part) => part[name]), oi);
}

function build(
  length: number,
  columnOf: (name: (typeof names)[number]) => Float64Array,
  oi: Float64Array | null,
): CandleColumns {
  const [time, open, high, low, close, volume] = names.map(columnOf) as [
    ...[Float64Array, Float64Array, Float64Array],
    ...[Float64Array, Float64Array, Float64Array],
  ];
  return { length, time, open, high, low, close, volume, oi };
}
