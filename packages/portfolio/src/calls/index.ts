export { getAuthorisationURL } from "./get-authorisation-url.ts";
export { getHoldingsByExchange } from "./get-holdings-by-exchange.ts";
export { getPortfolioPerformance } from "./get-portfolio-performance.ts";
export { getPositionsWithPnl, type PositionsWithPnl } from "./get-positions-with-pnl.ts";
