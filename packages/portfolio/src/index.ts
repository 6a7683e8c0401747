export type {
  Auction,
  AuctionWire,
  AuthorisationRequest,
  AuthorisationRequestWire,
  CompactHolding,
  CompactHoldingWire,
  Exchange,
  Holding,
  HoldingsSummary,
  HoldingsSummaryWire,
  HoldingWire,
  Position,
  Positions,
  PositionsWire,
  PositionWire,
  Product,
} from "@kite/models";
export {
  type ExchangeHoldings,
  type HoldingsGroup,
  type HoldingsReport,
  summarizeHoldings,
  type ValuedHolding,
} from "./analytics/summarize-holdings.ts";
export { type PortfolioPerformance, summarizePerformance } from "./analytics/summarize-performance.ts";
export { type PositionsReport, summarizePositions } from "./analytics/summarize-positions.ts";
export type { MtfUnits, UnitsWorth } from "./analytics/uncounted-units.ts";
export type { HoldingValue } from "./analytics/value-holding.ts";
export type { ValuedPosition } from "./analytics/value-position.ts";
export {
  getAuthorisationURL,
  getHoldingsByExchange,
  getPortfolioPerformance,
  getPositionsWithPnl,
  type PositionsWithPnl,
} from "./calls/index.ts";
export * from "./endpoints/index.ts";
export { type PortfolioApi, portfolio } from "./plugin.ts";
