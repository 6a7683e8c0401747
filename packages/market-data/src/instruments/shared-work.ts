import { KiteError } from "@kite/core";

/** Work under way that several callers wait for. */
export interface SharedWork<Result> {
  /** True once all callers have left. */
  readonly calledOff: boolean;
  /** Resolves when the work is over, well or not. */
  readonly settled: Promise<void>;
  /** Waits for the result. A caller whose signal fires leaves alone; when all have left, the work is called off. */
  join(signal: AbortSignal | undefined): Promise<Result>;
}

/** Starts work that several callers may wait for. `endpoint` is named in the error of a caller who leaves. */
export function shareWork<Result>(
  endpoint: string,
  work: (signal: AbortSignal) => Promise<Result>,
): SharedWork<Result> {
  const controller = new AbortController();
  const result = work(controller.signal);
  const settled = result.then(
    () => {},
    () => {},
  );
  let waiting = 0;
  return {
    get calledOff() {
      return controller.signal.aborted;
    },
    settled,
    async join(signal) {
      waiting += 1;
      try {
        return await untilAborted(endpoint, result, signal);
      } finally {
        waiting -= 1;
        // After the result this calls nothing off.
        if (waiting === 0) controller.abort();
      }
    },
  };
}

function untilAborted<T>(endpoint: string, work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const message = "aborted by the caller";
    const leave = () => reject(new KiteError({ code: "Aborted", endpoint, message, cause: signal.reason }));
    if (signal.aborted) return leave();
    signal.addEventListener("abort", leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
