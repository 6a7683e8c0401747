import { type Bound, bind, type Plugin } from "@kite/core";
import { summarizeHoldings } from "./analytics/summarize-holdings.ts";
import { summarizePerformance } from "./analytics/summarize-performance.ts";
import { summarizePositions } from "./analytics/summarize-positions.ts";
import * as calls from "./calls/index.ts";
import * as endpoints from "./endpoints/index.ts";

/** Holdings, positions and their gains. */
export interface PortfolioApi extends Bound<typeof endpoints>, Bound<typeof calls> {
  /** Computes the figures of holdings you have; sends nothing. */
  readonly summarizeHoldings: typeof summarizeHoldings;
  /** Computes the gains of positions you have, `net` or `day`; sends nothing. */
  readonly summarizePositions: typeof summarizePositions;
  /** Computes the gain of holdings and net positions you have; sends nothing. */
  readonly summarizePerformance: typeof summarizePerformance;
}

/** Registers `kite.portfolio`. */
export const portfolio = (): Plugin<{ readonly portfolio: PortfolioApi }> => (kite) => ({
  portfolio: {
    ...bind(kite, endpoints),
    ...bind(kite, calls),
    summarizeHoldings,
    summarizePositions,
    summarizePerformance,
  },
});
