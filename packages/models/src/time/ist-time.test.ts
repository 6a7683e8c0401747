import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { IstTimeSchema } from "./ist-time.ts";
import { IstTimeOrNoneSchema } from "./ist-time-or-none.ts";

const morning = new Date("2025-01-17T03:45:00.000Z");
const nones = ["", "0001-01-01 00:00:00", "1970-01-01 00:00:00"];

test("both schemas turn wall time into a Date", () => {
  expect(parse(IstTimeSchema, "2025-01-17 09:15:00")).toEqual(morning);
  expect(parse(IstTimeOrNoneSchema, "2025-01-17 09:15:00")).toEqual(morning);
});

test("null and placeholders are none where that may be, an issue elsewhere", () => {
  for (const none of [null, ...nones]) {
    expect(parse(IstTimeOrNoneSchema, none)).toBeNull();
    expect(safeParse(IstTimeSchema, none)).toMatchObject({ success: false, output: none });
  }
});

test("an unreadable time is an issue that quotes it, and stays in the output as it came", () => {
  for (const schema of [IstTimeSchema, IstTimeOrNoneSchema]) {
    const { success, output, issues } = safeParse(schema, "2025-02-30 10:00:00");
    expect({ success, output }).toEqual({ success: false, output: "2025-02-30 10:00:00" });
    expect(issues?.map(({ message }) => message)).toEqual([
      'Invalid time: Expected "yyyy-mm-dd hh:mm:ss" but received "2025-02-30 10:00:00"',
    ]);
  }
});

test("a number is never taken for a time", () => {
  for (const schema of [IstTimeSchema, IstTimeOrNoneSchema]) expect(safeParse(schema, 1737085500).success).toBe(false);
});
