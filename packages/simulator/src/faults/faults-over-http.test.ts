import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { type RawAnswer, rawPost } from "../testing/raw-request.ts";
import { cashUser, orderForm, TRADING_HOURS } from "../testing/trade.ts";
import type { Fault, FaultRule } from "./rule.ts";

const open: Simulator[] = [];
let simulator: Simulator;
let caller: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ users: [cashUser], clock: () => TRADING_HOURS });
  open.push(simulator);
  caller = await signIn(simulator);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const meet = (fault: Fault, signal?: AbortSignal): Promise<RawAnswer> => {
  simulator.faults.set([{ match: "POST /orders/*", fault }]);
  return rawPost(simulator, caller, "/orders/regular", orderForm(), signal);
};
const noAnswer = { status: undefined, headers: {}, text: "", error: "ECONNRESET" };
const placed = (): number => simulator.orders().length;

test("drop resets the connection, before or after the order is placed", async () => {
  expect(await meet({ kind: "drop", executed: false })).toEqual(noAnswer);
  expect(placed()).toBe(0);
  expect(await meet({ kind: "drop", executed: true })).toEqual(noAnswer);
  expect(placed()).toBe(1);
});

test("hang says nothing until the caller gives up", async () => {
  for (const executed of [false, true]) {
    const patience = new AbortController();
    const answer = meet({ kind: "hang", executed }, patience.signal);
    const arrived = simulator.requests.length + 1;
    await vi.waitFor(() => expect(simulator.requests).toHaveLength(arrived));
    patience.abort();
    expect(await answer).toEqual({ ...noAnswer, error: "ABORT_ERR" });
    expect(placed()).toBe(executed ? 1 : 0);
  }
});

test("hang can end by itself, with a reset", async () => {
  expect(await meet({ kind: "hang", executed: true, ms: 5 })).toEqual(noAnswer);
});

test("close does not wait for what hangs", async () => {
  const answer = meet({ kind: "hang", executed: true });
  await vi.waitFor(() => expect(simulator.requests).toHaveLength(2));
  await simulator.close();
  expect(await answer).toEqual(noAnswer);
});

test.each([
  [400, "InputException", "The request could not be processed."],
  [429, "NetworkException", "Too many requests"],
  [500, "GeneralException", "Something unexpected happened."],
  [502, "DataException", "The order system gave an answer that could not be read."],
  [503, "NetworkException", "The order system could not be reached."],
  [504, "NetworkException", "The order system did not answer in time."],
])("status %i comes in Kite's envelope, before or after the order is placed", async (status, error_type, message) => {
  for (const executed of [false, true]) {
    const answer = await meet({ kind: "status", executed, status });
    expect(answer).toMatchObject({ status, headers: { "content-type": "application/json" }, error: undefined });
    expect(JSON.parse(answer.text)).toEqual({ status: "error", message, data: null, error_type });
    expect(placed()).toBe(executed ? 1 : 0);
  }
});

test("status says what the rule says, as a page, or nothing at all", async () => {
  const told = await meet({
    kind: "status",
    executed: true,
    status: 400,
    error_type: "OrderException",
    message: "No.",
  });
  expect(JSON.parse(told.text)).toEqual({ status: "error", message: "No.", data: null, error_type: "OrderException" });
  const page = await meet({ kind: "status", executed: true, status: 502, body: "html" });
  expect(page).toMatchObject({ status: 502, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(page.text).toContain("<h1>502 Bad Gateway</h1>");
  const empty = await meet({ kind: "status", executed: true, status: 503, body: "empty" });
  expect(empty).toMatchObject({ status: 503, headers: { "content-length": "0" }, text: "", error: undefined });
  expect(placed()).toBe(3);
});

test("html is a page that claims success", async () => {
  const page = await meet({ kind: "html", executed: false });
  expect(page).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(page.text).toMatch(/^<!doctype html>/);
  expect(placed()).toBe(0);
});

test("cut sends half of what it promised", async () => {
  const whole = await meet({ kind: "latency", min: 0, max: 0 });
  const half = await meet({ kind: "cut" });
  const length = Number(half.headers["content-length"]);
  expect(half).toMatchObject({ status: 200, error: "ECONNRESET" });
  expect(length).toBe(whole.text.length);
  expect(half.text).toHaveLength(Math.floor(length / 2));
  expect(whole.text.startsWith(half.text.slice(0, 30))).toBe(true);
  expect(placed()).toBe(2);
});

test("cut breaks a packed answer as well", async () => {
  simulator.faults.set([{ match: "GET /instruments/*", fault: { kind: "cut" } }]);
  const half = await caller.fetch("/instruments/NSE");
  expect(half.headers.get("content-encoding")).toBe("gzip");
  await expect(half.text()).rejects.toThrow(new TypeError("terminated"));
});

test("timed-out is a 400 behind which the order may be live", async () => {
  for (const executed of [false, true]) {
    const { status, text } = await meet({ kind: "timed-out", executed });
    expect({ status, ...JSON.parse(text) }).toEqual({
      status: "error",
      message: "Order request timed out. Please check the order book before placing again.",
      data: null,
      error_type: "InputException",
    });
    expect(status).toBe(400);
    expect(placed()).toBe(executed ? 1 : 0);
  }
});

test("latency holds the answer back, not the work", async () => {
  const answer = meet({ kind: "latency", min: 3_600_000, max: 3_600_000 });
  await vi.waitFor(() => expect(placed()).toBe(1));
  await simulator.close();
  expect((await answer).status).toBe(200);
});

test("fetch meets the same ends", async () => {
  const post = () => caller.fetch("/orders/regular", { method: "POST", body: new URLSearchParams(orderForm()) });
  simulator.faults.set([{ fault: { kind: "drop", executed: true } }]);
  await expect(post()).rejects.toThrow(new TypeError("fetch failed"));
  simulator.faults.set([{ fault: { kind: "cut" } }]);
  const half = await post();
  await expect(half.text()).rejects.toThrow(new TypeError("terminated"));
});

test("a request that failed leaves the connections of others alone", async () => {
  const rules: FaultRule[] = [{ match: "POST /orders/*", times: 1, fault: { kind: "drop", executed: true } }];
  simulator.faults.set(rules);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => rawPost(simulator, caller, "/orders/regular", orderForm())),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
  expect(placed()).toBe(5);
});

test("the record of requests tells what became of the answers", async () => {
  await meet({ kind: "drop", executed: true });
  await meet({ kind: "drop", executed: false });
  await meet({ kind: "status", executed: true, status: 503 });
  const at = new Date(TRADING_HOURS);
  const same = { method: "POST", path: "/orders/regular", at, user_id: cashUser.user_id };
  expect(simulator.requests.slice(1)).toEqual([
    { ...same, status: 200, fault: "drop" },
    { ...same, status: 0, fault: "drop" },
    { ...same, status: 503, fault: "status" },
  ]);
});
