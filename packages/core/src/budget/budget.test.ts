import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Plan } from "../request.ts";
import { createBudget, type RateBudget } from "./budget.ts";
import type { RateBucket } from "./limits.ts";

const plan = (bucket: RateBucket, signal?: AbortSignal): Plan => ({
  endpoint: "getOrders",
  method: "GET",
  path: "/orders",
  bucket,
  signal,
});

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T10:00:00+05:30") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The most of the given moments that lie in any stretch of that many milliseconds. */
function mostWithin(moments: readonly number[], length: number): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let most = 0;
  let start = 0;
  for (const [end, moment] of sorted.entries()) {
    while (moment - (sorted[start] ?? 0) >= length) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}

/** Sends a call through the budget; `way` ms later it arrives, `way` ms after that its answer is back. */
async function call(
  budget: RateBudget,
  arrivals: number[],
  way: number,
  bucket: "other" | "quote" | "historical" = "other",
) {
  const grant = await budget.take(plan(bucket));
  await new Promise((resolve) => setTimeout(resolve, way));
  arrivals.push(performance.now());
  await new Promise((resolve) => setTimeout(resolve, way));
  grant?.answered();
}

describe("at the server's door", () => {
  test.each([
    ["quote", 1],
    ["historical", 3],
    ["other", 10],
  ] as const)(
    "%s: never more than %i in any second, a full burst at once, at least 95 percent of the limit sustained",
    async (bucket, limit) => {
      const budget = createBudget();
      const arrivals: number[] = [];
      const calls = Array.from({ length: limit * 60 }, () => call(budget, arrivals, 10, bucket));
      await vi.advanceTimersByTimeAsync(10);
      expect(arrivals).toHaveLength(limit);
      await vi.advanceTimersByTimeAsync(70_000);
      await Promise.all(calls);
      expect(mostWithin(arrivals, 1_000)).toBe(limit);
      // The first second's burst is a gift; from the first to the last arrival the rate has to hold.
      const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1_000;
      expect((arrivals.length - limit) / seconds).toBeGreaterThanOrEqual(limit * 0.95);
    },
  );

  test("holds for any pattern of calls whose ways differ by less than the margin", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pause: fc.integer({ min: 0, max: 1_500 }), way: fc.integer({ min: 5, max: 54 }) }), {
          minLength: 5,
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 10 }),
        async (pattern, limit) => {
          const budget = createBudget({ limits: { other: { second: limit } } });
          const arrivals: number[] = [];
          const calls: Promise<void>[] = [];
          for (const { pause, way } of pattern) {
            await vi.advanceTimersByTimeAsync(pause % 7 === 0 ? pause : 0);
            calls.push(call(budget, arrivals, way));
          }
          await vi.advanceTimersByTimeAsync(120_000);
          await Promise.all(calls);
          expect(arrivals).toHaveLength(pattern.length);
          expect(mostWithin(arrivals, 1_000)).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the first calls open connections and arrive late: their window starts with their answer", async () => {
    const budget = createBudget();
    const arrivals: number[] = [];
    const calls = Array.from({ length: 40 }, (_, index) => call(budget, arrivals, index < 10 ? 300 : 5));
    await vi.advanceTimersByTimeAsync(20_000);
    await Promise.all(calls);
    expect(mostWithin(arrivals, 1_000)).toBe(10);
  });

  test("once the usual way is known, any call may be held up on it, by up to half a second", async () => {
    const usual = fc.integer({ min: 5, max: 20 });
    const way = fc.oneof({ weight: 3, arbitrary: usual }, fc.integer({ min: 20, max: 500 }));
    const ways = fc.tuple(
      fc.array(usual, { minLength: 5, maxLength: 10 }),
      fc.array(way, { minLength: 5, maxLength: 50 }),
    );
    await fc.assert(
      fc.asyncProperty(ways, fc.integer({ min: 1, max: 10 }), async ([first, others], limit) => {
        const budget = createBudget({ limits: { other: { second: limit } } });
        const arrivals: number[] = [];
        const calls = [...first, ...others].map((each) => call(budget, arrivals, each));
        await vi.advanceTimersByTimeAsync(200_000);
        await Promise.all(calls);
        expect(arrivals).toHaveLength(calls.length);
        expect(mostWithin(arrivals, 1_000)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 100 },
    );
  });

  test("a server that takes three seconds for every answer does not slow the calls down", async () => {
    const budget = createBudget();
    const arrivals: number[] = [];
    const calls = Array.from({ length: 200 }, () => call(budget, arrivals, 1_500));
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(calls);
    // 95 % of ten a second is ten in 1,052 ms.
    for (let index = 30; index < arrivals.length; index += 1) {
      expect((arrivals[index] ?? 0) - (arrivals[index - 10] ?? 0)).toBeLessThanOrEqual(1_052);
    }
  });

  test("a first call that gets no answer does not hold the queue for ever", async () => {
    const budget = createBudget({ limits: { other: { second: 1 } } });
    await budget.take(plan("other"));
    const second = budget.take(plan("other"));
    await vi.advanceTimersByTimeAsync(2_100);
    expect((await second)?.waited).toBeGreaterThan(2_000);
  });
});

