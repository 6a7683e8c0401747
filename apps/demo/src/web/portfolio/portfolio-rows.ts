import {
  type Holding,
  type HoldingsSummary,
  type Position,
  summarizeHoldings,
  summarizePositions,
  type ValuedHolding,
} from "@kite/portfolio";
import { type HoldingRow, holdingRow } from "../holdings/holding-row.ts";
import { type PositionList, positionList } from "../positions/position-row.ts";

/** What Kite answers. */
export interface Portfolio {
  readonly holdings: readonly Holding[];
  /** What is open now, and what was closed today. */
  readonly net: readonly Position[];
  /** Today's trading alone. */
  readonly day: readonly Position[];
}

/** Rupees by instrument token. */
export type Prices = ReadonlyMap<number, number>;

/** Holdings and positions with their figures. Rupees. */
export interface PortfolioRows {
  readonly holdings: readonly HoldingRow[];
  readonly totals: HoldingsSummary;
  readonly winners: readonly Mover[];
  readonly losers: readonly Mover[];
  readonly net: PositionList;
  readonly day: PositionList;
  /** Holdings and positions that are in no figure, because the exchange sent something else than numbers. */
  readonly left_out: readonly string[];
  /** Holdings without a previous close, as new listings: their change of today counts as 0. */
  readonly without_close: readonly string[];
}

/** A holding that gained or lost most. */
export interface Mover {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly total_pnl: number;
  readonly total_pnl_percent: number;
}

const MOVERS = 3;

/**
 * Values a portfolio at the given prices; what has none is valued at the last price of its row. Throws `InvalidInput` where an answer is
 * no list.
 */
export function portfolioRows({ holdings, net, day }: Portfolio, prices: Prices): PortfolioRows {
  const held = summarizeHoldings(atPrices(holdings, prices));
  const [netReport, dayReport] = [summarizePositions(atPrices(net, prices)), summarizePositions(atPrices(day, prices))];
  const { invested_amount, current_value, total_pnl, total_pnl_percent, today_pnl, today_pnl_percent } = held;
  return {
    holdings: held.holdings.map(holdingRow),
    totals: { invested_amount, current_value, total_pnl, total_pnl_percent, today_pnl, today_pnl_percent },
    winners: held.winners.slice(0, MOVERS).map(mover),
    losers: held.losers.slice(0, MOVERS).map(mover),
    net: positionList(netReport),
    day: positionList(dayReport),
    left_out: [...new Set([...held.leftOut, ...netReport.leftOut, ...dayReport.leftOut].map(nameOf))],
    without_close: held.withoutClose.map(nameOf),
  };
}

/** Instruments whose prices the figures depend on, each once. */
export function tokensOf({ holdings, net, day }: Portfolio): readonly number[] {
  const tokens = [...holdings, ...net, ...day].map((row) => row?.instrument_token);
  return [...new Set(tokens.filter((token) => Number.isInteger(token)))];
}

/** An answer that is not as documented comes as sent: it may be no list, and its rows may be null. The SDK sees to both. */
function atPrices<Row extends Holding | Position>(rows: readonly Row[], prices: Prices): readonly Row[] {
  if (prices.size === 0 || !Array.isArray(rows)) return rows;
  return rows.map((row: Row) => {
    const last_price = prices.get(row?.instrument_token);
    return last_price === undefined ? row : { ...row, last_price };
  });
}

function mover({ holding: { exchange, tradingsymbol }, total_pnl, total_pnl_percent }: ValuedHolding): Mover {
  return { exchange, tradingsymbol, total_pnl, total_pnl_percent };
}

const nameOf = (row: { readonly exchange: string; readonly tradingsymbol: string } | null): string =>
  `${row?.exchange}:${row?.tradingsymbol}`;
