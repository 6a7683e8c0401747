import fc from "fast-check";
import { expect, test } from "vitest";
import { expectOrders, expectPriority, type Traded } from "../testing/invariants/add-up.ts";
import { Flow } from "../testing/invariants/flow.ts";
import type { Row } from "../testing/trade.ts";

/** Resting orders of one side, near one another and larger than what the market's book has for them. */
const resting = fc.array(
  fc.record({ ticks: fc.integer({ min: 1, max: 3 }), quantity: fc.integer({ min: 500, max: 1100 }) }),
  { minLength: 3, maxLength: 4 },
);

const tradedIn = async (flow: Flow): Promise<Traded> => ({
  orders: await flow.read("/orders"),
  trades: await flow.read("/trades"),
});

test("who offers more is served first, and at the same price who came first", async () => {
  let partly = 0;
  const property = fc.asyncProperty(
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom("BUY" as const, "SELL" as const),
    resting,
    fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 2 }),
    async (seed, transaction_type, wishes, moves) => {
      const flow = await Flow.start(seed, "cash");
      flow.simulator.setPrice("NSE:INFY", 1500);
      const away = (ticks: number): number => (15_000 + (transaction_type === "BUY" ? -ticks : ticks)) / 10;
      for (const { ticks, quantity } of wishes) {
        await flow.send("POST", "/orders/regular", {
          exchange: "NSE",
          tradingsymbol: "INFY",
          product: "MIS",
          order_type: "LIMIT",
          transaction_type,
          quantity: String(quantity),
          price: String(away(ticks)),
        });
      }
      for (const ticks of moves) {
        const before = await tradedIn(flow);
        flow.simulator.setPrice("NSE:INFY", away(ticks));
        const after = await tradedIn(flow);
        expectOrders(after);
        expectPriority(before, after);
        const open = after.orders.filter(({ status }: Row) => status === "OPEN");
        if (after.trades.length > before.trades.length && open.length > 0) partly += 1;
      }
    },
  );
  await fc.assert(property, { numRuns: 12 });
  expect(partly).toBeGreaterThan(3);
}, 30_000);
