import { type Holding, type Position, summarizeHoldings, summarizePositions } from "@kite/portfolio";
import fc from "fast-check";
import { expect, test } from "vitest";
import { signedIn } from "../testing/signed-in.ts";
import { readPortfolio } from "./portfolio-figures.ts";
import { type Portfolio, type PortfolioRows, portfolioRows, tokensOf } from "./portfolio-rows.ts";

const unpriced = new Map<number, number>();
const tick = fc.integer({ min: 1, max: 1_999_999 }).map((ticks) => ticks / 20);

/** What a portfolio is when the exchange itself has the prices. */
function repriced<Row extends Holding | Position>(rows: readonly Row[], prices: ReadonlyMap<number, number>): Row[] {
  return rows.map((row) => ({ ...row, last_price: prices.get(row.instrument_token) ?? row.last_price }));
}

async function seeded(): Promise<Portfolio> {
  const { kite } = await signedIn();
  return readPortfolio(kite);
}

test("puts what the exchange answers into rows, the figures being the SDK's", async () => {
  const portfolio = await seeded();
  const { holdings, net, totals, without_close, left_out, winners, losers } = portfolioRows(portfolio, unpriced);
  const report = summarizeHoldings(portfolio.holdings);
  expect(holdings.map(({ tradingsymbol }) => tradingsymbol)).toEqual(
    portfolio.holdings.map((row) => row.tradingsymbol),
  );
  expect(totals).toEqual({
    invested_amount: report.invested_amount,
    current_value: report.current_value,
    total_pnl: report.total_pnl,
    total_pnl_percent: report.total_pnl_percent,
    today_pnl: report.today_pnl,
    today_pnl_percent: report.today_pnl_percent,
  });
  expect(holdings.find((row) => row.tradingsymbol === "M&M")?.mtf_quantity).toBeGreaterThan(0);
  expect(holdings.find((row) => row.tradingsymbol === "RELIANCE")?.pledged_quantity).toBeGreaterThan(0);
  expect(net.rows).toHaveLength(portfolio.net.length);
  expect(without_close).toEqual(["NSE:SIMLIST"]);
  expect(left_out).toEqual([]);
  expect(winners).toHaveLength(3);
  expect(losers.length).toBeGreaterThan(0);
  const listed = holdings.find((row) => row.tradingsymbol === "SIMLIST");
  expect(listed).toMatchObject({ today_pnl: 0, today_pnl_percent: 0 });
});

test("at live prices every figure is what the SDK computes from rows with these prices", async () => {
  const portfolio = await seeded();
  const tokens = tokensOf(portfolio);
  const prices = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...tokens), tick), { selector: ([token]) => token })
    .map((pairs) => new Map(pairs));
  fc.assert(
    fc.property(prices, (live) => {
      const rows = portfolioRows(portfolio, live);
      const held = summarizeHoldings(repriced(portfolio.holdings, live));
      const net = summarizePositions(repriced(portfolio.net, live));
      expect(rows.totals).toMatchObject({ current_value: held.current_value, total_pnl: held.total_pnl });
      expect(rows.totals).toMatchObject({ today_pnl: held.today_pnl, today_pnl_percent: held.today_pnl_percent });
      expect(rows.holdings.map((row) => [row.total_pnl, row.allocation])).toEqual(
        held.holdings.map((row) => [row.total_pnl, row.allocation]),
      );
      expect(rows.net).toMatchObject({
        pnl: net.pnl,
        realised: net.realised,
        unrealised: net.unrealised,
        m2m: net.m2m,
      });
      expect(rows.net.rows.map((row) => row.pnl)).toEqual(net.positions.map((row) => row.pnl));
    }),
    { numRuns: 50 },
  );
});

test("the totals are the sums of the rows, to the paisa, whatever the prices are", async () => {
  const portfolio = await seeded();
  fc.assert(
    fc.property(fc.array(tick, { minLength: 1, maxLength: 30 }), (list) => {
      const tokens = tokensOf(portfolio);
      const { holdings, totals, net } = portfolioRows(
        portfolio,
        new Map(list.map((price, at) => [tokens[at] ?? 0, price])),
      );
      const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
      expect(sum(holdings.map((row) => row.total_pnl))).toBeCloseTo(totals.total_pnl, 2);
      expect(sum(holdings.map((row) => row.today_pnl))).toBeCloseTo(totals.today_pnl, 2);
      expect(sum(net.rows.map((row) => row.pnl))).toBeCloseTo(net.pnl, 2);
    }),
    { numRuns: 50 },
  );
});

test("a lot gains its multiplier for each rupee", async () => {
  const { net } = await seeded();
  const position = net.find(
    ({ exchange, quantity, multiplier }) => exchange === "MCX" && quantity !== 0 && multiplier > 1,
  );
  expect(position).toBeDefined();
  if (!position) return;
  const pnlAt = (rupees: number) => {
    const prices = new Map([[position.instrument_token, rupees]]);
    return portfolioRows({ holdings: [], net: [position], day: [] }, prices).net.pnl;
  };
  expect(pnlAt(101) - pnlAt(100)).toBeCloseTo(position.quantity * position.multiplier, 6);
});

test("rows that are no rows, and figures that are no figures, hide no other", async () => {
  const { holdings, net, day } = await seeded();
  const odd = [...holdings, null, { ...holdings[0], tradingsymbol: "ODD", average_price: "x" }] as Holding[];
  const prices = new Map([[holdings[0]?.instrument_token ?? 0, 100]]);
  const rows: PortfolioRows = portfolioRows({ holdings: odd, net, day }, prices);
  expect(rows.left_out).toEqual(["undefined:undefined", "NSE:ODD"]);
  expect(rows.totals).toEqual(portfolioRows({ holdings, net, day }, prices).totals);
  expect(tokensOf({ holdings: odd, net, day })).toEqual(tokensOf({ holdings, net, day }));
});
