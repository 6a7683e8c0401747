import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { profileWire, sessionWire } from "../testing/samples.ts";
import { behindGateway, failing, serving, succeeding } from "../testing/serving.ts";
import { generateSession } from "./generate-session.ts";

const params = { request_token: "testtoken", api_secret: "testsecret" };
/** SHA-256 of `testkeytesttokentestsecret`. */
const checksum = "04eea19ccb07c3d9c4c857db3647d713276d7b3a071b5043cd45616c81cdf63d";

test("sends key, request token and checksum as a form, unsigned, and never the secret", async () => {
  const { kite, server } = await serving([succeeding(sessionWire)]);
  await generateSession(kite, params);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    path: "/session/token",
    query: [],
    body: `api_key=testkey&request_token=testtoken&checksum=${checksum}`,
    headers: { "x-kite-version": "3", "content-type": "application/x-www-form-urlencoded" },
  });
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});

test("gives user and tokens, the login time as Date; raw keeps everything as sent", async () => {
  const { kite, warnings } = await serving([succeeding(sessionWire)]);
  expect(await generateSession(kite, params)).toStrictEqual({
    ...profileWire,
    api_key: "testkey",
    access_token: "access-of-tomorrow",
    public_token: "public-of-tomorrow",
    refresh_token: "",
    login_time: new Date("2026-03-03T16:15:14+05:30"),
  });
  expect(await generateSession.raw(kite, params)).toMatchObject({ status: 200, data: sessionWire });
  expect(warnings).toEqual([]);
});

test.each([
  ["typed", generateSession],
  ["raw", generateSession.raw],
])("puts the token to use for the next call: %s", async (_, call) => {
  const { kite } = await serving([succeeding(sessionWire)], { accessToken: undefined });
  const heard: unknown[] = [];
  kite.session.onChange((token) => heard.push(token));
  await call(kite, params);
  expect(kite.session.accessToken).toBe("access-of-tomorrow");
  expect(heard).toEqual(["access-of-tomorrow"]);
});

test.each([
  ["no token", { ...sessionWire, access_token: undefined }],
  ["an empty one", { ...sessionWire, access_token: "" }],
  ["one with a line break", { ...sessionWire, access_token: "access\nX-Evil: 1" }],
  ["a number", { ...sessionWire, access_token: 17 }],
  ["null for data", null],
  ["text for data", "access_token"],
])("an answer with %s is an error and leaves the session as it was", async (_, data) => {
  const { kite, warnings } = await serving([succeeding(data)]);
  const error = await caught(generateSession(kite, params));
  expect(error).toMatchObject({ code: "MalformedAnswer", outcome: "unknown", retryable: false });
  expect(error.message).toMatch(/^generateSession: access_token: /);
  expect(error.answer()).toEqual(data);
  expect(kite.session.accessToken).toBe("access-of-today");
  expect(warnings).toEqual([]);
});

test("a refused checksum is a TokenException; it neither expires the session nor starts the login hook", async () => {
  let logins = 0;
  const { kite } = await serving([failing(403, "TokenException", "Invalid `checksum`.")], {
    onSessionExpired: () => void logins++,
  });
  expect(await caught(generateSession(kite, params))).toMatchObject({
    code: "TokenException",
    status: 403,
    outcome: "rejected",
    message: "generateSession: Invalid `checksum`. (403 TokenException)",
  });
  expect(kite.session).toMatchObject({ accessToken: "access-of-today", expired: false });
  expect(logins).toBe(0);
});

test("is sent once, whatever becomes of it: the request token may be spent", async () => {
  const { kite, server } = await serving([{ fault: "drop" }], {}, retry({ baseDelay: 1 }));
  expect(await caught(generateSession(kite, params))).toMatchObject({ code: "ConnectionFailed", outcome: "unknown" });
  expect(server.requests).toHaveLength(1);
});

test.each([
  ["request_token", { ...params, request_token: "" }],
  ["request_token", { ...params, request_token: "test token" }],
  ["api_secret", { ...params, api_secret: "" }],
  ["api_secret", { ...params, api_secret: "testsecret\n" }],
])("refuses an unusable %s before anything is sent", async (field, unusable) => {
  const { kite, server } = await serving([succeeding(sessionWire)]);
  const error = await caught(generateSession(kite, unusable));
  expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(error.message).toMatch(new RegExp(`^generateSession: ${field}: `));
  expect(server.requests).toEqual([]);
});

test("behind a gateway it says where to log in instead", async () => {
  const error = await caught(generateSession(behindGateway(), params));
  expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(error.message).toMatch(/^generateSession: apiKey: .*gateway's own routes/);
});
