import { type Holding, type Position, price } from "@kite/models";
import { type HoldingsReport, summarizeHoldings } from "./summarize-holdings.ts";
import { type PositionsReport, summarizePositions } from "./summarize-positions.ts";
import type { ValuedPosition } from "./value-position.ts";

/** Holdings and positions together, in rupees and without charges. */
export interface PortfolioPerformance {
  /** `realised` + `unrealised`. */
  readonly total_pnl: number;
  /** Since the previous close: the holdings' `today_pnl` + the positions' `m2m`. */
  readonly today_pnl: number;
  /** Of the positions: what was both bought and sold. */
  readonly realised: number;
  /** Of the holdings all, of the positions what is open. */
  readonly unrealised: number;
  readonly holdings: HoldingsReport;
  /** The net positions. */
  readonly positions: PositionsReport;
  /**
   * Shares sold out of the holdings today: net positions below 0 under `CNC` or `MTF`. Left out of the four figures above,
   * because they show what the price did after the sale, not what the sale gained over its cost, which Kite does not
   * report.
   */
  readonly soldFromHoldings: readonly ValuedPosition[];
}

/**
 * Computes the gain of holdings and positions together. Shares are never counted twice: what was bought today is a position,
 * and a holding from the next day on.
 *
 * Margin-funded units stay apart, in `holdings.mtf`. Rows that could not be counted are in `leftOut` and `withoutClose` of
 * the two reports. Sends nothing. Throws `InvalidInput` for anything but lists.
 *
 * @param netPositions - The `net` list of `getPositions`.
 */
export function summarizePerformance(
  holdings: readonly Holding[],
  netPositions: readonly Position[],
): PortfolioPerformance {
  const held = summarizeHoldings(holdings);
  const positions = summarizePositions(netPositions);
  const soldFromHoldings = positions.positions.filter(({ position }) => isDeliverySale(position));
  const others = positions.positions.filter(({ position }) => !isDeliverySale(position));
  const realised = price.sum(others.map((row) => row.realised));
  const unrealised = price.sum([held.total_pnl, ...others.map((row) => row.unrealised)]);
  return {
    total_pnl: price.add(realised, unrealised),
    today_pnl: price.sum([held.today_pnl, ...others.map((row) => row.m2m)]),
    realised,
    unrealised,
    holdings: held,
    positions,
    soldFromHoldings,
  };
}

/** Delivery products allow no short selling, so what is below 0 there came out of the demat account. */
const isDeliverySale = ({ product, quantity }: Position): boolean =>
  (product === "CNC" || product === "MTF") && quantity < 0;
