import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { feed } from "../live/feed.ts";
import { type Portfolio, type PortfolioRows, portfolioRows, tokensOf } from "./portfolio-rows.ts";
import { PriceBoard } from "./price-board.ts";

interface LivePortfolio {
  /** Undefined while the answer is on its way. */
  readonly rows: PortfolioRows | undefined;
  /** The figures follow the stream; else they are those of the answer. */
  readonly isLive: boolean;
}

/** The figures of an answer at the prices of now. */
export function useLivePortfolio(portfolio: Portfolio | undefined): LivePortfolio {
  const [board] = useState(() => new PriceBoard(feed));
  useEffect(() => {
    if (portfolio) board.follow(tokensOf(portfolio));
  }, [board, portfolio]);
  useEffect(() => () => board.follow([]), [board]);
  const { isLive, byToken } = useSyncExternalStore(board.subscribe, () => board.snapshot);
  const rows = useMemo(() => portfolio && portfolioRows(portfolio, byToken), [portfolio, byToken]);
  return { rows, isLive };
}
