import { decodeFrame } from "../decode/decode-frame.ts";
import { decodeFrameLazily } from "../decode/decode-frame-lazily.ts";
import type { DecodeOptions } from "../decode/decode-options.ts";
import { LiveTicks } from "../decode/live-ticks.ts";
import { readFrame } from "../decode/read-frame.ts";
import type { Tick } from "../decode/tick.ts";
import type { Frame, FrameProblem } from "../decode/walk-frame.ts";

export interface Reading {
  readonly way: string;
  /** Plain, with everything in them that this way of reading has to give. */
  readonly ticks: readonly Tick[];
  readonly problems: readonly FrameProblem[];
}

/** Every field that some tick has. */
export const fields: readonly string[] = [
  ...["mode", "tradable", "instrument_token", "last_price", "last_traded_quantity", "average_traded_price"],
  ...["volume_traded", "total_buy_quantity", "total_sell_quantity", "ohlc", "change_absolute", "change_percent"],
  ...["last_trade_time", "exchange_timestamp", "oi", "oi_day_high", "oi_day_low", "depth"],
];

/** Asks an object for every field there is, and keeps what it knows. */
const ask = (tick: object): Tick =>
  Object.fromEntries(
    fields
      .map((field) => [field, (tick as Record<string, unknown>)[field]] as const)
      .filter(([, value]) => value !== undefined),
  ) as unknown as Tick;

/** Reads a frame in all ways there are: field by field, and by `copy()`. */
export function readEveryWay(frame: Frame, options?: DecodeOptions): readonly Reading[] {
  const plain = decodeFrame(frame, options);
  const lazy = decodeFrameLazily(frame, options);
  const lazyCopies = decodeFrameLazily(frame, options).ticks.map(
    (tick) => ("copy" in tick ? tick.copy() : tick) as Tick,
  );

  const kept = decodeFrameLazily(frame, { ...options, keepFrame: true });

  const live = new LiveTicks(options);
  const liveTicks: Tick[] = [];
  const liveCopies: Tick[] = [];
  const liveProblems = live.update(frame, (tick) => {
    liveTicks.push(structuredClone(ask(tick)));
    liveCopies.push(tick.copy());
  });

  const viewed: Tick[] = [];
  const viewCopies: Tick[] = [];
  const viewProblems = readFrame(
    frame,
    (tick) => {
      viewed.push(ask(tick));
      viewCopies.push(tick.copy());
    },
    options,
  );

  return [
    { way: "plain", ...plain },
    { way: "lazy", ticks: lazy.ticks.map(ask), problems: lazy.problems },
    { way: "copies of lazy", ticks: lazyCopies, problems: lazy.problems },
    { way: "lazy in their frame", ticks: kept.ticks.map(ask), problems: kept.problems },
    { way: "live", ticks: liveTicks, problems: liveProblems },
    { way: "copies of live", ticks: liveCopies, problems: liveProblems },
    { way: "view", ticks: viewed, problems: viewProblems },
    { way: "copies of views", ticks: viewCopies, problems: viewProblems },
  ];
}
