import { vi } from "vitest";

/** Waits until a check passes. The time is there for a machine that is busy; nothing depends on how long it takes. */
export const eventually = <Result>(
  check: () => Result | Promise<Result>,
  { timeout = 4_000, interval = 10 }: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<Result> => vi.waitFor(check, { timeout, interval });
