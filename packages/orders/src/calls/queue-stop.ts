/** What a call is given to be stoppable until it is sent. */
export interface Stoppable {
  /** Ends the call while it has not been sent. */
  readonly signal: AbortSignal;
  /** To be called when it is sent. */
  readonly onSend: () => void;
}

/** Calls under way, of which those that have not been sent can be ended. */
export interface QueueStop {
  readonly run: <T>(call: (stoppable: Stoppable) => Promise<T>) => Promise<T>;
  readonly release: () => void;
}

/**
 * Follows a signal, but ends only calls that have not been sent: what is on the wire keeps its answer. An order whose
 * answer nobody hears is worse than one more order.
 */
export function queueStop(signal: AbortSignal | undefined): QueueStop {
  const waiting = new Set<AbortController>();
  const follow = () => {
    for (const controller of waiting) controller.abort(signal?.reason);
  };
  signal?.addEventListener("abort", follow, { once: true });
  return {
    async run(call) {
      const controller = new AbortController();
      const leave = () => waiting.delete(controller);
      waiting.add(controller);
      try {
        return await call({ signal: controller.signal, onSend: leave });
      } finally {
        leave();
      }
    },
    release: () => signal?.removeEventListener("abort", follow),
  };
}
