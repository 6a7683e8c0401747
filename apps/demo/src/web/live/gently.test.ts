import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gently } from "./gently.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting() {
  const times: number[] = [];
  const start = Date.now();
  return { times, ...gently(() => times.push(Date.now() - start), { gather: 200, apart: 1_000 }) };
}

test("what comes together is one, a moment after the first", () => {
  const { times, call } = counting();
  call();
  vi.advanceTimersByTime(150);
  call();
  vi.advanceTimersByTime(5_000);
  expect(times).toEqual([200]);
});

test("a hundred calls a second are one a second, and the last is not lost", () => {
  const { times, call } = counting();
  for (let at = 0; at < 2_500; at += 10) {
    call();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(5_000);
  expect(times).toEqual([200, 1_200, 2_200, 3_200]);
});

test("nothing comes after it was cancelled", () => {
  const { times, call, cancel } = counting();
  call();
  cancel();
  vi.advanceTimersByTime(5_000);
  expect(times).toEqual([]);
});
