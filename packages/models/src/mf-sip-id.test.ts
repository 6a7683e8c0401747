import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFSIPIdSchema } from "./mf-sip-id.ts";

test("a new SIP may have a first order", () => {
  for (const id of [{ sip_id: "1" }, { sip_id: "1", order_id: null }, { sip_id: "1", order_id: "867572b3" }]) {
    expect(parse(MFSIPIdSchema, { ...id, shiny_new_field: 1 })).toStrictEqual(id);
  }
});

test("names the ids when they are no text", () => {
  const { issues } = safeParse(MFSIPIdSchema, { sip_id: 1, order_id: 2 });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["sip_id", "order_id"]);
});
