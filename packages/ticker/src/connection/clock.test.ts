import { afterEach, expect, test, vi } from "vitest";
import { systemClock } from "./clock.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("what is longer than a timer can take never comes, and not at once", async () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const cancel = systemClock.after(Number.POSITIVE_INFINITY, act);
  systemClock.after(2 ** 31, act);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(act).not.toHaveBeenCalled();
  expect(cancel).not.toThrow();
});
