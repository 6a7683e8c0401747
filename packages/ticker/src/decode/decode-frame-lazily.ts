import type { Copyable } from "./copyable.ts";
import type { DecodedFrame } from "./decode-frame.ts";
import type { DecodeFrameOptions } from "./decode-options.ts";
import { FrameTimes } from "./frame-times.ts";
import { FULL_LENGTH, TOKEN } from "./layout.ts";
import { LazyFullTick } from "./lazy-full-tick.ts";
import { plainTick } from "./plain-tick.ts";
import { divisorOf } from "./segment.ts";
import type { FullTick, Tick } from "./tick.ts";
import { type Frame, walkFrame } from "./walk-frame.ts";

type Light = Exclude<Tick, FullTick>;

/** A tick of which the full ones make things when they are read. */
export type LazyTick = Light | (FullTick & Copyable<FullTick>);

/**
 * Gives what `decodeFrame` gives, but a full tick makes its `depth` when that is first read, and its changes and times each time they
 * are read. Takes two thirds of the time and half the memory as long as few of them are, and more of both when all are.
 *
 * Such a tick can be kept: it holds the numbers of its book, and not the frame. It is an object of a class, so a spread and
 * `structuredClone` lack what is not made yet: they want its `copy()`.
 */
export function decodeFrameLazily(frame: Frame, options?: DecodeFrameOptions): DecodedFrame<LazyTick> {
  const ticks: LazyTick[] = [];
  const times = options?.times ?? new FrameTimes();
  const problems = walkFrame(frame, (view, offset, length) => {
    const divisor = divisorOf(view.getUint32(offset + TOKEN), options?.divisors);
    if (length === FULL_LENGTH) ticks.push(new LazyFullTick(view, offset, divisor));
    else ticks.push(plainTick(view, offset, length, divisor, times) as Light);
  });
  return { ticks, problems };
}
