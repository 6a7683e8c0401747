import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFOrderIdSchema } from "./mf-order-id.ts";

test("the id of a fund order is text", () => {
  expect(parse(MFOrderIdSchema, { order_id: "00123", shiny_new_field: 1 })).toStrictEqual({ order_id: "00123" });
  const { issues } = safeParse(MFOrderIdSchema, { order_id: 123 });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["order_id"]);
});
