import type { Copyable } from "./copyable.ts";
import type { FullTick, IndexFullTick, IndexQuoteTick, LTPTick, QuoteTick } from "./tick.ts";

export type Side = "buy" | "sell";

/** The prices of `ohlc`, without making an object. */
interface PricesView {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** The time of the exchange in epoch seconds, 0 for none, without making an object. */
interface TimeView {
  readonly exchangeSeconds: number;
}

/** The book, without making an object. Row 0 is the best of its side and row 4 the last; any other is undefined. */
interface BookView extends TimeView {
  readonly lastTradeSeconds: number;
  price(side: Side, row: number): number | undefined;
  quantity(side: Side, row: number): number | undefined;
  orders(side: Side, row: number): number | undefined;
}

/**
 * A tick that is read from its frame field by field. It is valid until the function that got it returns: then the same object shows
 * the next tick. Whoever wants to keep it takes a `copy()`. `ohlc`, `depth` and times are made at each use.
 */
export type TickView =
  | (LTPTick & Copyable<LTPTick>)
  | (QuoteTick & Copyable<QuoteTick> & PricesView)
  | (FullTick & Copyable<FullTick> & PricesView & BookView)
  | (IndexQuoteTick & Copyable<IndexQuoteTick> & PricesView)
  | (IndexFullTick & Copyable<IndexFullTick> & PricesView & TimeView);
