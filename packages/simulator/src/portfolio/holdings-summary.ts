import type { Market } from "../market/market.ts";
import { type Holding, valueHolding } from "./holding.ts";

/** Totals of `GET /portfolio/holdings/summary`; rupees and percent. All zero without holdings. */
export interface HoldingsSummary {
  readonly total_pnl: number;
  readonly total_pnl_percent: number;
  readonly today_pnl: number;
  readonly today_pnl_percent: number;
  readonly invested_amount: number;
  readonly current_value: number;
}

export function summarise(holdings: readonly Holding[], market: Market): HoldingsSummary {
  const valued = holdings.map((holding) => valueHolding(holding, market.priceOf(holding.instrument)));
  const invested_amount = sum(valued.map(({ invested }) => invested));
  const current_value = sum(valued.map(({ current }) => current));
  return summaryOf(invested_amount, current_value, sum(valued.map(({ today }) => today)));
}

/** Derives the percentages: gains on the money put in, and today's change on what it was worth yesterday. */
export function summaryOf(invested_amount: number, current_value: number, today_pnl: number): HoldingsSummary {
  const total_pnl = current_value - invested_amount;
  return {
    total_pnl,
    total_pnl_percent: percent(total_pnl, invested_amount),
    today_pnl,
    today_pnl_percent: percent(today_pnl, current_value - today_pnl),
    invested_amount,
    current_value,
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part * 100) / whole);
