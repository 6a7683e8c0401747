import fc from "fast-check";
import { expect, test } from "vitest";
import {
  expectBooks,
  expectFillsInside,
  expectHoldings,
  expectMoney,
  expectOrders,
  expectPositions,
  expectPriority,
} from "../testing/invariants/add-up.ts";
import { AFTERNOON, type Books, Flow, MIDDAY } from "../testing/invariants/flow.ts";
import { expectHistory } from "../testing/invariants/histories.ts";
import { type Step, steps } from "../testing/invariants/steps.ts";

/** Everything an account can read tells the same story as before, with the step in it. */
function expectToAddUp(start: Books, before: Books, after: Books): void {
  expectOrders(after);
  expectFillsInside(before, after);
  expectPriority(before, after);
  expectPositions(start, after);
  expectHoldings(start, after);
  expectBooks(after);
  expectMoney(start, after);
}

/** What flows came to. */
interface Seen {
  agreed: number;
  trades: number;
  readonly kinds: Set<string>;
}

async function follow(flow: Flow, script: readonly Step[], seen: Seen): Promise<Books> {
  const start = await flow.books();
  let before = start;
  for (const step of script) {
    if ((await flow.do(step)) === 200) {
      seen.agreed += 1;
      seen.kinds.add(step.kind === "place" ? `${step.variety} ${step.type}` : step.kind);
    }
    const after = await flow.books();
    expectToAddUp(start, before, after);
    before = after;
  }
  // who looks changes nothing
  expect(await flow.books()).toEqual(before);
  for (const order of before.orders) expectHistory(order, await flow.read(`/orders/${order.order_id}`));
  seen.trades += before.trades.length - start.trades.length;
  return before;
}

const seeds = fc.integer({ min: 1, max: 5 });
const portfolios = fc.constantFrom("cash" as const, "cash" as const, "trader" as const);
const script = fc.array(steps, { minLength: 12, maxLength: 24, size: "max" });

test("after every step of any flow orders, trades, positions, holdings and money add up", async () => {
  const seen: Seen = { agreed: 0, trades: 0, kinds: new Set() };
  const property = fc.asyncProperty(seeds, portfolios, script, async (seed, portfolio, all) => {
    await follow(await Flow.start(seed, portfolio, MIDDAY), all, seen);
  });
  await fc.assert(property, { numRuns: 10 });
  expect(seen.agreed).toBeGreaterThan(50);
  expect(seen.trades).toBeGreaterThan(10);
  // flows that hardly anything comes of would prove nothing
  for (const kind of ["regular MARKET", "regular LIMIT", "modify", "cancel"]) {
    expect(seen.kinds).toContain(kind);
  }
}, 60_000);

test("so they do on the way to the close, and nothing for the day is left after it", async () => {
  const seen: Seen = { agreed: 0, trades: 0, kinds: new Set() };
  const property = fc.asyncProperty(seeds, portfolios, script, async (seed, portfolio, all) => {
    const flow = await Flow.start(seed, portfolio, AFTERNOON);
    const before = await follow(flow, all, seen);
    flow.now = Date.parse("2026-03-02T23:58:00+05:30");
    const after = await flow.books();
    expectOrders(after);
    expectPositions(before, after);
    expect(after.net.filter(({ product, quantity }) => /MIS|CO/.test(product) && quantity !== 0)).toEqual([]);
    expect(after.orders.filter(({ product, status }) => /MIS|CO/.test(product) && isLive(status))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 5 });
  expect(seen.trades).toBeGreaterThan(2);
}, 60_000);

/** What waits for the next opening is not for this day. */
const isLive = (status: string): boolean => !/COMPLETE|CANCELLED|REJECTED|AMO/.test(status);
