import type { KiteClient, SafeClient } from "@kite/core";

/** Calls under way, of which those that still wait for a place in the rate budget can be ended. */
export interface QueueStop {
  /** Does a call with a signal that ends it while it waits. */
  readonly run: <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  readonly release: () => void;
}

/**
 * Follows a signal, but ends only calls that have not been sent: what is on the wire keeps its answer. An order whose
 * answer nobody hears is worse than one more order.
 */
export function queueStop(kite: KiteClient, signal: AbortSignal | undefined): QueueStop {
  const underWay = new Set<AbortController>();
  const { budget } = kite as Partial<SafeClient>;
  const endWaiting = () => {
    // The budget serves first come first served, so those who wait are the last ones that were begun.
    const waiting = budget?.left("order").waiting ?? 0;
    const last = [...underWay].reverse().slice(0, waiting);
    for (const controller of last) controller.abort(signal?.reason);
  };
  // A call begun in this very turn needs a moment to reach the queue.
  const follow = () => void setTimeout(endWaiting);
  signal?.addEventListener("abort", follow, { once: true });
  return {
    async run(call) {
      const controller = new AbortController();
      underWay.add(controller);
      try {
        return await call(controller.signal);
      } finally {
        underWay.delete(controller);
      }
    },
    release: () => signal?.removeEventListener("abort", follow),
  };
}
