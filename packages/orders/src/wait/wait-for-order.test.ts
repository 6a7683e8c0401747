import type { KiteClient } from "@kite/core";
import type { Order, OrderUpdate, OrderWire } from "@kite/models";
import type { Answer } from "@kite/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fakeStream } from "../testing/fake-stream.ts";
import { complete, completeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { smallExchangeInside } from "../testing/small-exchange.ts";
import { waitForOrder } from "./wait-for-order.ts";
import type { OrderWish, WaitForOrderOptions } from "./wait-options.ts";

afterEach(() => void vi.useRealTimers());

const { order_id } = completeWire;
const second = (number: number) => `2022-03-03 09:24:${number}`;
const row = (status: string, filled_quantity = 0, time = 10, more: Partial<OrderWire> = {}): OrderWire => ({
  ...completeWire,
  ...{ quantity: 10, status, filled_quantity, exchange_update_timestamp: second(time), ...more },
});
/** A server whose book shows these states of the order, one a read, the last one again and again. */
const showing = (...states: OrderWire[]) =>
  servingAll(...states.map((state) => succeeding([row("OPEN", 0, 1, { order_id: "9" }), state])));
const servingAll = (...answers: Answer[]) => serving(answers as [Answer, ...Answer[]]);
const soon = { poll: 1 } as const;

describe("by the book", () => {
  test.each<[until: OrderWish, status: string, filled: number, reads: number]>([
    ["partly-filled", "OPEN", 4, 2],
    ["filled", "COMPLETE", 10, 4],
    ["terminal", "COMPLETE", 10, 4],
    [({ status }) => status === "A STATE OF TOMORROW", "A STATE OF TOMORROW", 4, 3],
  ])("waits until %s", async (until, status, filled_quantity, reads) => {
    const { kite, server } = await showing(
      row("OPEN"),
      row("OPEN", 4, 11),
      row("A STATE OF TOMORROW", 4, 12),
      row("COMPLETE", 10, 13),
    );
    expect(await waitForOrder(kite, order_id, { ...soon, until })).toMatchObject({ status, filled_quantity });
    expect(server.requests).toHaveLength(reads);
  });

  test("sees a change within the same second, and nothing that goes back", async () => {
    const { kite } = await showing(
      row("OPEN", 2, 20, { price: 1 }),
      row("OPEN", 1, 10, { price: 3 }),
      row("OPEN", 2, 20, { price: 2 }),
    );
    const seen: Order[] = [];
    await waitForOrder(kite, order_id, { ...soon, until: (order) => seen.push(order) > 2 });
    expect(seen.map(({ price, filled_quantity }) => [price, filled_quantity])).toEqual([
      [1, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  test("rejects when the order is finished and the wish cannot come true", async () => {
    const { kite } = await showing(row("OPEN", 4), row("CANCELLED", 4, 11));
    const error = await caught(waitForOrder(kite, order_id, { ...soon, until: "filled" }));
    expect(error).toMatchObject({ code: "OrderEnded", endpoint: "waitForOrder", retryable: false });
    expect(error.message).toContain("CANCELLED with 4 of 10 filled");
    expect(error.answer()).toMatchObject({ order_id, status: "CANCELLED" });
  });

  test("a read that fails ends nothing; three refusals in a row do", async () => {
    const down = failing(503, "NetworkException", "down");
    const gone = failing(403, "TokenException", "gone");
    const patient = await servingAll(down, gone, gone, down, down, succeeding([row("COMPLETE", 10)]), gone);
    expect(await waitForOrder(patient.kite, order_id, soon)).toMatchObject({ status: "COMPLETE" });
    const ended = await servingAll(gone);
    expect(await caught(waitForOrder(ended.kite, order_id, soon))).toMatchObject({ code: "TokenException" });
    expect(ended.server.requests).toHaveLength(3);
  });

  test("the caller can end it, before and while it waits", async () => {
    const { kite, server } = await showing(row("OPEN"));
    const controller = new AbortController();
    const waiting = waitForOrder(kite, order_id, { ...soon, signal: controller.signal });
    await vi.waitUntil(() => server.requests.length >= 3);
    controller.abort("enough");
    const error = await caught(waiting);
    expect(error).toMatchObject({ code: "Aborted", cause: "enough" });
    expect(error.answer()).toMatchObject({ order_id, status: "OPEN" });
    const asked = server.requests.length;
    expect(await caught(waitForOrder(kite, order_id, { signal: AbortSignal.abort() }))).toMatchObject({
      code: "Aborted",
    });
    expect(server.requests).toHaveLength(asked);
  });

  test("many who wait share their reads", async () => {
    const { kite, server } = await showing(row("OPEN"), row("OPEN", 1), row("COMPLETE", 10));
    await Promise.all(Array.from({ length: 40 }, () => waitForOrder(kite, order_id, { poll: 20 })));
    expect(server.requests.length).toBeLessThan(20);
  });
});

describe("by order updates", () => {
  const update = (changes: Partial<OrderUpdate>): OrderUpdate => {
    const { modified, ...order } = complete;
    const more = { user_id: "XX0000", app_id: 1, checksum: "not for the result", unfilled_quantity: 0 };
    return { ...order, quantity: 10, ...more, ...changes };
  };

  test("ends with the update, whose order looks as in the book", async () => {
    const stream = fakeStream();
    const { kite, server } = await showing(row("OPEN"));
    const waiting = waitForOrder(kite, order_id, { updates: stream });
    await vi.waitUntil(() => server.requests.length === 1);
    stream.say(update({ order_id: "another", status: "COMPLETE" }));
    stream.say(update({ status: "A STATE OF TOMORROW", filled_quantity: 3 }));
    stream.say(update({ status: "COMPLETE", filled_quantity: 10 }));
    const order = await waiting;
    expect(order).toMatchObject({ status: "COMPLETE", filled_quantity: 10, modified: false });
    expect(Object.keys(order)).not.toContain("checksum");
    expect(server.requests).toHaveLength(1);
    expect(stream.listeners()).toBe(0);
  });

  test("late news changes nothing", async () => {
    const stream = fakeStream();
    const { kite, server } = await showing(row("OPEN", 5, 30));
    const seen: number[] = [];
    const waiting = waitForOrder(kite, order_id, {
      updates: stream,
      until: ({ filled_quantity, status }) => seen.push(filled_quantity) > 0 && status === "COMPLETE",
    });
    await vi.waitUntil(() => seen.length === 1 && server.requests.length === 1);
    stream.say(update({ status: "OPEN", filled_quantity: 2 }));
    stream.say(update({ status: "COMPLETE", filled_quantity: 10 }));
    await waiting;
    expect(seen).toEqual([5, 5, 10]);
  });

  test("a function that throws ends the wait, and not the stream", async () => {
    const stream = fakeStream();
    const { kite } = await showing(row("OPEN"));
    const until = (order: Order) => {
      if (order.status === "COMPLETE") throw new Error("mine");
      return false;
    };
    const waiting = caught(waitForOrder(kite, order_id, { updates: stream, until }));
    await vi.waitUntil(() => stream.listeners() === 1);
    expect(() => stream.say(update({ status: "COMPLETE", filled_quantity: 10 }))).not.toThrow();
    expect((await waiting).message).toBe("mine");
  });
});

describe("on the clock", () => {
  /** Waits on a fake clock; the reads of the book are noted with their second. */
  async function waiting(options: WaitForOrderOptions, rows: (second: number) => object[]) {
    vi.useFakeTimers();
    const start = performance.now();
    const reads: number[] = [];
    const kite: KiteClient = smallExchangeInside(() => {
      const now = Math.round((performance.now() - start) / 1_000);
      reads.push(now);
      return rows(now);
    });
    const outcome = waitForOrder(kite, order_id, options).catch((error) => error);
    // The part that is loaded later arrives in real time.
    await vi.waitUntil(() => reads.length > 0);
    return { outcome, reads };
  }

  test("reads every second, with updates every 30", async () => {
    const plain = await waiting({ deadline: 5_500 }, () => [row("OPEN")]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await plain.outcome).toMatchObject({ code: "Timeout" });
    expect(plain.reads).toEqual([0, 1, 2, 3, 4, 5]);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();

    const slow = await waiting({ deadline: 70_000, updates: fakeStream() }, () => [row("OPEN")]);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await slow.outcome).toMatchObject({ code: "Timeout" });
    expect(slow.reads).toEqual([0, 30, 60]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("Infinity is never, and not at once", async () => {
    const controller = new AbortController();
    const [deadline, poll] = [Number.POSITIVE_INFINITY, 2 ** 31];
    const { outcome, reads } = await waiting({ deadline, poll, signal: controller.signal }, () => [row("OPEN")]);
    await vi.advanceTimersByTimeAsync(600_000);
    controller.abort();
    expect(await outcome).toMatchObject({ code: "Aborted" });
    expect(reads).toEqual([0]);
  });

  test("an order that surfaces after 90 seconds is found, one that never does is told after 120", async () => {
    const late = await waiting({ poll: 10_000 }, (now) => (now < 90 ? [] : [row("COMPLETE", 10)]));
    await vi.advanceTimersByTimeAsync(90_000);
    expect(await late.outcome).toMatchObject({ status: "COMPLETE" });
    vi.useRealTimers();

    const never = await waiting({ poll: 10_000 }, () => []);
    await vi.advanceTimersByTimeAsync(121_000);
    expect(await never.outcome).toMatchObject({ code: "OrderNotFound" });
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each<[field: string, id: unknown, options: object]>([
  ["order_id", 220303000308932, {}],
  ["order_id", "", {}],
  ["until", "1", { until: "done" }],
  ["until", "1", { until: "toString" }],
  ["poll", "1", { poll: 0 }],
  ["deadline", "1", { deadline: -1 }],
])("refuses %s in %j, %j, with nothing sent", async (field, id, options) => {
  const { kite, server } = await showing(row("OPEN"));
  expect(await caught(waitForOrder(kite, id as string, options))).toMatchObject({ code: "InvalidInput", field });
  expect(server.requests).toEqual([]);
});
