import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { memoryTokenStore } from "./memory-token-store.ts";

afterEach(() => void vi.useRealTimers());

const token = {
  api_key: "testkey",
  access_token: "access-of-today",
  login_time: new Date("2026-03-03T09:15:00+05:30"),
};

test("gives what was saved last, until it is cleared", async () => {
  vi.useFakeTimers({ now: token.login_time });
  const store = memoryTokenStore();
  expect(await store.load()).toBeUndefined();
  await store.save({ ...token, access_token: "older" });
  await store.save(token);
  expect(await store.load()).toEqual(token);
  await store.clear();
  expect(await store.load()).toBeUndefined();
});

test("a token dies at 06:00 IST and does not come back", async () => {
  vi.useFakeTimers({ now: token.login_time });
  const store = memoryTokenStore();
  await store.save(token);
  vi.setSystemTime(new Date("2026-03-04T05:59:59.999+05:30"));
  expect(await store.load()).toEqual(token);
  vi.setSystemTime(new Date("2026-03-04T06:00:00+05:30"));
  expect(await store.load()).toBeUndefined();
  vi.setSystemTime(token.login_time);
  expect(await store.load()).toBeUndefined();
});

test("two stores share nothing, and neither shows its token", async () => {
  vi.useFakeTimers({ now: token.login_time });
  const store = memoryTokenStore();
  await store.save(token);
  expect(await memoryTokenStore().load()).toBeUndefined();
  expect(inspect(store, { depth: null, showHidden: true }) + JSON.stringify(store)).not.toContain("access-of-today");
});
