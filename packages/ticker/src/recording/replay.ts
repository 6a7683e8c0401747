import { invalidInput } from "@kite/core";
import type { RecordedFrame } from "./format.ts";

export interface ReplayOptions {
  /** How many times faster than it was recorded: 1 by default, `Infinity` for at once. */
  readonly speed?: number | undefined;
  /** Ends it, without an error. */
  readonly signal?: AbortSignal | undefined;
}

/** Timers take no longer wait. */
const longestWait = 2 ** 31 - 1;

/**
 * Gives the frames of a recording at the pace at which they came. The pace is kept over the whole: what a slow loop is late for comes at
 * once, and small delays do not add up.
 *
 * Throws `InvalidInput` for a speed that is not above 0.
 *
 * @example
 * for await (const { at, bytes } of replay(readRecording("monday.kite"), { speed: Infinity })) {
 *   for (const tick of decodeFrame(bytes).ticks) bars.add(tick, at);
 *   bars.advance(at);
 * }
 */
export async function* replay(
  recording: AsyncIterable<RecordedFrame> | Iterable<RecordedFrame>,
  { speed = 1, signal }: ReplayOptions = {},
): AsyncGenerator<RecordedFrame, void, undefined> {
  if (!(speed > 0)) throw invalidInput("speed", `must be above 0, got ${speed}`);
  let begin: { readonly recorded: number; readonly now: number } | undefined;
  for await (const frame of recording) {
    begin ??= { recorded: frame.at.getTime(), now: performance.now() };
    const due = begin.now + (frame.at.getTime() - begin.recorded) / speed;
    for (let wait = due - performance.now(); wait > 0 && !signal?.aborted; wait = due - performance.now()) {
      await pause(Math.min(wait, longestWait), signal);
    }
    if (signal?.aborted) return;
    yield frame;
  }
}

/** Waits, or until the signal fires. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end, { once: true });
  });
}
