export { type AuthoriseHoldingsParams, authoriseHoldings, type HoldingToAuthorise } from "./authorise-holdings.ts";
export { type ConvertPositionParams, convertPosition } from "./convert-position.ts";
export { getAuctions } from "./get-auctions.ts";
export { getHoldings } from "./get-holdings.ts";
export { getHoldingsCompact } from "./get-holdings-compact.ts";
export { getHoldingsSummary } from "./get-holdings-summary.ts";
export { getPositions } from "./get-positions.ts";
