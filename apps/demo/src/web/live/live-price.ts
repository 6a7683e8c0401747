import type { Tick } from "@kite/ticker";

/** What the stream says of an instrument. */
export interface LivePrice {
  readonly tick: Tick;
  /** Where the price went last; flat until it has moved. */
  readonly direction: "up" | "down" | "flat";
  /** How often it has moved since the page began to look. */
  readonly moves: number;
}

/** Puts a tick after what was known before. */
export function nextPrice(known: LivePrice | undefined, tick: Tick): LivePrice {
  const { tick: last, direction = "flat", moves = 0 } = known ?? {};
  if (!last || last.last_price === tick.last_price) return { tick, direction, moves };
  return { tick, direction: tick.last_price > last.last_price ? "up" : "down", moves: moves + 1 };
}
