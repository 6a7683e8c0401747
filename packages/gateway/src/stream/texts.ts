import { formatIst } from "@kite/models";
import type { OrderEvent, TickerState } from "@kite/ticker";

/** News about an order in the stream's own form, whose times are Indian ones without an offset. */
export function orderText({ order }: OrderEvent): string {
  const data = Object.fromEntries(
    Object.entries(order).map(([name, value]) => [name, value instanceof Date ? formatIst(value) : value]),
  );
  return JSON.stringify({ type: "order", data });
}

/** The state of the connection to Kite, which a tab cannot see: its own goes as far as the gateway. */
export function upstreamText({ status, reason, detail, connections }: TickerState): string {
  const times = connections.flatMap(({ retryAt }) => (retryAt ? [retryAt.getTime()] : []));
  const retry_at = times.length > 0 ? Math.min(...times) : null;
  return JSON.stringify({
    type: "upstream",
    data: { status, reason: reason ?? null, detail: detail ?? null, retry_at },
  });
}

export const messageText = (data: string): string => JSON.stringify({ type: "message", data });

export const errorText = (data: string): string => JSON.stringify({ type: "error", data });
