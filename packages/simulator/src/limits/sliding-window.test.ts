import fc from "fast-check";
import { expect, test } from "vitest";
import { SlidingWindow } from "./sliding-window.ts";

test("counts exactly what is younger than its length", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 });
  fc.assert(
    fc.property(gaps, (steps) => {
      const window = new SlidingWindow(1000);
      const moments: number[] = [];
      let now = 0;
      for (const step of steps) {
        now += step;
        expect(window.count(now)).toBe(moments.filter((moment) => moment > now - 1000).length);
        window.add(now);
        moments.push(now);
      }
    }),
  );
});

test("still does after many thousands", () => {
  const window = new SlidingWindow(1000);
  for (let now = 0; now < 20_000; now += 1) {
    expect(window.count(now)).toBe(Math.min(now, 999));
    window.add(now);
  }
});

test("starts anew when the clock is put back", () => {
  const window = new SlidingWindow(1000);
  window.add(50_000);
  expect(window.count(50_000)).toBe(1);
  expect(window.count(20_000)).toBe(0);
  window.add(20_000);
  expect(window.count(20_500)).toBe(1);
});
