import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKite, type SessionExpiryHook } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { auth } from "./plugin.ts";
import { fileTokenStore } from "./store/file-token-store.ts";
import { memoryTokenStore } from "./store/memory-token-store.ts";
import { caught } from "./testing/caught.ts";
import { deferred } from "./testing/deferred.ts";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

const clientOf = ({ apiKey, environment }: Simulator, onSessionExpired?: SessionExpiryHook) =>
  createKite({ apiKey, environment, onSessionExpired, validate: "strict" }).use(auth());

/** Does what a browser does: opens the login page, sends its form, and stops at the redirect. */
async function signIn(loginURL: string, user_id: string): Promise<URL> {
  const page = await fetch(loginURL);
  expect(page.status).toBe(200);
  const fields = [...(await page.text()).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const form = new URLSearchParams(fields.map(([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")]));
  form.set("user_id", user_id);
  const answer = await fetch(loginURL, { method: "POST", body: form, redirect: "manual" });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get("location") ?? "");
}

test("a person logs in through the page; the client knows who it is, what is there, and logs out", async () => {
  simulator.redirectUrl = "https://app.example/callback";
  const kite = clientOf(simulator);
  expect(await kite.auth.validateSession()).toBe(false);

  const redirect = await signIn(kite.auth.getLoginURL({ redirect_params: { state: "a b&c=d" } }), "SIM001");
  expect(redirect.searchParams.get("state")).toBe("a b&c=d");
  const request_token = redirect.searchParams.get("request_token") ?? "";
  const session = await kite.auth.generateSession({ request_token, api_secret: simulator.apiSecret });
  expect(session).toMatchObject({ user_id: "SIM001", api_key: simulator.apiKey, refresh_token: "" });
  expect(kite.session.accessToken).toBe(session.access_token);
  expect(await kite.auth.validateSession()).toBe(true);

  expect(await kite.auth.getProfile()).toMatchObject({ user_id: "SIM001", user_name: session.user_name });
  expect((await kite.auth.getFullProfile()).bank_accounts).toBeInstanceOf(Array);
  const { equity, commodity } = await kite.auth.getMargins();
  expect(await kite.auth.getMargins("equity")).toEqual(equity);
  expect(await kite.auth.getMargins("commodity")).toEqual(commodity);

  const { access_token } = session;
  expect(await kite.auth.invalidateAccessToken()).toBe(true);
  expect(await kite.auth.validateSession()).toBe(false);
  kite.session.setAccessToken(access_token);
  expect(await caught(kite.auth.getProfile())).toMatchObject({ code: "TokenException", status: 403 });
});

test("a request token is good once, and for the right secret only", async () => {
  const { request_token } = await simulator.login();
  const kite = clientOf(simulator);
  const wrong = await caught(kite.auth.generateSession({ request_token, api_secret: "wrong" }));
  expect(wrong).toMatchObject({ code: "TokenException", outcome: "rejected" });
  await kite.auth.generateSession({ request_token, api_secret: simulator.apiSecret });
  const spent = await caught(kite.auth.generateSession({ request_token, api_secret: simulator.apiSecret }));
  expect(spent).toMatchObject({ code: "TokenException", outcome: "rejected" });
  expect(await kite.auth.validateSession()).toBe(true);
});

test("after the end of a session one login by hook serves everyone who waits", async () => {
  let person: Promise<void> = Promise.resolve();
  const logIn = vi.fn(async () => {
    await person;
    const { request_token } = await simulator.login();
    await kite.auth.generateSession({ request_token, api_secret: simulator.apiSecret });
  });
  const kite = clientOf(simulator, logIn);
  await kite.auth.refreshSession();
  expect(logIn).toHaveBeenCalledTimes(1);

  simulator.expireSessions();
  const { promise, resolve } = deferred<void>();
  person = promise;
  await Promise.all([caught(kite.auth.getProfile()), caught(kite.auth.getMargins())]);
  const waiting = [kite.auth.refreshSession(), kite.auth.refreshSession()];
  resolve();
  await Promise.all(waiting);
  expect(logIn).toHaveBeenCalledTimes(2);
  expect(await kite.auth.validateSession()).toBe(true);
});

test("an approved platform renews without a login, and each refresh token is good once", async () => {
  const kite = clientOf(simulator);
  const { request_token } = await simulator.login({ user_id: "SIM003" });
  const { apiSecret: api_secret } = simulator;
  const { refresh_token } = await kite.auth.generateSession({ request_token, api_secret });
  const renewed = await kite.auth.refreshSession({ refresh_token, api_secret });
  expect(await kite.auth.getProfile()).toMatchObject({ user_id: "SIM003" });
  expect(await caught(kite.auth.renewAccessToken({ refresh_token, api_secret }))).toMatchObject({
    code: "TokenException",
  });

  expect(await kite.auth.invalidateRefreshToken(renewed.refresh_token ?? "")).toBe(true);
  expect(await kite.auth.validateSession()).toBe(true);
  expect(await caught(kite.auth.refreshSession({ refresh_token: renewed.refresh_token, api_secret }))).toMatchObject({
    code: "TokenException",
  });
});

test("a login is kept in a file for the next start, until the logout", async () => {
  const folder = await mkdtemp(join(tmpdir(), "login-"));
  const path = join(folder, "token.json");
  const first = clientOf(simulator);
  expect(await first.auth.keepSession(fileTokenStore(path))).toBe(false);
  const { request_token } = await simulator.login();
  const { access_token } = await first.auth.generateSession({ request_token, api_secret: simulator.apiSecret });
  await vi.waitFor(async () => expect(await readFile(path, "utf8")).toContain(access_token));

  const second = clientOf(simulator);
  expect(await second.auth.keepSession(fileTokenStore(path))).toBe(true);
  expect(await second.auth.getProfile()).toMatchObject({ user_id: "SIM001" });

  await second.auth.invalidateAccessToken();
  await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]));
  expect(await clientOf(simulator).auth.keepSession(fileTokenStore(path))).toBe(false);
  await rm(folder, { recursive: true });
});

test("server and store agree on the minute in which a token dies", async () => {
  const kite = clientOf(simulator);
  const { request_token } = await simulator.login();
  const { login_time } = await kite.auth.generateSession({ request_token, api_secret: simulator.apiSecret });
  const expiry = kite.auth.tokenExpiry(login_time).getTime();
  simulator.setTime(expiry - 60_000);
  expect(await kite.auth.validateSession()).toBe(true);
  simulator.setTime(expiry);
  expect(await kite.auth.validateSession()).toBe(false);
});

test("a store that hands over a token the server has ended leaves the answer to validateSession", async () => {
  const store = memoryTokenStore();
  const first = clientOf(simulator);
  await first.auth.keepSession(store);
  const { request_token } = await simulator.login();
  await first.auth.generateSession({ request_token, api_secret: simulator.apiSecret });
  await vi.waitFor(async () => expect(await store.load()).toBeDefined());
  simulator.expireSessions();

  const second = clientOf(simulator);
  expect(await second.auth.keepSession(store)).toBe(true);
  expect(await second.auth.validateSession()).toBe(false);
});
