import type { Plan } from "@kite/core";
import { formatIstDate } from "@kite/models";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DayStore, DayUse } from "./day-store.ts";
import { createOrderBudget, type OrderBudget } from "./order-budget.ts";
import type { OrderBudgetOptions, OrderPlaces } from "./order-budget-options.ts";
import { isExit } from "./plan-facts.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T10:00:00+05:30") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A call as the exchange has counted it. */
interface Sent {
  readonly at: number;
  readonly date: string;
  readonly cost: number;
  readonly plan: Plan;
}

const order = { bucket: "order" } as const;
const placing: Plan = { ...order, endpoint: "placeOrder", method: "POST", path: "/orders/regular", dayCost: 1 };
const kinds = {
  place: () => placing,
  iceberg: (legs: number): Plan => ({ ...placing, path: "/orders/iceberg", dayCost: 2 + (legs % 9) }),
  exit: (): Plan => ({ ...placing, purpose: "exit" }),
  change: (id: number): Plan => ({
    ...{ ...order, endpoint: "modifyOrder", method: "PUT", dayCost: 0 },
    path: `/orders/regular/${id % 3}`,
  }),
  cancel: (): Plan => ({ ...order, endpoint: "cancelOrder", method: "DELETE", path: "/orders/regular/1", dayCost: 0 }),
};
const plan = fc
  .tuple(fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])), fc.nat(100))
  .map(([kind, number]) => kinds[kind](number));
/** Calls with pauses between them, mostly none. */
const flow = fc.array(
  fc.record({
    plan,
    pause: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat(400) },
      { weight: 1, arbitrary: fc.nat(70_000) },
    ),
    way: fc.integer({ min: 1, max: 50 }),
  }),
  { minLength: 20, maxLength: 200 },
);
const limits: OrderPlaces = { second: 5, minute: 40, day: 100 };
const modifications = 8;
/** One day that is soon used up, and one that is not. */
const days = fc.constantFrom(60, 2_000);
const reserves = fc.record({ second: fc.nat(3), minute: fc.nat(20), day: fc.nat(20) });

async function send(budget: OrderBudget, plan: Plan, way: number, sent: Sent[]): Promise<void> {
  const grant = await budget.take(plan);
  const at = performance.now();
  sent.push({ at, date: formatIstDate(new Date()), cost: plan.dayCost ?? 1, plan });
  await new Promise((resolve) => setTimeout(resolve, way));
  grant?.answered();
}

/** The most calls in any stretch of that many milliseconds, sliding; a calendar window is one of those. */
function mostWithin(sent: readonly Sent[], length: number): number {
  const moments = sent.map(({ at }) => at).sort((one, other) => one - other);
  let most = 0;
  let start = 0;
  for (const [end, moment] of moments.entries()) {
    while (moment - (moments[start] ?? 0) >= length) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}

const sumBy = (sent: readonly Sent[], key: (call: Sent) => string, amount: (call: Sent) => number) => {
  const sums = new Map<string, number>();
  for (const call of sent) sums.set(key(call), (sums.get(key(call)) ?? 0) + amount(call));
  return sums;
};

/** Looks at what the exchange has seen. */
function requireWithinLimits(sent: readonly Sent[], limits: OrderPlaces, reserve: OrderPlaces): void {
  expect(mostWithin(sent, 1_000)).toBeLessThanOrEqual(limits.second);
  expect(mostWithin(sent, 60_000)).toBeLessThanOrEqual(limits.minute);
  const ordinary = sent.filter((call) => !isExit(call.plan));
  // Whoever is no exit leaves the reserve free behind it, whatever left before.
  for (const [index, { at, plan }] of sent.entries()) {
    if (isExit(plan)) continue;
    const before = (length: number) => sent.slice(0, index + 1).filter((call) => at - call.at < length).length;
    expect(before(1_000)).toBeLessThanOrEqual(limits.second - reserve.second);
    expect(before(60_000)).toBeLessThanOrEqual(limits.minute - reserve.minute);
  }
  for (const used of sumBy(
    sent,
    ({ date }) => date,
    ({ cost }) => cost,
  ).values()) {
    expect(used).toBeLessThanOrEqual(limits.day);
  }
  for (const used of sumBy(
    ordinary,
    ({ date }) => date,
    ({ cost }) => cost,
  ).values()) {
    expect(used).toBeLessThanOrEqual(limits.day - reserve.day);
  }
  const changes = sent.filter((call) => call.plan.method === "PUT");
  for (const count of sumBy(
    changes,
    (call) => call.plan.path,
    () => 1,
  ).values())
    expect(count).toBeLessThanOrEqual(modifications);
}

/** A disk that takes its time, and keeps what is on it when the program dies. */
function disk(delay: number): { readonly store: () => DayStore; readonly saved: () => DayUse | undefined } {
  let saved: DayUse | undefined;
  const wait = () => new Promise((resolve) => setTimeout(resolve, delay));
  return {
    saved: () => saved,
    store: () => ({
      async load() {
        await wait();
        return saved;
      },
      async save(use) {
        await wait();
        saved = use;
      },
    }),
  };
}

test("any flow of orders, icebergs, changes and cancellations stays within every limit, and leaves the reserve alone", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(flow, reserves, days, fc.constantFrom("wait", "fail"), async (calls, reserve, day, atLimit) => {
      const budget = createOrderBudget({ limits: { ...limits, day }, reserve, atLimit, modifications });
      const sent: Sent[] = [];
      const running: Promise<void>[] = [];
      for (const { plan, pause, way } of calls) {
        running.push(send(budget, plan, way, sent).catch(() => {}));
        await vi.advanceTimersByTimeAsync(pause);
      }
      await vi.advanceTimersByTimeAsync(600_000);
      await Promise.all(running);
      expect(sent.length).toBeGreaterThan(0);
      expect(budget.left("order").waiting).toBe(0);
      requireWithinLimits(sent, { ...limits, day }, reserve);
    }),
    { numRuns: 300 },
  );
});

