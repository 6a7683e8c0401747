import { describe, expect, test } from "vitest";
import { parseIst } from "./parse-ist.ts";

const morning = new Date("2025-01-17T03:45:00.000Z");

describe("reads", () => {
  test.each([
    ["2025-01-17 09:15:00", morning],
    ["2025-01-17T09:15:00", morning],
    ["2025-01-17T09:15:00+0530", morning],
    ["2025-01-17 09:15:00+05:30", morning],
    ["2025-01-17", new Date("2025-01-16T18:30:00.000Z")],
    ["2024-02-29 23:59:59", new Date("2024-02-29T18:29:59.000Z")],
    ["2000-02-29", new Date("2000-02-28T18:30:00.000Z")],
    ["1970-01-01 05:30:00", new Date(0)],
    ["1969-12-31 23:59:59", new Date("1969-12-31T18:29:59.000Z")],
    ["9999-12-31 23:59:59", new Date("9999-12-31T18:29:59.000Z")],
  ])("%j", (text, date) => {
    expect(parseIst(text)).toEqual(date);
  });

  test.each([
    ["2025-01-17 09:15:00.5", 500],
    ["2025-01-17T09:15:00.123+0530", 123],
    ["2025-01-17T09:15:00.001", 1],
    ["2025-01-17T09:15:00.999999999+05:30", 999],
  ])("%j to the millisecond", (text, milliseconds) => {
    expect(parseIst(text)).toEqual(new Date(morning.getTime() + milliseconds));
  });
});

test.each([
  null,
  "",
  "0001-01-01 00:00:00",
  "0001-01-01T00:00:00",
  "0001-01-01",
  "1970-01-01 00:00:00",
  "1970-01-01T00:00:00+0530",
  "0001-01-01 00:00:00.000",
])("takes %j for no time", (text) => {
  expect(parseIst(text)).toBeNull();
});

test.each([
  "2025-02-30",
  "2025-02-29 10:00:00",
  "1900-02-29",
  "2025-04-31 09:15:00",
  "2025-13-01",
  "0001-01-02 00:00:00",
  "0999-12-31",
  "2025-00-10",
  "2025-01-00",
  "2025-01-17 24:00:00",
  "2025-01-17 09:60:00",
  "2025-01-17 09:15:60",
  "2025-01-17 09:15",
  "2025-01-17 9:15:00",
  "2025-1-7",
  "17-01-2025",
  "09:16:39",
  " 2025-01-17",
  "2025-01-17 09:15:00 ",
  "2025-01-17\n",
  "2025-01-17 09:15:00.",
  "2025-01-17 09:15:00Z",
  "2025-01-17T09:15:00+0000",
  "2025-01-17T09:15:00-0530",
  "2025-01-17+0530",
  "+002025-01-17",
  "٢٠٢٥-٠١-١٧",
  "null",
  "Fri Jan 17 2025",
])("refuses %j and quotes it", (text) => {
  expect(() => parseIst(text)).toThrow(RangeError);
  expect(() => parseIst(text)).toThrow(JSON.stringify(text));
});

test("refuses what is not text, which only JavaScript can pass", () => {
  for (const value of [undefined, 0, 20250117, {}])
    expect(() => parseIst(value as unknown as string)).toThrow(RangeError);
});
