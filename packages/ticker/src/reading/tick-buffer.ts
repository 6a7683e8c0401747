import { invalidInput, requireQuantity } from "@kite/core";
import { LatestTicks } from "./latest-ticks.ts";
import { QueuedTicks } from "./queued-ticks.ts";

/**
 * What a loop that is slower than the market gets.
 *
 * - `"latest"`: the newest tick of each instrument. Memory: one tick an instrument.
 * - `{ queue: n }`: the newest `n` ticks, in order; the oldest goes first.
 * - `"all"`: every tick, in order. Memory grows for as long as the loop is behind.
 */
export type TickBuffering = "latest" | "all" | { readonly queue: number };

/** What has an instrument, as every tick does. */
export interface Instrumented {
  readonly instrument_token: number;
}

/** Holds ticks between the connection and one reader. What was pushed was taken, was dropped, or is waiting. */
export interface TickBuffer<T extends Instrumented> {
  /** Ticks that no reader gets any more. */
  readonly dropped: number;
  /** Ticks that the next `take()` calls give. */
  readonly waiting: number;
  push(tick: T): void;
  take(): T | undefined;
  /** Drops what is waiting. */
  clear(): void;
}

/** Makes the buffer for a choice, `"latest"` when there is none. Throws `InvalidInput` for any other. */
export function createBuffer<T extends Instrumented>(choice: TickBuffering = "latest"): TickBuffer<T> {
  if (choice === "latest") return new LatestTicks<T>();
  if (choice === "all") return new QueuedTicks<T>();
  if (typeof choice !== "object" || choice === null) {
    throw invalidInput("buffer", `must be "latest", "all" or { queue: n }, got ${JSON.stringify(choice)}`);
  }
  return new QueuedTicks<T>(requireQuantity("buffer.queue", choice.queue));
}
