import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { TriggerIdSchema } from "./trigger-id.ts";

test("the id of a trigger is a number", () => {
  expect(parse(TriggerIdSchema, { trigger_id: 123, shiny_new_field: 1 })).toStrictEqual({ trigger_id: 123 });
  const { issues } = safeParse(TriggerIdSchema, { trigger_id: "123" });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["trigger_id"]);
});
