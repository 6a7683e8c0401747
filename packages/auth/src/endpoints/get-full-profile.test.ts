import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { fullProfileWire } from "../testing/samples.ts";
import { failing, serving, succeeding } from "../testing/serving.ts";
import { getFullProfile } from "./get-full-profile.ts";

test("asks for the full profile, signed, without parameters", async () => {
  const { kite, server } = await serving([succeeding(fullProfileWire)]);
  await getFullProfile(kite);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/user/profile/full", query: [], body: "" }]);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: "token testkey:access-of-today" });
});

test("gives times as Date and a placeholder as null; raw keeps everything as sent", async () => {
  const { kite, warnings } = await serving([succeeding(fullProfileWire)]);
  expect(await getFullProfile(kite)).toStrictEqual({
    ...fullProfileWire,
    password_timestamp: null,
    twofa_timestamp: new Date("2025-11-02T10:20:30+05:30"),
  });
  expect((await getFullProfile.raw(kite)).data).toEqual(fullProfileWire);
  expect(warnings).toEqual([]);
});

test("a plan without this call is a PermissionException", async () => {
  const { kite } = await serving([failing(403, "PermissionException", "Insufficient permission for that call.")]);
  expect(await caught(getFullProfile(kite))).toMatchObject({ code: "PermissionException", status: 403 });
  expect(kite.session.expired).toBe(false);
});