test("restarts at random moments, over midnight too, never forget an order of the day", {
  timeout: 60_000,
}, async () => {
  const restarts = fc.array(fc.nat(3_000), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(flow, restarts, fc.nat(30), fc.boolean(), async (calls, moments, delay, late) => {
      vi.setSystemTime(Date.parse(late ? "2026-11-23T23:59:58+05:30" : "2026-11-23T10:00:00+05:30"));
      const kept = disk(delay);
      const sent: Sent[] = [];
      const each = Math.ceil(calls.length / (moments.length + 1));
      for (let start = 0; start < calls.length; start += each) {
        const signals: AbortController[] = [];
        const budget = createOrderBudget({ limits: { ...limits, minute: 400 }, store: kept.store() });
        const running = calls.slice(start, start + each).map(async ({ plan, way }) => {
          const own: Sent[] = [];
          const controller = new AbortController();
          signals.push(controller);
          await send(budget, { ...plan, signal: controller.signal }, way, own).catch(() => {});
          sent.push(...own);
        });
        await vi.advanceTimersByTimeAsync(moments[start / each] ?? 0);
        // The process dies: what has not left does not leave.
        for (const controller of signals) controller.abort();
        await vi.advanceTimersByTimeAsync(100);
        await Promise.all(running);
        const today = formatIstDate(new Date());
        const saved = kept.saved();
        const used =
          sumBy(
            sent,
            ({ date }) => date,
            ({ cost }) => cost,
          ).get(today) ?? 0;
        if (used > 0) expect(saved).toMatchObject({ date: today });
        expect(saved?.date === today ? saved.used : 0).toBeGreaterThanOrEqual(used);
        expect(used).toBeLessThanOrEqual(limits.day);
        // The next process starts with empty windows, and the exchange's have passed by then.
        await vi.advanceTimersByTimeAsync(1_100);
      }
    }),
    { numRuns: 300 },
  );
});

test.each<[OrderBudgetOptions, perSecond: number]>([
  [{}, 10],
  [{ reserve: { second: 2, minute: 10, day: 100 } }, 8],
])("%j: at least 95 percent of the rate is used, in a burst and for long", async (options, perSecond) => {
  const budget = createOrderBudget({ ...options, limits: { minute: 1_000 }, store: disk(2).store() });
  const sent: Sent[] = [];
  const running = Array.from({ length: perSecond * 60 }, () => send(budget, placing, 10, sent));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toHaveLength(perSecond);
  await vi.advanceTimersByTimeAsync(70_000);
  await Promise.all(running);
  expect(mostWithin(sent, 1_000)).toBe(perSecond);
  const seconds = ((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)) / 1_000;
  expect((sent.length - perSecond) / seconds).toBeGreaterThanOrEqual(perSecond * 0.95);
});

test("every one of the day's places is used before one is refused", async () => {
  const reserve = { second: 0, minute: 0, day: 20 };
  const budget = createOrderBudget({ limits: { second: 50, minute: 1_000, day: 300 }, reserve });
  const sent: Sent[] = [];
  for (const [call, total] of [
    [placing, 280],
    [kinds.exit(), 300],
  ] as const) {
    const running = Array.from({ length: 400 }, () => send(budget, call, 10, sent).catch(() => {}));
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(running);
    expect(sent).toHaveLength(total);
  }
});
