import { type Holding, price } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exact, type Fraction, minus, over, plus, times, written } from "../testing/exact.ts";
import { aaron } from "../testing/rows.ts";
import { summarizeHoldings } from "./summarize-holdings.ts";

/** As many decimals as the server sends, and so few digits that every sum of twenty fits into a number. */
const rupees = fc.integer({ min: 1, max: 9_999_999_999 }).map((units) => units / 100_000);
const tick = fc.integer({ min: 1, max: 1_999_999 }).map((ticks) => ticks / 20);
const row: fc.Arbitrary<Holding> = fc
  .record({
    quantity: fc.integer({ min: 0, max: 700 }),
    t1_quantity: fc.integer({ min: 0, max: 300 }),
    average_price: rupees,
    last_price: tick,
    close_price: tick,
    exchange: fc.constantFrom("NSE", "BSE"),
  })
  .map((fields) => ({ ...aaron, ...fields }));
const portfolio = fc.array(row, { maxLength: 20 });

const units = (holding: Holding) => plus(exact(holding.quantity), exact(holding.t1_quantity));
const sumOf = (holdings: readonly Holding[], perUnit: (holding: Holding) => Fraction) =>
  plus(...holdings.map((holding) => times(perUnit(holding), units(holding))));
const isExactly = (value: number, due: Fraction) => expect(written(exact(value), 20)).toBe(written(due, 20));
const percentIsRight = (value: number, part: Fraction, whole: Fraction) => {
  const due = whole.top === 0n ? 0 : Number(written(over(times(part, exact(100)), whole), 40));
  expect(Math.abs(value - due)).toBeLessThanOrEqual(Math.abs(due) * 1e-14);
};

test("agrees with fractions, to the last digit", () => {
  fc.assert(
    fc.property(portfolio, (holdings) => {
      const report = summarizeHoldings(holdings);
      const invested = sumOf(holdings, ({ average_price }) => exact(average_price));
      const current = sumOf(holdings, ({ last_price }) => exact(last_price));
      const before = sumOf(holdings, ({ close_price }) => exact(close_price));
      isExactly(report.invested_amount, invested);
      isExactly(report.current_value, current);
      isExactly(report.total_pnl, minus(current, invested));
      isExactly(report.today_pnl, minus(current, before));
      percentIsRight(report.total_pnl_percent, minus(current, invested), invested);
      percentIsRight(report.today_pnl_percent, minus(current, before), before);
    }),
  );
});

test("rows, exchanges and shares add up to the whole", () => {
  fc.assert(
    fc.property(portfolio, (holdings) => {
      const report = summarizeHoldings(holdings);
      for (const figure of ["invested_amount", "current_value", "total_pnl", "today_pnl"] as const) {
        expect(price.sum(report.holdings.map((one) => one[figure]))).toBe(report[figure]);
        expect(price.sum(report.byExchange.map((one) => one[figure]))).toBe(report[figure]);
      }
      const whole = report.current_value === 0 ? 0 : 100;
      expect(price.sum(report.holdings.map(({ allocation }) => allocation))).toBe(whole);
      expect(price.sum(report.byExchange.map(({ allocation }) => allocation))).toBe(whole);
      const { winners, losers, unchanged } = report.counts;
      expect(winners + losers + unchanged).toBe(holdings.length);
    }),
  );
});

test("the order of the rows does not matter", () => {
  fc.assert(
    fc.property(portfolio, (holdings) => {
      const { invested_amount, current_value, today_pnl } = summarizeHoldings(holdings);
      expect(summarizeHoldings([...holdings].reverse())).toMatchObject({ invested_amount, current_value, today_pnl });
    }),
  );
});

/** Prices and quantities of any kind, such as a server should never send. */
const oddRow = fc.oneof(
  fc.anything(),
  fc.record(
    {
      ...{ quantity: fc.double(), t1_quantity: fc.integer(), average_price: fc.double(), last_price: fc.double() },
      ...{ close_price: fc.anything(), collateral_quantity: fc.integer(), exchange: fc.anything(), mtf: fc.anything() },
    },
    { requiredKeys: ["quantity", "t1_quantity", "last_price"] },
  ),
);

test("whatever the rows are, each is counted or named, and no figure is NaN or infinite", () => {
  fc.assert(
    fc.property(fc.array(oddRow), (rows) => {
      const { holdings, leftOut, byExchange, withoutClose, counts, winners, losers, ...figures } = summarizeHoldings(
        rows as Holding[],
      );
      expect(holdings.length + leftOut.length).toBe(rows.length);
      const { mtf, pledged, short, ...totals } = figures;
      for (const value of [totals, mtf, pledged, short, ...holdings].flatMap(Object.values)) {
        if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
      }
    }),
  );
});
