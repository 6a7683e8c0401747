import type { PositionsReport, ValuedPosition } from "@kite/portfolio";
import { openQuantity } from "../../shared/open-quantity.ts";

/** Positions with their gains. Rupees. */
export interface PositionList {
  readonly rows: readonly PositionRow[];
  readonly pnl: number;
  readonly realised: number;
  readonly unrealised: number;
  /** Gain since the previous close. */
  readonly m2m: number;
}

/** A position in the page's words. Rupees. */
export interface PositionRow {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly product: string;
  /** Shares, units of a contract, or lots; negative when short, 0 when closed. */
  readonly quantity: number;
  readonly average_price: number;
  readonly last_price: number;
  readonly pnl: number;
  readonly realised: number;
  readonly unrealised: number;
  /** Gain since the previous close. */
  readonly m2m: number;
  /** What can be converted, by when it was opened. */
  readonly open: { readonly day: number; readonly overnight: number };
}

/** Puts positions into the page's words. */
export function positionList({ positions, pnl, realised, unrealised, m2m }: PositionsReport): PositionList {
  return { rows: positions.map(positionRow), pnl, realised, unrealised, m2m };
}

function positionRow({ position, pnl, realised, unrealised, m2m }: ValuedPosition): PositionRow {
  const { exchange, tradingsymbol, product, quantity, average_price, last_price } = position;
  const which = { exchange, tradingsymbol, product, quantity, average_price, last_price };
  return { ...which, pnl, realised, unrealised, m2m, open: openQuantity(position) };
}
