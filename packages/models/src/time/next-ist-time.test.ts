import fc from "fast-check";
import { expect, test } from "vitest";
import { formatIst } from "./format-ist.ts";
import { nextIstTime } from "./next-ist-time.ts";
import { parseIst } from "./parse-ist.ts";

const at = (text: string) => parseIst(text) as Date;

test.each([
  ["2025-01-17 09:15:00", "06:00", "2025-01-18 06:00:00"],
  ["2025-01-17 05:59:59", "06:00", "2025-01-17 06:00:00"],
  ["2025-01-17 00:00:00", "06:00", "2025-01-17 06:00:00"],
  ["2024-02-28 23:59:59", "00:00", "2024-02-29 00:00:00"],
  ["2025-12-31 06:00:00", "06:00", "2026-01-01 06:00:00"],
  ["2025-01-17 09:15:00", "23:59", "2025-01-17 23:59:00"],
])("after %s comes %s at %s", (after, clock, next) => {
  expect(formatIst(nextIstTime(at(after), clock))).toBe(next);
});

test("is strictly later: at the moment itself it gives the next day", () => {
  const six = at("2025-01-17 06:00:00");
  expect(nextIstTime(six, "06:00")).toEqual(at("2025-01-18 06:00:00"));
  expect(nextIstTime(new Date(six.getTime() - 1), "06:00")).toEqual(six);
});

test("always shows the time asked for, later than `after` and within a day", () => {
  const moments = fc.date({ min: new Date("1960-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
  const clocks = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
  fc.assert(
    fc.property(moments, clocks, (after, clock) => {
      const next = nextIstTime(after, clock);
      expect(formatIst(next).slice(11)).toBe(`${clock}:00`);
      expect(next.toISOString().slice(17)).toBe("00.000Z");
      expect(next.getTime()).toBeGreaterThan(after.getTime());
      expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(86_400_000);
    }),
  );
});

test("refuses other clocks and an Invalid Date", () => {
  for (const clock of ["24:00", "6:00", "06:60", "06:00:00", "", "noon"]) {
    expect(() => nextIstTime(new Date(0), clock)).toThrow(RangeError);
  }
  expect(() => nextIstTime(new Date(Number.NaN), "06:00")).toThrow(RangeError);
});
