import type { Copyable } from "./copyable.ts";
import type { DecodedFrame } from "./decode-frame.ts";
import type { DecodeFrameOptions } from "./decode-options.ts";
import { FrameTimes } from "./frame-times.ts";
import { FULL_LENGTH, TOKEN } from "./layout.ts";
import { LazyFullTick } from "./lazy-full-tick.ts";
import { plainTick } from "./plain-tick.ts";
import { checkedDivisors, divisorOf } from "./segment.ts";
import type { FullTick, Tick } from "./tick.ts";
import { type Frame, walkFrame } from "./walk-frame.ts";

type Light = Exclude<Tick, FullTick>;

/** A tick of which the full ones make things when they are read. */
export type LazyTick = Light | (FullTick & Copyable<FullTick>);

export interface DecodeLazilyOptions extends DecodeFrameOptions {
  /**
   * Leaves the books in the frame: half the time. Then each tick holds its whole frame in memory until its `depth` is read, up to
   * 558 kB, and nobody may write into the frame before that. For ticks that are read and let go. Default false.
   */
  readonly keepFrame?: boolean | undefined;
}

/**
 * Gives what `decodeFrame` gives, but a full tick makes its `depth` and `ohlc` when they are first read, and its changes and times each
 * time they are read. Takes a third of the time and memory as long as few of them are, and more of both when all are.
 *
 * Such a tick can be kept: it holds the bytes of its book, and not the frame. It is an object of a class, so a spread and
 * `structuredClone` lack what is made when it is read: they want its `copy()`.
 */
export function decodeFrameLazily(frame: Frame, options?: DecodeLazilyOptions): DecodedFrame<LazyTick> {
  if (options) checkedDivisors(options.divisors);
  const ticks: LazyTick[] = [];
  let times = options?.times;
  const keepsFrame = options?.keepFrame ?? false;
  const problems = walkFrame(frame, (view, offset, length) => {
    const divisor = divisorOf(view.getUint32(offset + TOKEN), options?.divisors);
    if (length === FULL_LENGTH) ticks.push(new LazyFullTick(view, offset, divisor, keepsFrame));
    else {
      times ??= new FrameTimes();
      ticks.push(plainTick(view, offset, length, divisor, times) as Light);
    }
  });
  return { ticks, problems };
}
