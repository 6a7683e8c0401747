import fc from "fast-check";
import { expect, test } from "vitest";
import { Arrivals } from "./arrivals.ts";

/** The most moments in any stretch that begins with one of them, counted the slow way. */
function mostIn(moments: readonly number[], ms: number): number {
  return Math.max(0, ...moments.map((first) => moments.filter((at) => at >= first && at < first + ms).length));
}

function mostPerCalendar(moments: readonly number[], ms: number): number {
  const counts = new Map<number, number>();
  for (const at of moments) counts.set(Math.floor(at / ms), (counts.get(Math.floor(at / ms)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

test("knows the busiest second and minute, wherever they begin", () => {
  const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40_000 })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(gaps, (steps) => {
      const arrivals = new Arrivals();
      const moments: number[] = [];
      let now = 1_772_426_730_000;
      for (const step of steps) {
        now += step;
        moments.push(now);
        arrivals.note(undefined, now);
      }
      expect(arrivals.of()).toEqual({
        total: moments.length,
        second: { sliding: mostIn(moments, 1000), calendar: mostPerCalendar(moments, 1000) },
        minute: { sliding: mostIn(moments, 60_000), calendar: mostPerCalendar(moments, 60_000) },
      });
    }),
  );
});

test("counts every user alone, and all together", () => {
  const arrivals = new Arrivals();
  for (const user_id of ["A", "A", "B", undefined]) arrivals.note(user_id, 0);
  const totals = [arrivals.of("A"), arrivals.of("B"), arrivals.of("C"), arrivals.of()].map(({ total }) => total);
  expect(totals).toEqual([2, 1, 0, 4]);
  expect(arrivals.of("A").second).toEqual({ sliding: 2, calendar: 2 });
});
