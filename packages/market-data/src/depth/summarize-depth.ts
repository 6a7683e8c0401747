import type { Depth, DepthLevel } from "@kite/models";
import { exact } from "../exact.ts";

/** An order book and what follows from it. Prices are rupees. */
export interface DepthSummary {
  /** Buyers, the best price first; empty rows are left out. Five at most. */
  readonly bids: readonly DepthLevel[];
  /** Sellers, the best price first; empty rows are left out. Five at most. */
  readonly asks: readonly DepthLevel[];
  /** Best buyer; null when nobody buys. */
  readonly bid: DepthLevel | null;
  /** Best seller; null when nobody sells. */
  readonly ask: DepthLevel | null;
  /** `ask.price` - `bid.price`, exact; below 0 in a book that is crossed, as before the open. Null when a side is empty. */
  readonly spread: number | null;
  /** Half way between the best prices, exact. Null when a side is empty. */
  readonly mid: number | null;
  /** Sum of `bids`. */
  readonly bidQuantity: number;
  /** Sum of `asks`. */
  readonly askQuantity: number;
  /** (bidQuantity - askQuantity) ÷ (bidQuantity + askQuantity): 1 when there are only buyers, -1 when there are only sellers. */
  readonly imbalance: number | null;
}

/** Computes spread, middle and imbalance of a book you have, from a quote or a tick; sends nothing. */
export function summarizeDepth(depth: Depth | undefined): DepthSummary {
  const bids = filled(depth?.buy);
  const asks = filled(depth?.sell);
  const [bid = null, ask = null] = [bids[0], asks[0]];
  const bidQuantity = total(bids);
  const askQuantity = total(asks);
  const all = bidQuantity + askQuantity;
  return {
    bids,
    asks,
    bid,
    ask,
    spread: bid && ask && exact(ask.price - bid.price),
    mid: bid && ask && exact((bid.price + ask.price) / 2),
    bidQuantity,
    askQuantity,
    imbalance: all === 0 ? null : (bidQuantity - askQuantity) / all,
  };
}

const total = (rows: readonly DepthLevel[]): number => rows.reduce((sum, { quantity }) => sum + quantity, 0);

/** Rows that stand for something. An empty row is all zeros; one that is half empty, or no row at all, stands for nothing either. */
const filled = (rows: readonly DepthLevel[] | undefined): DepthLevel[] =>
  Array.isArray(rows)
    ? rows.filter(
        (row) => Number.isFinite(row?.price) && Number.isFinite(row.quantity) && row.price !== 0 && row.quantity > 0,
      )
    : [];
