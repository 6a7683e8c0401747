import type { Hours } from "./session.ts";

/** A share, an index, a currency or a commodity: what the prices of instruments follow. */
export interface Spot {
  /** Unique; the walk of the price follows from it. */
  readonly name: string;
  /** Paise around which the price moves. */
  readonly typicalPrice: number;
  /** How far it moves: 1 for a share, which strays up to 16.5 % from its typical price. */
  readonly volatility: number;
  readonly hours: Hours;
}
