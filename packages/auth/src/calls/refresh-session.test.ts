import { KiteError, type SessionExpired } from "@kite/core";
import { afterEach, expect, test, vi } from "vitest";
import { getProfile } from "../endpoints/get-profile.ts";
import { caught } from "../testing/caught.ts";
import { deferred } from "../testing/deferred.ts";
import { behindGateway, failing, refusedToken, serving, succeeding } from "../testing/serving.ts";
import { refreshSession } from "./refresh-session.ts";

afterEach(() => void vi.useRealTimers());

const byToken = { refresh_token: "refresh-of-today", api_secret: "testsecret" };
const renewed = { user_id: "AB1234", access_token: "access-of-tomorrow", refresh_token: "refresh-of-tomorrow" };

/** A login that waits for a person: `finish` gives its token. */
function slowLogin() {
  const { promise, resolve } = deferred<string>();
  return { hook: vi.fn((_: SessionExpired) => promise), finish: resolve };
}

test("renews by the refresh token where there is one, and gives the pair that replaces it", async () => {
  const onSessionExpired = vi.fn();
  const { kite, server } = await serving([succeeding(renewed)], { onSessionExpired });
  expect(await refreshSession(kite, byToken)).toStrictEqual({
    access_token: "access-of-tomorrow",
    refresh_token: "refresh-of-tomorrow",
  });
  expect(kite.session.accessToken).toBe("access-of-tomorrow");
  expect(server.requests).toMatchObject([{ method: "POST", path: "/session/refresh_token" }]);
  expect(onSessionExpired).not.toHaveBeenCalled();
});

test("otherwise runs the hook and waits for its token; the empty refresh token of an ordinary app is none", async () => {
  const { hook, finish } = slowLogin();
  const { kite, server } = await serving([succeeding(renewed)], { onSessionExpired: hook });
  const refreshed = refreshSession(kite, { refresh_token: "", api_secret: "testsecret" });
  await vi.waitFor(() => expect(hook).toHaveBeenCalledTimes(1));
  expect(hook.mock.calls[0]?.[0].error).toMatchObject({ code: "TokenException", endpoint: "refreshSession" });
  expect(kite.session.accessToken).toBe("access-of-today");
  finish("from-the-hook");
  expect(await refreshed).toStrictEqual({ access_token: "from-the-hook" });
  expect(kite.session.accessToken).toBe("from-the-hook");
  expect(server.requests).toEqual([]);
});

test("many callers share one login by hook, the one that a refused call has started included", async () => {
  const { hook, finish } = slowLogin();
  const { kite } = await serving([refusedToken], { onSessionExpired: hook });
  await caught(getProfile(kite));
  const waiting = Array.from({ length: 5 }, () => refreshSession(kite));
  finish("from-the-hook");
  expect(await Promise.all(waiting)).toEqual(Array(5).fill({ access_token: "from-the-hook" }));
  expect(hook).toHaveBeenCalledTimes(1);
});

test("many callers share one renewal, those without a refresh token included", async () => {
  const { kite, server } = await serving([succeeding(renewed)]);
  const waiting = [refreshSession(kite, byToken), refreshSession(kite, byToken), refreshSession(kite)];
  expect((await Promise.all(waiting)).map(({ access_token }) => access_token)).toEqual(
    Array(3).fill("access-of-tomorrow"),
  );
  expect(server.requests).toHaveLength(1);
  await refreshSession(kite, byToken);
  expect(server.requests).toHaveLength(2);
});

test("two clients do not share a renewal", async () => {
  const one = await serving([succeeding(renewed)]);
  const other = await serving([succeeding({ ...renewed, access_token: "of-the-other" })]);
  await Promise.all([refreshSession(one.kite, byToken), refreshSession(other.kite, byToken)]);
  expect([one.kite.session.accessToken, other.kite.session.accessToken]).toEqual([
    "access-of-tomorrow",
    "of-the-other",
  ]);
});

test("a hook may itself renew by a refresh token without waiting for its own end", async () => {
  const { kite } = await serving([succeeding(renewed)], { onSessionExpired: () => refreshSession(kite, byToken) });
  expect(await refreshSession(kite)).toEqual({ access_token: "access-of-tomorrow" });
});

test("without hook and refresh token it says what is missing", async () => {
  const { kite, server } = await serving([succeeding(renewed)]);
  const error = await caught(refreshSession(kite));
  expect(error).toMatchObject({ code: "TokenException", endpoint: "refreshSession" });
  expect(error.message).toMatch(/refresh_token and api_secret.*onSessionExpired/);
  expect(server.requests).toEqual([]);
});

test("a refresh token needs the secret", async () => {
  const { kite, server } = await serving([succeeding(renewed)]);
  const error = await caught(refreshSession(kite, { refresh_token: "refresh-of-today" }));
  expect(error).toMatchObject({ code: "InvalidInput", message: "renewAccessToken: api_secret: is missing" });
  expect(server.requests).toEqual([]);
});

