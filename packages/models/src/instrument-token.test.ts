import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { InstrumentTokenSchema } from "./instrument-token.ts";

test("gives a number for a number and for digits", () => {
  expect(parse(InstrumentTokenSchema, 408065)).toBe(408065);
  expect(parse(InstrumentTokenSchema, "408065")).toBe(408065);
  expect(parse(InstrumentTokenSchema, 4294967295)).toBe(4294967295);
});

test("leaves anything else as it came", () => {
  for (const token of ["", "NSE:INFY", "4e5", "-1", null, undefined, true]) {
    expect(safeParse(InstrumentTokenSchema, token)).toMatchObject({ success: false, output: token });
  }
});
