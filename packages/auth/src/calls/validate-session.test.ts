import { cache, createClient } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test, vi } from "vitest";
import { getProfile } from "../endpoints/get-profile.ts";
import { caught } from "../testing/caught.ts";
import { profileWire } from "../testing/samples.ts";
import { failing, refusedToken, serving, succeeding } from "../testing/serving.ts";
import { validateSession } from "./validate-session.ts";

test("true when the server takes the token: it asks for the profile, signed", async () => {
  const { kite, server } = await serving([succeeding(profileWire)]);
  expect(await validateSession(kite)).toBe(true);
  expect(server.requests).toMatchObject([
    { method: "GET", path: "/user/profile", headers: { authorization: "token testkey:access-of-today" } },
  ]);
});

test("false when the server refuses the token, which also runs the login hook", async () => {
  const onSessionExpired = vi.fn();
  const { kite } = await serving([refusedToken], { onSessionExpired });
  expect(await validateSession(kite)).toBe(false);
  expect(onSessionExpired).toHaveBeenCalledTimes(1);
});

test("false without a token, and nothing is sent", async () => {
  const { kite, server } = await serving([succeeding(profileWire)], { accessToken: undefined });
  expect(await validateSession(kite)).toBe(false);
  expect(server.requests).toEqual([]);
});

test.each([
  ["the connection breaks", { fault: "drop" } as const, "ConnectionFailed"],
  ["no answer comes", { fault: "hang" } as const, "Timeout"],
  ["the server is down", failing(503, "NetworkException", "Service unavailable"), "NetworkException"],
  [
    "the account may not",
    failing(403, "PermissionException", "Insufficient permission for that call."),
    "PermissionException",
  ],
  ["a gateway answers with a page", { status: 403, text: "<html>" }, "HttpError"],
])("throws when it cannot know: %s", async (_, answer, code) => {
  const { kite } = await serving([answer], { timeout: 100 });
  const error = await caught(validateSession(kite));
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^validateSession: /);
});

test("a cached profile does not prove a dead token alive", async () => {
  const { kite, server } = await serving([succeeding(profileWire), refusedToken], {}, cache({ ttl: 60_000 }));
  await getProfile(kite);
  await getProfile(kite);
  expect(server.requests).toHaveLength(1);
  expect(await validateSession(kite)).toBe(false);
});

test("takes call options", async () => {
  const { kite, server } = await serving([succeeding(profileWire)]);
  expect(await caught(validateSession(kite, { signal: AbortSignal.abort() }))).toMatchObject({ code: "Aborted" });
  expect(server.requests).toEqual([]);
});

test("behind a gateway it asks without a key and a token of its own", async () => {
  const { root } = await answering(succeeding(profileWire), refusedToken);
  const fetch: typeof globalThis.fetch = (path, init) => globalThis.fetch(`${root}${path}`, init);
  const kite = createClient({ environment: { root: "/kite" }, fetch });
  expect(await validateSession(kite)).toBe(true);
  expect(await validateSession(kite)).toBe(false);
});
