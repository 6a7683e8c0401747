import { price } from "@kite/models";

/** Gives `part` in percent of `whole`, not rounded; 0 when there is no whole to compare with. */
export function percent(part: number, whole: number): number {
  // Adding 0 turns -0 into 0.
  return whole === 0 ? 0 : price.multiply(part, 100) / whole + 0;
}
