import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { profileWire } from "../testing/samples.ts";
import { refusedToken, serving, succeeding } from "../testing/serving.ts";
import { getProfile } from "./get-profile.ts";

test("asks for the profile, signed, without parameters", async () => {
  const { kite, server } = await serving([succeeding(profileWire)]);
  await getProfile(kite);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/user/profile", query: [], body: "" }]);
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: "token testkey:access-of-today",
    "x-kite-version": "3",
  });
});

test("gives the documented fields; raw keeps everything as sent", async () => {
  const wire = { ...profileWire, shiny_new_field: 1 };
  const { kite, warnings } = await serving([succeeding(wire)]);
  expect(await getProfile(kite)).toStrictEqual(profileWire);
  expect((await getProfile.raw(kite)).data).toEqual(wire);
  expect(warnings).toEqual([]);
});

test("names the field that is not as documented where validation is strict", async () => {
  const { kite } = await serving([succeeding({ ...profileWire, exchanges: null })], { validate: "strict" });
  const error = await caught(getProfile(kite));
  expect(error.code).toBe("SchemaMismatch");
  expect(error.message).toMatch(/^getProfile: data\.exchanges: /);
});

test("a refused token is a TokenException and marks the session", async () => {
  const { kite } = await serving([refusedToken]);
  expect(await caught(getProfile(kite))).toMatchObject({ code: "TokenException", status: 403, outcome: undefined });
  expect(kite.session.expired).toBe(true);
});
