import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { AuthorisationRequestSchema } from "./authorisation-request.ts";

test("keeps the id, however much it looks like a number", () => {
  expect(parse(AuthorisationRequestSchema, { request_id: "00123" })).toEqual({ request_id: "00123" });
});

test("names the id when it is no text", () => {
  const { issues } = safeParse(AuthorisationRequestSchema, { request_id: 123 });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["request_id"]);
});
