import type { DecodeFrameOptions } from "./decode-options.ts";
import { FrameTimes } from "./frame-times.ts";
import { TOKEN } from "./layout.ts";
import { plainTick } from "./plain-tick.ts";
import { checkedDivisors, divisorOf } from "./segment.ts";
import type { Tick } from "./tick.ts";
import { type Frame, type FrameProblem, walkFrame } from "./walk-frame.ts";

export interface DecodedFrame<Kind extends Tick = Tick> {
  readonly ticks: Kind[];
  readonly problems: FrameProblem[];
}

/**
 * Gives the ticks of a frame as plain objects, which nothing changes later: keep them, copy them, send them to a worker. Ticks share a
 * `Date` for the same second, so do not change those.
 *
 * A full tick takes 1.3 kB and most of the time here is spent on making objects; `decodeFrameLazily`, `LiveTicks` and `readFrame`
 * make fewer.
 *
 * Throws for no frame, only a `TypeError` for a divisor that is not a number above 0. What cannot be read is in `problems`, next to all
 * ticks that can; a heartbeat is a frame without either.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/#binary-market-data
 */
export function decodeFrame(frame: Frame, options?: DecodeFrameOptions): DecodedFrame {
  if (options) checkedDivisors(options.divisors);
  const ticks: Tick[] = [];
  const times = options?.times ?? new FrameTimes();
  const problems = walkFrame(frame, (view, offset, length) => {
    const divisor = divisorOf(view.getUint32(offset + TOKEN), options?.divisors);
    ticks.push(plainTick(view, offset, length, divisor, times));
  });
  return { ticks, problems };
}
