import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatIst } from "./format-ist.ts";
import { formatIstDate } from "./format-ist-date.ts";
import { nextIstTime } from "./next-ist-time.ts";
import { parseIst } from "./parse-ist.ts";

const hostZone = process.env.TZ;
const seconds = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2101, 0, 1) / 1000 - 1 })
  .map((second) => new Date(second * 1000));
const two = (max: number, min = 0) => fc.integer({ min, max }).map((part) => String(part).padStart(2, "0"));
const texts = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), two(12, 1), two(28, 1), two(23), two(59), two(59))
  .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day} ${hour}:${minute}:${second}`);

// Node reads TZ again whenever it is set, in a process of its own as vitest gives every file; "is in force" would see it fail.
describe.each([
  { zone: "UTC", winter: 0, summer: 0 },
  { zone: "Asia/Kolkata", winter: -330, summer: -330 },
  { zone: "America/New_York", winter: 300, summer: 240 },
])("on a host in $zone", ({ zone, winter, summer }) => {
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    if (hostZone === undefined) delete process.env.TZ;
    else process.env.TZ = hostZone;
  });

  test("the zone is in force", () => {
    expect(new Date(2025, 0, 15).getTimezoneOffset()).toBe(winter);
    expect(new Date(2025, 6, 15).getTimezoneOffset()).toBe(summer);
  });

  test("every second from 1990 to 2100 survives being written and read", () => {
    fc.assert(
      fc.property(seconds, (date) => {
        expect(parseIst(formatIst(date))).toEqual(date);
      }),
    );
  });

  test("every text from 1990 to 2100 survives being read and written", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(formatIst(parseIst(text) as Date)).toBe(text);
      }),
    );
  });

  test("a date is its Indian midnight", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const day = text.slice(0, 10);
        expect(parseIst(day)).toEqual(parseIst(`${day} 00:00:00`));
        expect(formatIstDate(parseIst(text) as Date)).toBe(day);
      }),
    );
  });

  test("wall time that summer time skips or repeats in New York is ordinary time in India", () => {
    expect(parseIst("2025-03-09 02:30:00")?.toISOString()).toBe("2025-03-08T21:00:00.000Z");
    expect(parseIst("2025-11-02 01:30:00")?.toISOString()).toBe("2025-11-01T20:00:00.000Z");
    expect(formatIst(new Date("2025-03-09T07:00:00Z"))).toBe("2025-03-09 12:30:00");
  });

  test("the next six o'clock is six in India", () => {
    const after = new Date("2025-03-09T07:00:00Z");
    expect(nextIstTime(after, "06:00").toISOString()).toBe("2025-03-10T00:30:00.000Z");
  });
});
