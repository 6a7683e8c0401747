import { type Holding, type HoldingsSummary, price } from "@kite/models";
import { hasClose } from "./has-close.ts";
import { percent } from "./percent.ts";

/** A holding with its figures in rupees and percent, named as the server names the totals. */
export interface HoldingValue extends HoldingsSummary {
  /** The row, as it was given. */
  readonly holding: Holding;
  /** Units counted: `quantity` + `t1_quantity`. */
  readonly units: number;
}

/** Values one holding at its prices: `pnl` and `day_change` of the row are as old as the `last_price` it came with. */
export function valueHolding(holding: Holding): HoldingValue {
  const { average_price, last_price, close_price } = holding;
  const units = price.add(holding.quantity, holding.t1_quantity);
  const invested_amount = price.multiply(average_price, units);
  const current_value = price.multiply(last_price, units);
  const today_pnl = hasClose(holding) ? price.multiply(price.subtract(last_price, close_price), units) : 0;
  return { holding, units, ...totals({ invested_amount, current_value, today_pnl }) };
}

/** Adds up rows of figures. */
export function sumValues(rows: readonly HoldingsSummary[]): HoldingsSummary {
  return totals({
    invested_amount: price.sum(rows.map(({ invested_amount }) => invested_amount)),
    current_value: price.sum(rows.map(({ current_value }) => current_value)),
    today_pnl: price.sum(rows.map(({ today_pnl }) => today_pnl)),
  });
}

/** Completes the figures that follow from three of them. */
function totals(sums: Pick<HoldingsSummary, "invested_amount" | "current_value" | "today_pnl">): HoldingsSummary {
  const total_pnl = price.subtract(sums.current_value, sums.invested_amount);
  return {
    ...sums,
    total_pnl,
    total_pnl_percent: percent(total_pnl, sums.invested_amount),
    today_pnl_percent: percent(sums.today_pnl, price.subtract(sums.current_value, sums.today_pnl)),
  };
}
