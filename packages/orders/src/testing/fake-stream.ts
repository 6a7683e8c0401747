import type { OrderNews, OrderStream } from "../wait/order-stream.ts";

/** A stream that says what it is told to. */
export interface FakeStream extends OrderStream {
  readonly say: (news: OrderNews["order"]) => void;
  /** How many are listening. */
  readonly listeners: () => number;
}

export function fakeStream(): FakeStream {
  const listeners = new Set<(news: OrderNews) => void>();
  return {
    on(_, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say(order) {
      for (const listener of [...listeners]) listener({ order, source: "stream" });
    },
    listeners: () => listeners.size,
  };
}
