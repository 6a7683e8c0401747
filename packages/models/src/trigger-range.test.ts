import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { TriggerRangeSchema } from "./trigger-range.ts";

test("keeps the limits, and the token that is 0 in the one sample", () => {
  const range = { instrument_token: 0, lower: 1075.599, upper: 1138.869 };
  expect(parse(TriggerRangeSchema, { ...range, percentage: 10 })).toStrictEqual(range);
});

test("a missing limit is named", () => {
  const { issues } = safeParse(TriggerRangeSchema, { instrument_token: 0, lower: 1 });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["upper"]);
});
