import { createKite } from "@kite/core";
import { expect, test } from "vitest";
import * as calls from "./calls/index.ts";
import * as endpoints from "./endpoints/index.ts";
import { auth } from "./plugin.ts";
import { caught } from "./testing/caught.ts";
import { marginsWire, profileWire, segmentWire } from "./testing/samples.ts";
import { serving, succeeding } from "./testing/serving.ts";

test("kite.auth has every call of the package", () => {
  const kite = createKite({ apiKey: "testkey" }).use(auth());
  const names = [...Object.keys(endpoints), ...Object.keys(calls), "verifyPostback", "tokenExpiry"];
  expect(Object.keys(kite.auth).sort()).toEqual(names.sort());
});

test("bound calls go through the client, typed and raw, with and without a segment", async () => {
  const { kite, server } = await serving([
    succeeding(profileWire),
    succeeding(marginsWire),
    succeeding(segmentWire),
    succeeding(segmentWire),
  ]);
  const bound = auth()(kite).auth;
  expect(await bound.getProfile()).toEqual(profileWire);
  expect(await bound.getMargins()).toEqual(marginsWire);
  expect(await bound.getMargins("equity")).toEqual(segmentWire);
  expect((await bound.getMargins.raw("commodity")).data).toEqual(segmentWire);
  expect(server.requests.map(({ path }) => path)).toEqual([
    "/user/profile",
    "/user/margins",
    "/user/margins/equity",
    "/user/margins/commodity",
  ]);
  expect(await bound.validateSession()).toBe(true);
});

test("verifyPostback and tokenExpiry need nothing of the client", async () => {
  const { verifyPostback, tokenExpiry, getLoginURL } = createKite({ apiKey: "testkey" }).use(auth()).auth;
  expect(await caught(verifyPostback("{}", "testsecret"))).toMatchObject({ code: "InvalidInput" });
  expect(tokenExpiry(new Date("2026-03-03T09:15:00+05:30"))).toEqual(new Date("2026-03-04T06:00:00+05:30"));
  expect(getLoginURL()).toMatch(/[?&]api_key=testkey$/);
});

test("clients made with use share the login; two clients do not", async () => {
  const base = createKite({ apiKey: "testkey" });
  const one = base.use(auth());
  const other = createKite({ apiKey: "testkey" }).use(auth());
  one.session.setAccessToken("access-of-today");
  expect(base.session.accessToken).toBe("access-of-today");
  expect(other.session.accessToken).toBeUndefined();
});
