import { createBudget, type KiteError, type Plan } from "@kite/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type DayStore, type DayUse, memoryDayStore } from "./day-store.ts";
import { createOrderBudget, type OrderBudget } from "./order-budget.ts";
import type { OrderBudgetOptions } from "./order-budget-options.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T10:00:00+05:30") });
});
afterEach(() => {
  vi.useRealTimers();
});

const placing: Plan = { endpoint: "placeOrder", method: "POST", path: "/orders/regular", bucket: "order" };
const cancelling: Plan = {
  ...placing,
  endpoint: "cancelOrder",
  method: "DELETE",
  path: "/orders/regular/1",
  dayCost: 0,
};
const changing = (order_id: string): Plan => ({
  ...{ endpoint: "modifyOrder", method: "PUT", path: `/orders/regular/${order_id}`, bucket: "order", dayCost: 0 },
});
const exiting: Plan = { ...placing, purpose: "exit" };
const today = "2026-11-23";

/** Takes places; a call that waits counts as one that was not let through. */
async function takeAll(budget: OrderBudget, plans: readonly Plan[]): Promise<{ taken: number; errors: KiteError[] }> {
  let taken = 0;
  const errors: KiteError[] = [];
  for (const plan of plans) {
    budget.take(plan).then(
      (grant) => {
        taken += 1;
        grant?.answered();
      },
      (error) => void errors.push(error),
    );
    await vi.advanceTimersByTimeAsync(0);
  }
  return { taken, errors };
}
const times = (count: number, plan: Plan): Plan[] => Array.from({ length: count }, () => plan);

describe("the day", () => {
  test("is refused at once when it is used up, and starts again at midnight in India", async () => {
    const budget = createOrderBudget({ store: memoryDayStore({ date: today, used: 4_999 }) });
    expect(await takeAll(budget, times(2, placing))).toMatchObject({
      taken: 1,
      errors: [
        {
          code: "RateLimited",
          endpoint: "placeOrder",
          outcome: "not-sent",
          retryable: false,
          retryAfter: 14 * 3_600_000,
          message: "placeOrder: 5,000 of the day's 5,000 orders are used; come back at 00:00 IST",
        },
      ],
    });
    expect(await takeAll(budget, [cancelling, changing("1")])).toMatchObject({ taken: 2, errors: [] });
    await vi.advanceTimersByTimeAsync(14 * 3_600_000 - 1);
    expect(await takeAll(budget, [placing])).toMatchObject({ taken: 0 });
    await vi.advanceTimersByTimeAsync(1);
    expect(await takeAll(budget, [placing])).toMatchObject({ taken: 1 });
    expect(budget.left("order").day).toBe(4_999);
  });

  test("counts each leg of an iceberg, which takes one place of the second", async () => {
    const budget = createOrderBudget({ limits: { day: 20 } });
    const iceberg = { ...placing, dayCost: 8 };
    const { taken, errors } = await takeAll(budget, times(3, iceberg));
    expect(taken).toBe(2);
    expect(errors[0]?.message).toContain("16 of the day's 20 orders are used, this one counts as 8");
    expect(budget.left("order")).toMatchObject({ second: 8, day: 4 });
  });

  test("who would wait for a place that those in line will take is refused at once", async () => {
    const budget = createOrderBudget({ limits: { second: 1, day: 3 } });
    const { taken, errors } = await takeAll(budget, times(5, placing));
    expect([taken, errors.length, budget.left("order").waiting]).toEqual([1, 2, 2]);
    expect(errors[0]?.message).toContain("1 of the day's 3 orders are used, orders in line will use 2;");
  });

  test("a call that gives up in the line has cost nothing", async () => {
    const store = memoryDayStore();
    const budget = createOrderBudget({ store, limits: { second: 1 } });
    const controller = new AbortController();
    await takeAll(budget, [placing]);
    const waiting = budget.take({ ...placing, signal: controller.signal });
    const change = budget.take({ ...changing("7"), signal: controller.signal });
    controller.abort("changed my mind");
    await expect(waiting).rejects.toBe("changed my mind");
    await expect(change).rejects.toBe("changed my mind");
    expect(budget.left("order", "7")).toMatchObject({ day: 4_999, modifications: 25, waiting: 0 });
    expect(store.load()).toEqual({ date: today, used: 1 });
  });

  test("an order that waited over midnight counts for the day on which it leaves", async () => {
    vi.setSystemTime(Date.parse("2026-11-23T23:59:59.500+05:30"));
    const store = memoryDayStore();
    const budget = createOrderBudget({ store, limits: { second: 1 } });
    await takeAll(budget, times(2, placing));
    expect(store.load()).toEqual({ date: today, used: 1 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.load()).toEqual({ date: "2026-11-24", used: 1 });
  });

  test("so does one whose count was being written at midnight", async () => {
    vi.setSystemTime(Date.parse("2026-11-23T23:59:59.990+05:30"));
    const kept = memoryDayStore();
    const store: DayStore = {
      load: () => kept.load(),
      async save(use) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        kept.save(use);
      },
    };
    const leaving = createOrderBudget({ store }).take(placing);
    await vi.advanceTimersByTimeAsync(100);
    await leaving;
    expect(kept.load()).toEqual({ date: "2026-11-24", used: 1 });
  });

  test("a clock that is set back over midnight forgets nothing", async () => {
    vi.setSystemTime(Date.parse("2026-11-24T00:00:01+05:30"));
    const budget = createOrderBudget();
    await takeAll(budget, times(3, placing));
    vi.setSystemTime(Date.parse("2026-11-23T23:59:59+05:30"));
    expect(budget.left("order").day).toBe(4_997);
  });
});

