import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Clock, runClock } from "./clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the system's clock shows, as clocks of their own read it. */
const real = (): number => performance.timeOrigin + performance.now();

test("runs on from where it was set", () => {
  let source = 1000;
  const clock = new Clock(() => source);
  expect(clock.now()).toBe(1000);
  clock.set(50_000);
  source += 25;
  expect(clock.now()).toBe(50_025);
  clock.set(10);
  expect(clock.now()).toBe(10);
});

test("shows where it starts, and runs as fast as it was told", () => {
  const now = runClock({ start: 5000, speed: 60 });
  expect(now()).toBe(5000);
  vi.advanceTimersByTime(1000);
  expect(now()).toBe(65_000);
});

test("starts in the present at the speed of real time unless told otherwise", () => {
  const now = runClock();
  expect(now()).toBe(Math.floor(real()));
  vi.advanceTimersByTime(1000);
  expect(now()).toBe(Math.floor(real()));
});

test("counts from a moment that has passed, or is yet to come", () => {
  expect(runClock({ start: 0, speed: 10, from: real() - 500 })()).toBe(5000);
  expect(runClock({ start: 0, speed: 10, from: real() + 500 })()).toBe(-5000);
});

test("two clocks on the same line agree, also after one of them was set", () => {
  const clock = new Clock({ start: 1_000_000, speed: 30 });
  vi.advanceTimersByTime(777);
  expect(runClock(clock.line())()).toBe(clock.now());
  clock.set(42);
  vi.advanceTimersByTime(777);
  expect(runClock(clock.line())()).toBe(clock.now());
  expect(clock.now()).toBe(42 + 30 * 777);
});

test("starts at Indian time as a text, and stands still at speed 0 until it is moved", () => {
  const clock = new Clock({ start: "2026-03-02 09:15", speed: 0 });
  vi.advanceTimersByTime(5000);
  expect(clock.now()).toBe(Date.parse("2026-03-02T03:45:00Z"));
  clock.set(77);
  vi.advanceTimersByTime(5000);
  expect(clock.now()).toBe(77);
});

test("can be held at another time for a piece of work, and runs on as if nothing had been", () => {
  const clock = new Clock({ start: 1000 });
  expect(clock.holdAt(5, () => clock.now())).toBe(5);
  expect(() =>
    clock.holdAt(6, () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(clock.now()).toBe(1000);
});

test("a source that does not tell its speed is taken to run like real time", () => {
  const clock = new Clock(() => 5000);
  expect(clock.speed).toBe(1);
  expect(clock.line()).toEqual({ start: 5000, speed: 1, from: real() });
});

test.each([
  [{ speed: -1 }, "clock.speed: expected a number from 0, got -1"],
  [{ speed: Number.POSITIVE_INFINITY }, "clock.speed: expected a number from 0, got Infinity"],
  [{ start: "yesterday" }, 'clock.start: expected a valid date, epoch milliseconds or a text like "2026-03-02 09:15"'],
  [{ start: Number.NaN }, "clock.start: expected epoch milliseconds, got NaN"],
  [{ from: Number.NaN }, "clock.from: expected epoch milliseconds, got NaN"],
])("refuses %j", (settings, message) => {
  expect(() => new Clock(settings)).toThrow(new TypeError(message));
  expect(() => runClock(settings)).toThrow(new TypeError(message));
});
