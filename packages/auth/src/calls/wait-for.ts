import { invalidInput, KiteError } from "@kite/core";

/** How long one caller waits. */
export interface Patience {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly timeout?: number | undefined;
}

/** Longer timers fire at once. */
const longestTimer = 2_147_483_647;

/** Throws `InvalidInput` for a timeout that is none, and `Aborted` when the signal has fired already. */
export function checkPatience(caller: string, { signal, timeout }: Patience): void {
  if (timeout !== undefined && !(timeout > 0)) {
    throw invalidInput("timeout", `must be a number of milliseconds above 0, got ${timeout}`, caller);
  }
  if (signal?.aborted) throw aborted(caller, signal);
}

/** Settles with `work`, or rejects when this caller's patience ends. `work` goes on for those who still wait. */
export async function waitFor<T>(work: Promise<T>, caller: string, { signal, timeout }: Patience): Promise<T> {
  let stop = () => {};
  const impatience = new Promise<never>((_, reject) => {
    const giveUp = () => signal && reject(aborted(caller, signal));
    const runOut = () => {
      const message = `no new token within ${timeout} ms; the login goes on`;
      reject(new KiteError({ code: "Timeout", endpoint: caller, message }));
    };
    const timer = timeout === undefined ? undefined : setTimeout(runOut, Math.min(timeout, longestTimer));
    signal?.addEventListener("abort", giveUp, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    };
  });
  try {
    return await Promise.race([work, impatience]);
  } finally {
    stop();
  }
}

const aborted = (caller: string, signal: AbortSignal): KiteError =>
  new KiteError({ code: "Aborted", endpoint: caller, message: "aborted by the caller", cause: signal.reason });