describe("the store", () => {
  test.each<[saved: DayUse | undefined, left: number]>([
    [undefined, 5_000],
    [{ date: today, used: 1_200 }, 3_800],
    [{ date: "2026-11-22", used: 1_200 }, 5_000],
    // Some clock was wrong: those orders may be of today.
    [{ date: "2026-11-24", used: 1_200 }, 3_800],
    [{ date: today, used: 6_000 }, 0],
  ])("%j leaves %i", async (saved, left) => {
    expect(createOrderBudget({ store: memoryDayStore(saved) }).left("order").day).toBe(left);
  });

  test("an order leaves after its count is saved, and a burst shares its writes", async () => {
    const saved: number[] = [];
    const store: DayStore = {
      load: async () => ({ date: today, used: 100 }),
      async save({ used }) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        saved.push(used);
      },
    };
    const budget = createOrderBudget({ store });
    const savedAtLeaving: (number | undefined)[] = [];
    for (let index = 0; index < 10; index += 1) void budget.take(placing).then(() => savedAtLeaving.push(saved.at(-1)));
    await vi.advanceTimersByTimeAsync(100);
    expect(savedAtLeaving).toHaveLength(10);
    for (const [index, count] of savedAtLeaving.entries()) expect(count).toBeGreaterThan(100 + index);
    expect(saved.length).toBeLessThanOrEqual(2);
    expect(saved.at(-1)).toBe(110);
  });

  test.each<[what: string, store: DayStore]>([
    ["cannot be read", { load: () => Promise.reject(new Error("EACCES")), save: () => {} }],
    [
      "throws",
      {
        load: () => {
          throw new Error("EACCES");
        },
        save: () => {},
      },
    ],
    ["gives something else", { load: () => ({ date: "today", used: 1 }), save: () => {} }],
    ["cannot be written", { load: () => undefined, save: () => Promise.reject(new Error("ENOSPC")) }],
  ])("one that %s holds new orders back; exits and changes leave", async (_, store) => {
    const budget = createOrderBudget({ store });
    const { taken, errors } = await takeAll(budget, [placing, exiting, cancelling, changing("1")]);
    expect(taken).toBe(3);
    expect(errors).toMatchObject([{ code: "StoreFailed", outcome: "not-sent", cause: expect.any(Error) }]);
    expect(budget.left("order").day).toBe(4_999);
  });

  test("one that could not be read is not written; asked again, its count is added to what has left meanwhile", async () => {
    let fails = true;
    const kept = memoryDayStore({ date: today, used: 7 });
    const store: DayStore = {
      async load() {
        if (fails) throw new Error("EBUSY");
        return kept.load();
      },
      save: (use) => kept.save(use),
    };
    const budget = createOrderBudget({ store });
    expect(await takeAll(budget, [exiting, placing])).toMatchObject({ taken: 1, errors: [{ code: "StoreFailed" }] });
    expect(kept.load()).toEqual({ date: today, used: 7 });
    fails = false;
    expect(await takeAll(budget, [placing])).toMatchObject({ taken: 1, errors: [] });
    expect(kept.load()).toEqual({ date: today, used: 9 });
  });
});

describe("changes of one order", () => {
  test("are 25; the next one is refused and says what to do, another order's is not", async () => {
    const budget = createOrderBudget();
    const first = times(25, changing("220303000308932"));
    for (const plan of first) {
      expect(await takeAll(budget, [plan])).toMatchObject({ taken: 1 });
      await vi.advanceTimersByTimeAsync(200);
    }
    const { errors } = await takeAll(budget, [changing("220303000308932"), changing("2")]);
    expect(errors).toMatchObject([
      {
        code: "RateLimited",
        outcome: "not-sent",
        retryable: false,
        message:
          "modifyOrder: order 220303000308932 has been changed 25 times, and takes no more: cancel it and place it anew",
      },
    ]);
    expect(budget.left("order", "220303000308932").modifications).toBe(0);
    expect(budget.left("order", "2").modifications).toBe(24);
  });

  test("are remembered into the next day, for orders kept overnight, and then forgotten", async () => {
    const budget = createOrderBudget({ modifications: 2 });
    await takeAll(budget, [changing("1")]);
    await vi.advanceTimersByTimeAsync(86_400_000);
    await takeAll(budget, [changing("2")]);
    expect(budget.left("order", "1").modifications).toBe(1);
    await vi.advanceTimersByTimeAsync(86_400_000);
    await takeAll(budget, [changing("3")]);
    expect(budget.left("order", "1").modifications).toBe(2);
    expect(budget.left("order", "2").modifications).toBe(1);
  });
});

