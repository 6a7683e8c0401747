import { expect, test } from "vitest";
import { lossOf } from "./loss.ts";

test.each([
  [{ status: 403 }, "auth", "HTTP 403"],
  [{ status: 401 }, "auth", "HTTP 401"],
  [{ status: 429, retryAfter: 5_000 }, "limit", "HTTP 429"],
  [{ status: 503 }, "server", "HTTP 503"],
  [{ status: 200 }, "server", "HTTP 200"],
  [{ code: 1006, problem: "ECONNREFUSED" }, "network", "ECONNREFUSED"],
  [{ code: 1006 }, "network", "close code 1006"],
  [{}, "network", "close code 1006"],
  [{ code: 1000 }, "server", "close code 1000"],
  [{ code: 1011 }, "server", "close code 1011"],
  [{ code: 4001 }, "auth", "close code 4001"],
  [{ code: 4003 }, "auth", "close code 4003"],
  [{ code: 4008 }, "limit", "close code 4008"],
  [{ code: 4002 }, "server", "close code 4002"],
])("%j is the reason %s", (end, reason, detail) => {
  expect(lossOf(end)).toMatchObject({ reason, detail });
});

test("a close without a word is unexplained: behind it may be a refused token", () => {
  expect(lossOf({ code: 1006 }).isUnexplained).toBe(true);
  expect(lossOf({ code: 1006, problem: "ECONNRESET" }).isUnexplained).toBeUndefined();
  expect(lossOf({ code: 1001 }).isUnexplained).toBeUndefined();
  expect(lossOf({ status: 502 }).isUnexplained).toBeUndefined();
});

test("keeps the wait that the server asks for", () => {
  expect(lossOf({ status: 503, retryAfter: 2_000 }).retryAfter).toBe(2_000);
});

test.each([{ status: 401 }, { status: 403 }, { code: 4001 }, { code: 4003 }])("%j refuses the account", (end) => {
  expect(lossOf(end).isRefused).toBe(true);
});

test.each([{ status: 429 }, { status: 503 }, { code: 1006 }, { code: 1000 }, { code: 4008 }])("%j does not", (end) => {
  expect(lossOf(end).isRefused ?? false).toBe(false);
});
