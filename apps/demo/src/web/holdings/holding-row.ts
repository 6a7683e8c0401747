import type { HoldingsSummary, ValuedHolding } from "@kite/portfolio";

/** A holding in the page's words. Rupees. */
export interface HoldingRow extends HoldingsSummary {
  readonly exchange: string;
  readonly tradingsymbol: string;
  /** Units: delivered, and bought but not delivered yet. */
  readonly units: number;
  readonly average_price: number;
  readonly last_price: number;
  /** Percent of the whole value. */
  readonly allocation: number;
  /** Of the units: bought and not delivered yet. */
  readonly t1_quantity: number;
  /** Of the units: given as collateral. */
  readonly pledged_quantity: number;
  /** Bought with the broker's money; on top of the units. */
  readonly mtf_quantity: number;
  /** The broker is unsure of the average price. */
  readonly discrepancy: boolean;
}

/** Puts a holding into the page's words. */
export function holdingRow({ holding, units, allocation, ...figures }: ValuedHolding): HoldingRow {
  const { exchange, tradingsymbol, average_price, last_price, t1_quantity, discrepancy } = holding;
  return {
    ...{ exchange, tradingsymbol, units, average_price, last_price, allocation, t1_quantity, discrepancy },
    pledged_quantity: holding.collateral_quantity,
    mtf_quantity: holding.mtf?.quantity ?? 0,
    ...figures,
  };
}
