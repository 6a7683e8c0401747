import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { generateSession } from "../endpoints/generate-session.ts";
import { invalidateAccessToken } from "../endpoints/invalidate-access-token.ts";
import { memoryTokenStore } from "../store/memory-token-store.ts";
import type { StoredToken, TokenStore } from "../store/token-store.ts";
import { caught } from "../testing/caught.ts";
import { deferred } from "../testing/deferred.ts";
import { sessionWire } from "../testing/samples.ts";
import { behindGateway, serving, succeeding } from "../testing/serving.ts";
import { keepSession } from "./keep-session.ts";

const now = new Date("2026-03-03T09:15:00+05:30");
beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const loggedOut = { accessToken: undefined };
const stored: StoredToken = {
  api_key: "testkey",
  access_token: "from-the-store",
  login_time: new Date("2026-03-03T08:00:00+05:30"),
};

/** A store that lets a dead token through and writes down what is asked of it. */
function recordingStore(token?: StoredToken) {
  const asked: unknown[] = [];
  const store: TokenStore = {
    load: async () => token,
    save: async (saved) => void asked.push(saved),
    clear: async () => void asked.push("clear"),
  };
  return { store, asked };
}

test("loads the token of today into the client, and does not save it again", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore(stored);
  expect(await keepSession(kite, store)).toBe(true);
  expect(kite.session.accessToken).toBe("from-the-store");
  expect(asked).toEqual([]);
});

test("an empty store gives nothing", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  expect(await keepSession(kite, memoryTokenStore())).toBe(false);
  expect(kite.session.accessToken).toBeUndefined();
});

test.each([
  ["06:00 IST has passed since", { login_time: new Date("2026-03-03T05:59:59+05:30") }],
  ["it comes from the future", { login_time: new Date("2026-03-04T06:00:00+05:30") }],
  ["it is empty", { access_token: "" }],
  ["it could not stand in a header", { access_token: "from the store" }],
])("a stored token is not loaded but cleared when %s", async (_, change) => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore({ ...stored, ...change });
  expect(await keepSession(kite, store)).toBe(false);
  expect(kite.session.accessToken).toBeUndefined();
  expect(asked).toEqual(["clear"]);
});

test("a token of another app is not loaded, and not cleared either", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore({ ...stored, api_key: "another" });
  expect(await keepSession(kite, store)).toBe(false);
  expect(kite.session.accessToken).toBeUndefined();
  expect(asked).toEqual([]);
});

test("a client that has a token keeps it", async () => {
  const { kite } = await serving([succeeding(true)]);
  const { store, asked } = recordingStore(stored);
  expect(await keepSession(kite, store)).toBe(false);
  expect(kite.session.accessToken).toBe("access-of-today");
  expect(asked).toEqual([]);
});

test("saves the token of a login, with its app and time, and clears it after the logout", async () => {
  const { kite } = await serving([succeeding(sessionWire), succeeding(true)], loggedOut);
  const { store, asked } = recordingStore();
  await keepSession(kite, store);
  await generateSession(kite, { request_token: "testtoken", api_secret: "testsecret" });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked).toEqual([{ api_key: "testkey", access_token: "access-of-tomorrow", login_time: now }]);
  await invalidateAccessToken(kite);
  await vi.waitFor(() => expect(asked.slice(1)).toEqual(["clear"]));
});

test("the next start finds the token, until 06:00 IST", async () => {
  const store = memoryTokenStore();
  const first = await serving([succeeding(sessionWire)], loggedOut);
  await keepSession(first.kite, store);
  await generateSession(first.kite, { request_token: "testtoken", api_secret: "testsecret" });
  await vi.waitFor(async () => expect(await store.load()).toBeDefined());

  vi.setSystemTime(new Date("2026-03-04T05:59:59.999+05:30"));
  const second = await serving([succeeding(true)], loggedOut);
  expect(await keepSession(second.kite, store)).toBe(true);
  expect(second.kite.session.accessToken).toBe("access-of-tomorrow");

  vi.setSystemTime(new Date("2026-03-04T06:00:00+05:30"));
  const third = await serving([succeeding(true)], loggedOut);
  expect(await keepSession(third.kite, store)).toBe(false);
  expect(third.kite.session.accessToken).toBeUndefined();
});

