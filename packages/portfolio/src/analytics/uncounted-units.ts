import { type Holding, price } from "@kite/models";

/** Units bought with margin funding, at the prices of their holding. */
export interface MtfUnits {
  readonly units: number;
  /** Rupees: units × their own average price. */
  readonly invested_amount: number;
  /** Rupees: units × `last_price` of the holding. */
  readonly current_value: number;
  /** Rupees: `current_value` - `invested_amount`. */
  readonly total_pnl: number;
  /** Rupees. */
  readonly initial_margin: number;
}

/** Units and what they are worth now. */
export interface UnitsWorth {
  readonly units: number;
  /** Rupees: units × `last_price` of the holding. */
  readonly current_value: number;
}

/** Adds up the margin-funded units. Rows without any, older ones among them, count as none. */
export function sumMtf(holdings: readonly Holding[]): MtfUnits {
  const funded = holdings.flatMap(({ mtf, last_price }) => (mtf ? [{ ...mtf, last_price }] : []));
  const invested_amount = price.sum(
    funded.map(({ quantity, average_price }) => price.multiply(average_price, quantity)),
  );
  const worth = sumWorth(funded.map(({ quantity, last_price }) => [quantity, last_price]));
  return {
    ...worth,
    invested_amount,
    total_pnl: price.subtract(worth.current_value, invested_amount),
    initial_margin: price.sum(funded.map(({ initial_margin }) => initial_margin)),
  };
}

/** Adds up the units pledged as collateral. */
export const sumPledged = (holdings: readonly Holding[]): UnitsWorth =>
  sumWorth(holdings.map(({ collateral_quantity, last_price }) => [collateral_quantity, last_price]));

/** Adds up the units in `short_quantity`, which Kite does not explain. */
export const sumShort = (holdings: readonly Holding[]): UnitsWorth =>
  sumWorth(holdings.map(({ short_quantity, last_price }) => [short_quantity ?? 0, last_price]));

const sumWorth = (rows: readonly (readonly [units: number, last_price: number])[]): UnitsWorth => ({
  units: price.sum(rows.map(([units]) => units)),
  current_value: price.sum(rows.map(([units, last_price]) => price.multiply(last_price, units))),
});
