import type { OrderEvent } from "@kite/ticker";

/** Milliseconds that the Indian clock is ahead of UTC. */
const IST = 19_800_000;

/** Puts news about an order into the stream's own form, whose times are Indian ones without an offset. */
export function orderText({ order }: OrderEvent): string {
  const data = Object.fromEntries(
    Object.entries(order).map(([name, value]) => [name, value instanceof Date ? indianText(value) : value]),
  );
  return JSON.stringify({ type: "order", data });
}

const indianText = (time: Date): string => new Date(time.getTime() + IST).toISOString().slice(0, 19).replace("T", " ");
