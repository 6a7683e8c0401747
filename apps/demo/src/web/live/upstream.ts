import type { Reason, TickerStatus } from "@kite/ticker";

/** How the gateway's own connection to the exchange is. */
export interface UpstreamState {
  readonly status: TickerStatus;
  readonly reason: Reason | null;
  /** The fact behind the reason: `HTTP 503`. */
  readonly detail: string | null;
  /** When the next try leaves, in epoch milliseconds; null while none is planned. */
  readonly retry_at: number | null;
}

/** Reads what the gateway says of its own connection; undefined for any other message. */
export function upstreamIn({ type, data }: Readonly<Record<string, unknown>>): UpstreamState | undefined {
  return type === "upstream" ? (data as UpstreamState) : undefined;
}