describe("the reserve", () => {
  test("of the day is for exits: a bot that has spent its day gets out", async () => {
    const store = memoryDayStore({ date: today, used: 4_989 });
    const budget = createOrderBudget({ store, reserve: { day: 10 } });
    const { taken, errors } = await takeAll(budget, times(2, placing));
    expect(taken).toBe(1);
    expect(errors[0]?.message).toContain("4,990 of the day's 5,000 orders are used, 10 are kept for exits");
    expect(budget.left("order")).toMatchObject({ day: 10, reserve: { day: 10 } });
    expect(await takeAll(budget, times(9, exiting))).toMatchObject({ taken: 9 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await takeAll(budget, times(2, exiting))).toMatchObject({ taken: 1, errors: [{ code: "RateLimited" }] });
  });

  test("of the second and the minute lets an exit leave at once while orders wait", async () => {
    const budget = createOrderBudget({ reserve: { second: 2 } });
    expect(await takeAll(budget, times(50, placing))).toMatchObject({ taken: 8 });
    expect(budget.left("order")).toMatchObject({ second: 2, waiting: 42, reserve: { second: 2 } });
    expect(await takeAll(budget, [cancelling, exiting])).toMatchObject({ taken: 2 });
  });
});

describe('atLimit: "fail"', () => {
  test.each<[options: OrderBudgetOptions, plan: Plan, allowed: number, message: string, retryAfter: number]>([
    [{}, placing, 10, "the 10 orders of this second are used; come back in 1.1 s, at 10:00:01 IST", 1_050],
    [{ reserve: { second: 3 } }, placing, 7, "the 7 orders of this second are used, 3 more are kept for exits", 1_050],
    [
      { limits: { minute: 5 } },
      cancelling,
      5,
      "the 5 orders of this minute are used; come back in 60.0 s, at 10:01:00 IST",
      60_050,
    ],
  ])(
    "%j refuses at once, and says which window is full and when to come back",
    async (options, plan, allowed, message, retryAfter) => {
      const budget = createOrderBudget({ ...options, atLimit: "fail" });
      const { taken, errors } = await takeAll(budget, times(allowed + 1, plan));
      expect(taken).toBe(allowed);
      expect(errors).toMatchObject([
        {
          code: "RateLimited",
          outcome: "not-sent",
          retryable: true,
          retryAfter,
          message: expect.stringContaining(message),
        },
      ]);
      expect(budget.left("order").waiting).toBe(0);
      await vi.advanceTimersByTimeAsync(retryAfter);
      expect(await takeAll(budget, [plan])).toMatchObject({ taken: 1 });
    },
  );

  test("calls of the same moment share the places, and no call waits", async () => {
    const budget = createOrderBudget({ atLimit: "fail", reserve: { second: 3 } });
    const results = Promise.allSettled(times(30, placing).map((plan) => budget.take(plan)));
    await vi.advanceTimersByTimeAsync(0);
    const settled = await results;
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
  });

  test("a pause that the server asked for is a full window too", async () => {
    const budget = createOrderBudget({ atLimit: "fail" });
    budget.pause("order", 2_500);
    const { errors } = await takeAll(budget, [placing]);
    expect(errors).toMatchObject([{ retryAfter: 2_500, message: expect.stringContaining("asked for a pause") }]);
  });
});

test("leaves every other category to the budget that it wraps", async () => {
  const inner = createBudget({ limits: { quote: { second: 1 } } });
  const budget = createOrderBudget({ budget: inner });
  await budget.take({ endpoint: "getQuote", method: "GET", path: "/quote", bucket: "quote" });
  await budget.take({ endpoint: "getOrders", method: "GET", path: "/orders" });
  expect(budget.left("quote").second).toBe(0);
  expect(budget.left("other").second).toBe(9);
  expect(budget.left("order")).toMatchObject({ second: 10, minute: 400, day: 5_000 });
  budget.pause("other", 500);
  const paused = budget.take({ endpoint: "getOrders", method: "GET", path: "/orders" });
  await vi.advanceTimersByTimeAsync(600);
  expect((await paused)?.waited).toBeGreaterThanOrEqual(500);
});

test.each<[OrderBudgetOptions, message: string]>([
  [{ limits: { day: 0 } }, "limits.day: must be a whole number of at least 1, got 0"],
  [{ reserve: { day: -1 } }, "reserve.day: must be a whole number of at least 0"],
  [{ reserve: { second: 10 } }, "reserve.second: must be below the limit 10"],
  [{ modifications: 2.5 }, "modifications: must be a whole number"],
  [{ atLimit: "block" as "wait" }, 'atLimit: must be "wait" or "fail"'],
])("refuses %j", (options, message) => {
  expect(() => createOrderBudget(options)).toThrow(`createOrderBudget: ${message}`);
});
