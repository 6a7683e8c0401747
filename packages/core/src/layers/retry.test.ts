import { answering, unreachable } from "@kite/testing";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createClient } from "../client.ts";
import type { Plan } from "../request.ts";
import { retry } from "./retry.ts";

const account = { apiKey: "key", accessToken: "t" };
const read: Plan = { endpoint: "getOrders", method: "GET", path: "/orders" };
const write: Plan = { endpoint: "placeOrder", method: "POST", path: "/orders/regular", form: { quantity: 1 } };
const busy = { status: 503, json: { status: "error", error_type: "NetworkException", message: "busy" } } as const;
const good = { json: { status: "success", data: "good" } } as const;
const quick = { baseDelay: 1, maxDelay: 5 };

// The first fetch of a process loads the platform's parts, which takes most of the time limits here.
beforeAll(() => fetch("http://127.0.0.1:1").catch(() => {}));
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ["a dropped socket", { fault: "drop" }],
  ["a cut body", { fault: "cut" }],
  ["silence", { fault: "hang" }],
  ["HTML with status 200", { text: "<html>" }],
  ["a gateway's 502", { status: 502, text: "<html>" }],
  ["503", busy],
  ["429", { status: 429, json: { status: "error", error_type: "NetworkException", message: "Too many requests" } }],
] as const)("a read comes through after %s, three times over", async (_, fault) => {
  const server = await answering(fault, fault, fault, good);
  // a machine that does other things must not make a time-out of an answer
  const timeout = "fault" in fault && fault.fault === "hang" ? 60 : 10_000;
  const kite = createClient({ ...account, environment: server.environment, timeout }, retry(quick));
  expect((await kite.send(read)).data).toBe("good");
  expect(server.requests).toHaveLength(4);
  expect(kite.stats()).toMatchObject({ requests: 4, retries: 3, errors: 3 });
});

test.each([
  { fault: "drop" },
  { fault: "cut" },
  { fault: "hang" },
  { text: "<html>" },
  { status: 502, text: "" },
  busy,
] as const)("a write is sent once, whatever happens to it: %j", async (fault) => {
  const server = await answering(fault, good);
  const kite = createClient({ ...account, environment: server.environment, timeout: 60 }, retry(quick));
  await expect(kite.send(write)).rejects.toMatchObject({ outcome: "unknown" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.requests).toHaveLength(1);
});

test("a write that never left is not repeated either: that is the caller's decision", async () => {
  const kite = createClient({ ...account, environment: await unreachable() }, retry(quick));
  await expect(kite.send(write)).rejects.toMatchObject({ outcome: "not-sent", retryable: true });
  expect(kite.stats().requests).toBe(1);
});

test("a POST that claims to be idempotent is repeated", async () => {
  const server = await answering(busy, good);
  const kite = createClient({ ...account, environment: server.environment }, retry(quick));
  expect((await kite.send({ ...write, idempotent: true })).data).toBe("good");
});

test.each([
  { status: 400, json: { status: "error", error_type: "InputException", message: "x" } },
  { status: 403, json: { status: "error", error_type: "TokenException", message: "x" } },
  { status: 500, json: { status: "error", error_type: "TokenException", message: "x" } },
  { status: 404, text: "" },
])("what another try cannot mend is not tried again: %j", async (answer) => {
  const server = await answering(answer, good);
  const kite = createClient({ ...account, environment: server.environment }, retry(quick));
  await expect(kite.send(read)).rejects.toMatchObject({ retryable: false });
  expect(server.requests).toHaveLength(1);
});

test("the last error is thrown when the tries are used up", async () => {
  const server = await answering(busy);
  const kite = createClient({ ...account, environment: server.environment }, retry({ ...quick, maxRetries: 2 }));
  await expect(kite.send(read)).rejects.toMatchObject({ code: "NetworkException", status: 503 });
  expect(server.requests).toHaveLength(3);
});

describe("Retry-After", () => {
  const refusal = (value: string) => ({ ...busy, status: 429, headers: { "retry-after": value } });

  test("in seconds is waited for", async () => {
    const server = await answering(refusal("1"), good);
    const kite = createClient({ ...account, environment: server.environment }, retry(quick));
    await kite.send(read);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(999);
  });

  test("as a date is waited for", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-23T10:00:00Z"), toFake: ["Date"] });
    const server = await answering(refusal("Mon, 23 Nov 2026 10:00:01 GMT"), good);
    const kite = createClient({ ...account, environment: server.environment }, retry(quick));
    await kite.send(read);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(999);
  });

  test("in the past, or unreadable, is no wait", async () => {
    const server = await answering(refusal("Mon, 23 Nov 2020 10:00:01 GMT"), refusal("soon"), good);
    const kite = createClient({ ...account, environment: server.environment }, retry(quick));
    expect((await kite.send(read)).data).toBe("good");
  });

  test("beyond the limit is handed to the caller at once", async () => {
    const server = await answering(refusal("3600"), good);
    const kite = createClient({ ...account, environment: server.environment }, retry(quick));
    await expect(kite.send(read)).rejects.toMatchObject({ status: 429, retryAfter: 3_600_000 });
    expect(server.requests).toHaveLength(1);
  });
});

test("the caller's signal ends the wait between two tries", async () => {
  const server = await answering(busy, good);
  const kite = createClient(
    { ...account, environment: server.environment },
    retry({ baseDelay: 60_000, maxDelay: 60_000 }),
  );
  const controller = new AbortController();
  const call = kite.send({ ...read, signal: controller.signal });
  await vi.waitFor(() => expect(kite.stats().errors).toBe(1));
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: "Aborted" });
  expect(server.requests).toHaveLength(1);
});

test("the deadline ends the whole call, pauses included", async () => {
  const server = await answering(busy);
  const kite = createClient(
    { ...account, environment: server.environment },
    retry({ baseDelay: 60_000, maxDelay: 60_000 }),
  );
  await expect(kite.send({ ...read, deadline: 80 })).rejects.toMatchObject({
    code: "Timeout",
    message: expect.stringContaining("80 ms"),
  });
  expect(server.requests).toHaveLength(1);
});

test("pauses grow, with jitter, up to the longest", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const pauses: number[] = [];
  const spy = vi.spyOn(globalThis, "setTimeout");
  const layer = retry({ baseDelay: 200, maxDelay: 1_000, maxRetries: 4 });
  const { KiteError } = await import("../errors.ts");
  const send = layer(() => Promise.reject(new KiteError({ code: "ConnectionFailed", message: "x", retryable: true })), {
    session: undefined as never,
    stats: { add: () => {}, read: undefined as never },
  });
  const outcome = send(read).catch(() => "failed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await outcome).toBe("failed");
  for (const [, delay] of spy.mock.calls) pauses.push(Number(delay));
  expect(pauses).toHaveLength(4);
  for (const [turn, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(Math.min(200 * 2 ** turn, 1_000));
    expect(pause).toBeLessThanOrEqual(Math.min(400 * 2 ** turn, 1_000));
  }
});

test("refuses settings that are no numbers", () => {
  expect(() => retry({ maxRetries: -1 })).toThrow("retry: maxRetries");
  expect(() => retry({ baseDelay: Number.NaN })).toThrow("retry: baseDelay");
});
