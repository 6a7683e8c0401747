import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { RenewedSessionSchema } from "./renewed-session.ts";

const wire = { user_id: "XX0000", access_token: "testaccess", refresh_token: "testrefresh" };

test("keeps the tokens and drops the rest", () => {
  expect(parse(RenewedSessionSchema, { ...wire, broker: "ZERODHA" })).toEqual(wire);
});

test("names a missing token", () => {
  const { issues } = safeParse(RenewedSessionSchema, { user_id: "XX0000", access_token: "testaccess" });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["refresh_token"]);
});
