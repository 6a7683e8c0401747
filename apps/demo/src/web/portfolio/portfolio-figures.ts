import type { KiteClient } from "@kite/core";
import { getHoldings, getPositions } from "@kite/portfolio";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";
import { type Portfolio, portfolioRows } from "./portfolio-rows.ts";

/** Holdings and positions, as Kite answers. */
export const portfolioFigures: Figures<Portfolio> = {
  key: ["portfolio"],
  read: (signal) => readPortfolio(kite, signal),
};

/** Reads what is held and what was traded. Throws what the two calls throw, and `InvalidInput` where an answer is no list. */
export async function readPortfolio(kite: KiteClient, signal?: AbortSignal): Promise<Portfolio> {
  const options = signal && { signal };
  const [holdings, positions] = await Promise.all([getHoldings(kite, options), getPositions(kite, options)]);
  // even null, where it is not as documented
  const portfolio: Portfolio = { holdings, net: positions?.net, day: positions?.day };
  // what cannot be valued is a failed call, and not a page that breaks while it is drawn
  portfolioRows(portfolio, new Map());
  return portfolio;
}
