import type { CallOptions } from "@kite/core";
import type { Order } from "@kite/models";
import type { OrderStream } from "./order-stream.ts";

/** What to wait for; a function is asked at everything that is learnt about the order. */
export type OrderWish = "terminal" | "filled" | "partly-filled" | ((order: Order) => boolean);

export interface WaitForOrderOptions extends Pick<CallOptions, "signal"> {
  /**
   * `terminal`: no change can follow. `filled`: all of it. `partly-filled`: some of it, or all. A status that is not known ends nothing.
   * Default `terminal`.
   */
  readonly until?: OrderWish | undefined;
  /** The account's order updates: a ticker. With them the book is read every 30 seconds only, in case that one was missed. */
  readonly updates?: OrderStream | undefined;
  /** Milliseconds for the whole wait. Default: no limit. */
  readonly deadline?: number | undefined;
  /** Milliseconds between two reads of the book. Default 1000, with `updates` 30000. */
  readonly poll?: number | undefined;
}
