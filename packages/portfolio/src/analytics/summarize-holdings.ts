import { type Holding, type HoldingsSummary, price } from "@kite/models";
import { allocate } from "./allocate.ts";
import { hasClose } from "./has-close.ts";
import { isAmount, partRows } from "./rows.ts";
import { type MtfUnits, sumMtf, sumPledged, sumShort, type UnitsWorth } from "./uncounted-units.ts";
import { type HoldingValue, sumValues, valueHolding } from "./value-holding.ts";

/** A holding, its figures and its share of the portfolio. */
export interface ValuedHolding extends HoldingValue {
  /**
   * Share of the portfolio's `current_value` in percent, to two decimals. The shares add up to exactly 100, or are all 0
   * when the portfolio is worth nothing.
   */
  readonly allocation: number;
}

/** Holdings with their totals: what the server's summary has, in the same names, rupees and percent. */
export interface HoldingsGroup extends HoldingsSummary {
  /** In the order they were given. */
  readonly holdings: readonly ValuedHolding[];
  /** Counted, but with a day change of 0: there is no previous close to compare with, as for a new listing. */
  readonly withoutClose: readonly Holding[];
  /** In no figure: a quantity or price is not a number. The row is as the server sent it. */
  readonly leftOut: readonly Holding[];
}

/** The holdings on one exchange. */
export interface ExchangeHoldings extends HoldingsGroup {
  /** Empty for rows that name none. */
  readonly exchange: string;
  /** Sum of the shares of its holdings, in percent. */
  readonly allocation: number;
}

/** A portfolio's figures. */
export interface HoldingsReport extends HoldingsGroup {
  /** Largest `current_value` first. */
  readonly byExchange: readonly ExchangeHoldings[];
  /** Holdings with a `total_pnl` above 0, the largest first. */
  readonly winners: readonly ValuedHolding[];
  /** Holdings with a `total_pnl` below 0, the largest loss first. */
  readonly losers: readonly ValuedHolding[];
  readonly counts: { readonly winners: number; readonly losers: number; readonly unchanged: number };
  /** Margin-funded units. In no other figure. */
  readonly mtf: MtfUnits;
  /** Units pledged as collateral. Never added to the totals; Kite does not say whether `quantity` includes them. */
  readonly pledged: UnitsWorth;
  /** Units in `short_quantity`. In no other figure. */
  readonly short: UnitsWorth;
}

/**
 * Computes what a portfolio cost, is worth and has gained, in all, by exchange and for each holding.
 *
 * Counts `quantity` + `t1_quantity` units of each row at its `average_price`, `last_price` and `close_price`, with exact
 * decimal arithmetic. Rupee figures are not rounded. Percentages are 0 where there is nothing to compare with. Sends
 * nothing: put live prices into the rows to follow the market. No figure includes charges.
 *
 * Throws `InvalidInput` for anything but a list.
 *
 * @example
 * const report = summarizeHoldings(await getHoldings(kite));
 * console.log(`₹${report.total_pnl} (${report.total_pnl_percent.toFixed(2)} %)`);
 * for (const { tradingsymbol } of report.withoutClose) console.warn(`${tradingsymbol}: no previous close`);
 */
export function summarizeHoldings(holdings: readonly Holding[]): HoldingsReport {
  const { counted, leftOut } = partRows("holdings", holdings, isCountable);
  const values = counted.map(valueHolding);
  const shares = allocate(values.map(({ current_value }) => current_value));
  const rows = values.map((value, index): ValuedHolding => ({ ...value, allocation: shares[index] ?? 0 }));
  const winners = rows.filter(({ total_pnl }) => total_pnl > 0).sort((one, other) => other.total_pnl - one.total_pnl);
  const losers = rows.filter(({ total_pnl }) => total_pnl < 0).sort((one, other) => one.total_pnl - other.total_pnl);
  return {
    ...groupOf(rows, leftOut),
    byExchange: byExchange(rows, leftOut),
    winners,
    losers,
    counts: {
      winners: winners.length,
      losers: losers.length,
      unchanged: rows.length - winners.length - losers.length,
    },
    mtf: sumMtf(counted),
    pledged: sumPledged(counted),
    short: sumShort(counted),
  };
}

/** The row is typed, but one that does not match its schema may be anything, even null. */
function isCountable(holding: Holding | null): boolean {
  if (!holding) return false;
  const { quantity, t1_quantity, average_price, last_price, collateral_quantity, short_quantity, mtf } = holding;
  const amounts = [quantity, t1_quantity, average_price, last_price, collateral_quantity, short_quantity ?? 0];
  const funded = mtf ? [mtf.quantity, mtf.average_price, mtf.initial_margin] : [];
  return [...amounts, ...funded].every(isAmount);
}

function groupOf(rows: readonly ValuedHolding[], leftOut: readonly Holding[]): HoldingsGroup {
  const withoutClose = rows.map(({ holding }) => holding).filter((holding) => !hasClose(holding));
  return { ...sumValues(rows), holdings: rows, withoutClose, leftOut };
}

function byExchange(rows: readonly ValuedHolding[], leftOut: readonly Holding[]): ExchangeHoldings[] {
  const exchangeOf = (holding: Holding | null) => (typeof holding?.exchange === "string" ? holding.exchange : "");
  const exchanges = new Set([...rows.map(({ holding }) => holding), ...leftOut].map(exchangeOf));
  const groups = [...exchanges].map((exchange) => {
    const own = rows.filter(({ holding }) => exchangeOf(holding) === exchange);
    return {
      ...groupOf(
        own,
        leftOut.filter((holding) => exchangeOf(holding) === exchange),
      ),
      exchange,
      allocation: price.sum(own.map(({ allocation }) => allocation)),
    };
  });
  return groups.sort((one, other) => other.current_value - one.current_value);
}
