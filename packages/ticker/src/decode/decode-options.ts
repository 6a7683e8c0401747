import type { FrameTimes } from "./frame-times.ts";
import type { Divisors } from "./segment.ts";

export interface DecodeOptions {
  /**
   * Overrides by segment code, the lowest byte of a token: 3 is NSE currency (10,000,000), 6 is BSE currency (10,000), all others
   * have 100. For 6 the documentation and Kite's own clients disagree, so `{ 6: 10_000_000 }` may turn out to be right.
   */
  readonly divisors?: Divisors | undefined;
}

export interface DecodeFrameOptions extends DecodeOptions {
  /** Default: one for each frame. Give the same to all frames of a stream, and small frames take a third less time. */
  readonly times?: FrameTimes | undefined;
}
