import type { Hours } from "./hours.ts";

/** A share, an index, a currency or a commodity: what the prices of instruments follow. */
export interface Spot {
  /** Unique; the walk of the price follows from it. */
  readonly name: string;
  /** Paise around which the price moves. */
  readonly typicalPrice: number;
  /** How far it moves: 1 for a share, which strays up to 16.5 % from its typical price. */
  readonly volatility: number;
  readonly hours: Hours;
  /** A share that the exchanges close with an auction, because there are derivatives on it. */
  readonly closesByAuction?: boolean;
  /** What it has in common with others, besides its own way. Default: nothing. */
  readonly factors?: readonly Factor[];
  /** What it is the average of, if it is an index: it goes where they go, on average and in percent. */
  readonly basket?: readonly Spot[];
}

/** A movement that many prices share. */
export interface Factor {
  readonly name: string;
  /** Its part of the price's way from day to day; the parts of all factors are below 1, and the rest is the spot's own. */
  readonly part: number;
}