test("a minute starts when its calls can last have arrived, too", async () => {
  const budget = createBudget({ limits: { order: { second: 10, minute: 10 } } });
  const arrivals: number[] = [];
  const order = async (way: number) => {
    const grant = await budget.take(plan("order"));
    await new Promise((resolve) => setTimeout(resolve, way));
    arrivals.push(performance.now());
    grant?.answered();
  };
  const calls = Array.from({ length: 20 }, (_, index) => order(index < 10 ? 900 : 5));
  await vi.advanceTimersByTimeAsync(130_000);
  await Promise.all(calls);
  expect(mostWithin(arrivals, 60_000)).toBe(10);
});

test("the place that is free first is used, whichever it is", async () => {
  const budget = createBudget({ limits: { other: { second: 2 } } });
  const late = await budget.take(plan("other"));
  const early = await budget.take(plan("other"));
  await vi.advanceTimersByTimeAsync(10);
  early?.answered();
  await vi.advanceTimersByTimeAsync(490);
  late?.answered();
  const third = budget.take(plan("other"));
  await vi.advanceTimersByTimeAsync(565);
  expect((await third)?.waited).toBeLessThanOrEqual(565);
});

test("waiting calls are served first come, first served", async () => {
  const budget = createBudget();
  const order: number[] = [];
  const calls = Array.from({ length: 35 }, async (_, index) => {
    const grant = await budget.take(plan("other"));
    order.push(index);
    grant?.answered();
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all(calls);
  expect(order).toEqual(Array.from({ length: 35 }, (_, index) => index));
});

test("an aborted call leaves the queue at once, takes no place, and leaves no timer behind", async () => {
  const budget = createBudget({ limits: { other: { second: 1 } } });
  (await budget.take(plan("other")))?.answered();
  const controller = new AbortController();
  const aborted = budget.take(plan("other", controller.signal));
  expect(budget.left("other")).toEqual({ second: 0, waiting: 1 });
  controller.abort(new Error("enough"));
  await expect(aborted).rejects.toThrow("enough");
  expect(budget.left("other").waiting).toBe(0);
  expect(vi.getTimerCount()).toBe(0);

  const next = budget.take(plan("other"));
  await vi.advanceTimersByTimeAsync(1_060);
  expect((await next)?.waited).toBeLessThanOrEqual(1_060);
  await expect(budget.take(plan("other", AbortSignal.abort(new Error("before"))))).rejects.toThrow("before");
});

test("orders have a minute and a day too; a used-up day gives nothing, at once, until midnight in India", async () => {
  const budget = createBudget({ limits: { order: { second: 10, minute: 12, day: 14 } } });
  const moments: number[] = [];
  const calls = Array.from({ length: 15 }, async () => {
    const grant = await budget.take(plan("order"));
    if (grant) moments.push(performance.now());
    grant?.answered();
    return grant;
  });
  await vi.advanceTimersByTimeAsync(70_000);
  const grants = await Promise.all(calls);
  expect(moments).toHaveLength(14);
  expect(mostWithin(moments, 1_000)).toBe(10);
  expect(mostWithin(moments, 60_000)).toBe(12);
  expect(grants.at(-1)).toBeUndefined();
  expect(await budget.take(plan("order"))).toBeUndefined();

  // 10:01 to midnight in India.
  await vi.advanceTimersByTimeAsync(14 * 3_600_000);
  expect(budget.left("order")).toEqual({ second: 10, minute: 12, day: 14, waiting: 0 });
  expect((await budget.take(plan("order")))?.waited).toBe(0);
});

test("a clock that is set back over midnight, and forward again, forgets no call of the day", async () => {
  const budget = createBudget({ limits: { order: { second: 10, day: 3 } } });
  vi.setSystemTime("2026-11-24T00:00:01+05:30");
  await budget.take({ ...plan("order"), dayCost: 2 });
  for (const time of ["2026-11-23T23:59:59+05:30", "2026-11-24T00:00:02+05:30"]) {
    vi.setSystemTime(time);
    expect(budget.left("order").day).toBe(1);
  }
});

test("a call that costs more than is left of the day is refused at once, also behind others", async () => {
  const budget = createBudget({ limits: { order: { second: 1, minute: 10, day: 5 } } });
  await budget.take(plan("order"));
  const waiting = budget.take(plan("order"));
  expect(await budget.take({ ...plan("order"), dayCost: 5 })).toBeUndefined();
  expect(budget.left("order")).toMatchObject({ day: 4, waiting: 1 });
  await vi.runAllTimersAsync();
  expect(await waiting).toMatchObject({ waited: expect.any(Number) });
});

test("a pause holds its category, and no other", async () => {
  const budget = createBudget();
  budget.pause("other", 3_000);
  const held = budget.take(plan("other"));
  expect((await budget.take(plan("quote")))?.waited).toBe(0);
  await vi.advanceTimersByTimeAsync(3_001);
  expect((await held)?.waited).toBeGreaterThanOrEqual(3_000);
});

test("refuses limits that are no counts", () => {
  expect(() => createBudget({ limits: { quote: { second: 0 } } })).toThrow("createBudget: limits.quote.second");
  expect(() => createBudget({ limits: { quote: { second: 1.5 } } })).toThrow("limits.quote.second");
});
