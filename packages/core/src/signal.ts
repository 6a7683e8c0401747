/** The reason a signal carries when time ran out, and not the caller's patience. */
export class OutOfTime extends Error {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super(`${milliseconds} ms are over`);
    this.milliseconds = milliseconds;
  }
}

/** A signal with an end to clean up after. */
export interface BoundSignal {
  readonly signal: AbortSignal;
  /** Settles with `work`, or rejects with the signal's reason as soon as it fires. `work` goes on alone. Once for each signal. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
  /** Takes the timer and the listener away. */
  readonly release: () => void;
}

/**
 * Joins a caller's signal with a time limit. Unlike `AbortSignal.any` and `AbortSignal.timeout` it leaves nothing behind on a
 * signal that outlives thousands of calls, and no timer that keeps a process alive.
 */
export function boundSignal(outer: AbortSignal | undefined, milliseconds: number): BoundSignal {
  const controller = new AbortController();
  const { signal } = controller;
  // A listener on the signal costs as much as all else here.
  let letGo: ((reason: unknown) => void) | undefined;
  const stop = (reason: unknown) => {
    controller.abort(reason);
    letGo?.(reason);
  };
  const follow = () => stop(outer?.reason);
  if (outer?.aborted) follow();
  else outer?.addEventListener("abort", follow);
  // A timer of more than 24 days would fire at once.
  const timer = milliseconds < 2 ** 31 ? setTimeout(() => stop(new OutOfTime(milliseconds)), milliseconds) : undefined;
  return {
    signal,
    hold: (work) =>
      new Promise((resolve, reject) => {
        letGo = reject;
        work.then(resolve, reject);
        if (signal.aborted) reject(signal.reason);
      }),
    release() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", follow);
    },
  };
}

/** Settles with `work`, or rejects with the signal's reason as soon as it fires. `work` goes on alone. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  if (signal.aborted) {
    work.catch(() => {});
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Waits the given milliseconds; rejects with the signal's reason when it fires first. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
