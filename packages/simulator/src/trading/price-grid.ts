import { type Instrument, toRupees } from "../market/instrument.ts";

/** The highest price (rupees) on the grid that is not above `rupees`. */
export function floorToTick({ tick }: Pick<Instrument, "tick">, rupees: number): number {
  // a hair more, or a price on the grid would fall a whole tick for the noise in its last bit
  return toRupees(Math.floor((rupees * 100) / tick + 1e-6) * tick);
}

/** The lowest price (rupees) on the grid that is not below `rupees`. */
export function ceilToTick({ tick }: Pick<Instrument, "tick">, rupees: number): number {
  return toRupees(Math.ceil((rupees * 100) / tick - 1e-6) * tick);
}
