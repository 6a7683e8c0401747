import { expect, test } from "vitest";
import { formatIst } from "./format-ist.ts";
import { formatIstDate } from "./format-ist-date.ts";

test("writes the Indian wall clock", () => {
  expect(formatIst(new Date("2025-01-17T03:45:00Z"))).toBe("2025-01-17 09:15:00");
  expect(formatIst(new Date(0))).toBe("1970-01-01 05:30:00");
});

test("cuts fractions of a second off, before 1970 too", () => {
  expect(formatIst(new Date("2025-01-17T03:45:00.999Z"))).toBe("2025-01-17 09:15:00");
  expect(formatIst(new Date(-1))).toBe("1970-01-01 05:29:59");
});

test("writes the Indian calendar date, which begins at 18:30 UTC", () => {
  expect(formatIstDate(new Date("2025-01-16T18:29:59.999Z"))).toBe("2025-01-16");
  expect(formatIstDate(new Date("2025-01-16T18:30:00Z"))).toBe("2025-01-17");
});

test("refuses an Invalid Date and years before 1000 or after 9999", () => {
  for (const date of [
    new Date(Number.NaN),
    new Date("9999-12-31T18:30:00Z"),
    new Date("0999-06-01"),
    new Date(8.64e15),
  ]) {
    expect(() => formatIst(date)).toThrow(RangeError);
    expect(() => formatIstDate(date)).toThrow(RangeError);
  }
});