test("a refused refresh token fails everyone who waits, and the next one may try again", async () => {
  const dead = failing(403, "TokenException", "Token is invalid or has expired.");
  const { kite } = await serving([dead, succeeding(renewed)]);
  const waiting = [refreshSession(kite, byToken), refreshSession(kite, byToken)];
  const errors = await Promise.all(waiting.map((call) => caught(call)));
  expect(errors.map(({ code, endpoint }) => [code, endpoint])).toEqual(
    Array(2).fill(["TokenException", "renewAccessToken"]),
  );
  expect(kite.session.accessToken).toBe("access-of-today");
  await refreshSession(kite, byToken);
  expect(kite.session.accessToken).toBe("access-of-tomorrow");
});

test("a hook that fails is a LoginFailed with the hook's error as cause; its KiteErrors pass as they are", async () => {
  const noPhone = new Error("the phone is off");
  const refused = new KiteError({ code: "TwoFAException", message: "wrong code" });
  const hook = vi.fn().mockRejectedValueOnce(noPhone).mockRejectedValueOnce(refused);
  const { kite } = await serving([succeeding(renewed)], { onSessionExpired: hook });
  const error = await caught(refreshSession(kite));
  expect(error).toMatchObject({ code: "LoginFailed", endpoint: "refreshSession", cause: noPhone });
  expect(error.message).not.toContain("phone");
  expect(await caught(refreshSession(kite))).toBe(refused);
});

test("a caller who aborts leaves alone, and the login goes on for the others", async () => {
  const { hook, finish } = slowLogin();
  const { kite } = await serving([succeeding(renewed)], { onSessionExpired: hook });
  const controller = new AbortController();
  const impatient = refreshSession(kite, { signal: controller.signal });
  const patient = refreshSession(kite);
  controller.abort("changed my mind");
  expect(await caught(impatient)).toMatchObject({
    code: "Aborted",
    message: "refreshSession: aborted by the caller",
    cause: "changed my mind",
  });
  finish("from-the-hook");
  expect(await patient).toEqual({ access_token: "from-the-hook" });
  expect(hook).toHaveBeenCalledTimes(1);
});

test("a caller who aborts a shared renewal leaves alone too", async () => {
  const { kite, server } = await serving([succeeding(renewed)]);
  const controller = new AbortController();
  const impatient = refreshSession(kite, { ...byToken, signal: controller.signal });
  const patient = refreshSession(kite, byToken);
  controller.abort();
  expect(await caught(impatient)).toMatchObject({ code: "Aborted" });
  expect(await patient).toMatchObject({ access_token: "access-of-tomorrow" });
  expect(server.requests).toHaveLength(1);
});

test("a login that fails when everyone has left ends quietly", async () => {
  const { promise, resolve } = deferred<void>();
  const { kite } = await serving([succeeding(renewed)], {
    onSessionExpired: () => promise.then(() => Promise.reject(new Error("the phone is off"))),
  });
  const controller = new AbortController();
  const impatient = refreshSession(kite, { signal: controller.signal });
  controller.abort();
  await caught(impatient);
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  resolve();
  await new Promise(setImmediate);
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a timeout ends one caller's wait, to the millisecond, and leaves no timer behind", async () => {
  const { hook, finish } = slowLogin();
  const { kite } = await serving([succeeding(renewed)], { onSessionExpired: hook });
  vi.useFakeTimers();
  let ended = false;
  const impatient = caught(refreshSession(kite, { timeout: 300_000 })).finally(() => {
    ended = true;
  });
  const patient = refreshSession(kite, { timeout: 600_000 });
  await vi.advanceTimersByTimeAsync(299_999);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await impatient).toMatchObject({
    code: "Timeout",
    message: "refreshSession: no new token within 300000 ms; the login goes on",
  });
  finish("from-the-hook");
  expect(await patient).toEqual({ access_token: "from-the-hook" });
  expect(vi.getTimerCount()).toBe(0);
});

test("a signal that has fired and a timeout that is none start no login", async () => {
  const { hook } = slowLogin();
  const { kite } = await serving([succeeding(renewed)], { onSessionExpired: hook });
  expect(await caught(refreshSession(kite, { signal: AbortSignal.abort() }))).toMatchObject({ code: "Aborted" });
  for (const timeout of [0, -1, Number.NaN]) {
    expect(await caught(refreshSession(kite, { timeout }))).toMatchObject({ code: "InvalidInput" });
  }
  expect(hook).not.toHaveBeenCalled();
});

test("a very long timeout is not over at once", async () => {
  const { hook, finish } = slowLogin();
  const { kite } = await serving([succeeding(renewed)], { onSessionExpired: hook });
  vi.useFakeTimers();
  const patient = refreshSession(kite, { timeout: Number.POSITIVE_INFINITY });
  await vi.advanceTimersByTimeAsync(3_600_000);
  finish("from-the-hook");
  expect(await patient).toEqual({ access_token: "from-the-hook" });
});

test("behind a gateway it says where to log in instead", async () => {
  expect((await caught(refreshSession(behindGateway()))).message).toMatch(/^refreshSession: apiKey: /);
});