test("a login that ends while the store is read wins over the stored token, and is saved", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore();
  const { promise, resolve } = deferred<StoredToken>();
  const kept = keepSession(kite, { ...store, load: () => promise });
  kite.session.setAccessToken("from-the-login");
  resolve(stored);
  expect(await kept).toBe(false);
  expect(kite.session.accessToken).toBe("from-the-login");
  await vi.waitFor(() => expect(asked).toMatchObject([{ access_token: "from-the-login" }]));
});

test("writes one after the other, so that a slow save cannot overtake a logout", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore();
  const { promise, resolve } = deferred<void>();
  await keepSession(kite, { ...store, save: (token) => promise.then(() => store.save(token)) });
  kite.session.setAccessToken("short-lived");
  kite.session.setAccessToken(undefined);
  resolve();
  await vi.waitFor(() => expect(asked).toMatchObject([{ access_token: "short-lived" }, "clear"]));
});

test("a store that cannot be read is a StoreFailed, and nothing is kept until the next call", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore(stored);
  const load = () => Promise.reject(new Error("EACCES: permission denied, open '/home/asha/.kite/token.json'"));
  const error = await caught(keepSession(kite, { ...store, load }));
  expect(error).toMatchObject({ code: "StoreFailed", endpoint: "keepSession" });
  expect(error.message).toBe(
    "keepSession: the store could not load the token: EACCES: permission denied, open '/home/asha/.kite/token.json'",
  );
  kite.session.setAccessToken("another");
  kite.session.setAccessToken(undefined);
  expect(await keepSession(kite, store)).toBe(true);
  expect(asked).toEqual([]);
});

test("a save that fails later is told to onError, without the token, and the next one is tried", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore();
  const save = (token: StoredToken) =>
    token.access_token === "first"
      ? Promise.reject(new Error("INSERT INTO tokens VALUES ('first'): disk full"))
      : store.save(token);
  const onError = vi.fn();
  await keepSession(kite, { ...store, save }, { onError });
  kite.session.setAccessToken("first");
  kite.session.setAccessToken("second");
  await vi.waitFor(() => expect(asked).toMatchObject([{ access_token: "second" }]));
  expect(onError).toHaveBeenCalledTimes(1);
  const [error] = onError.mock.calls[0] ?? [];
  expect(error).toMatchObject({
    code: "StoreFailed",
    message: "keepSession: the store could not save the new token: INSERT INTO tokens VALUES ('***'): disk full",
  });
  expect(error).not.toHaveProperty("cause");
});

test("a clear that fails is told as well; without onError, on the console", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store } = recordingStore(stored);
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  await keepSession(kite, { ...store, clear: () => Promise.reject("offline") });
  kite.session.setAccessToken(undefined);
  await vi.waitFor(() =>
    expect(warn).toHaveBeenCalledWith("keepSession: the store could not clear the old token: offline"),
  );
  warn.mockRestore();
});

test("an onError that throws neither ends the process nor the keeping", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const { store, asked } = recordingStore();
  const clear = () => Promise.reject(new Error("offline"));
  const onError = vi.fn(() => {
    throw new Error("the logger is down too");
  });
  await keepSession(kite, { ...store, clear }, { onError });
  kite.session.setAccessToken(undefined);
  kite.session.setAccessToken("next");
  await vi.waitFor(() => expect(asked).toMatchObject([{ access_token: "next" }]));
  expect(onError).toHaveBeenCalledTimes(1);
});

test("does not quote what it cannot parse: it may be the token", async () => {
  const { kite } = await serving([succeeding(true)], loggedOut);
  const load = async () => JSON.parse("tok-of-someone");
  const error = await caught(keepSession(kite, { ...memoryTokenStore(), load }));
  expect(error.message).toBe("keepSession: the store could not load the token: it holds something unreadable");
});

test("behind a gateway there is no token to keep", async () => {
  expect((await caught(keepSession(behindGateway(), memoryTokenStore()))).message).toMatch(/^keepSession: apiKey: /);
});
