import type { Reason, TickerStatus } from "@kite/ticker";

/** Address of the stream on the demo's server. */
export const streamPath = "/api/stream";

/** What the demo's server says of its own connection to the exchange, besides what the exchange says. */
export interface UpstreamMessage {
  readonly type: "upstream";
  readonly data: UpstreamState;
}

export interface UpstreamState {
  readonly status: TickerStatus;
  readonly reason: Reason | null;
  /** The fact behind the reason: `HTTP 503`. */
  readonly detail: string | null;
  /** When the next try leaves, in epoch milliseconds; null while none is planned. */
  readonly retry_at: number | null;
}
