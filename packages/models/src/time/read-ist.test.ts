import fc from "fast-check";
import { expect, test } from "vitest";
import { readIst } from "./read-ist.ts";

/** The calendar of the platform, and nothing quick. */
function byCalendar(text: string): Date | null | undefined {
  if (text === "") return null;
  const [, day = "", clock = "00:00:00"] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+05:?30)?)?$/.exec(text) ?? [];
  const date = new Date(`${day}T${clock}+05:30`);
  const wall = new Date(`${day}T${clock}Z`);
  if (["1970-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z"].includes(Number.isNaN(+wall) ? "" : wall.toISOString()))
    return null;
  const isReal = !Number.isNaN(+wall) && day > "1" && wall.toISOString().startsWith(day);
  return isReal ? date : undefined;
}

const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, "0"));
const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, "0"));
const nearby = fc.integer({ min: 1968, max: 2104 }).map(String);
const separator = fc.constantFrom(" ", "T", "-", ":");
const offset = fc.constantFrom("", "", "+0530", "+05:30", "+0000", "-0530");
const texts = fc
  .tuple(fc.oneof(year, nearby), two(13), two(32), separator, two(24), two(60), two(60))
  .chain(([years, month, day, between, hour, minute, second]) =>
    offset.map((zone) => `${years}-${month}-${day}${between}${hour}:${minute}:${second}${zone}`),
  );

test("agrees with the calendar on every day and second there is, and on those there are not", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readIst(text)).toEqual(byCalendar(text));
    }),
    { numRuns: 5_000 },
  );
});

test("agrees with the calendar on texts with a wrong character", () => {
  fc.assert(
    fc.property(texts, fc.nat(23), fc.string({ minLength: 1, maxLength: 1 }), (text, at, character) => {
      const wrong = text.slice(0, at) + character + text.slice(at + 1);
      expect(readIst(wrong)).toEqual(byCalendar(wrong));
    }),
    { numRuns: 2_000 },
  );
});
