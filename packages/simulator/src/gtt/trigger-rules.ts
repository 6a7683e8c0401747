import { refuse } from "../refusal.ts";
import type { Trigger } from "./trigger.ts";

type Levels = Pick<Trigger, "type" | "trigger_values" | "last_price">;

/**
 * Checks that the triggers lie around the last price, and not too near.
 *
 * @throws {Refusal} 400.
 */
export function checkLevels({ type, trigger_values, last_price }: Levels): void {
  const [first = 0, second = 0] = trigger_values;
  if (type === "two-leg" && first >= last_price) {
    throw refuse("Trigger cannot be created with the first trigger price more than the last price.");
  }
  if (type === "two-leg" && second <= last_price) {
    throw refuse("Trigger cannot be created with the second trigger price less than the last price.");
  }
  for (const value of trigger_values) {
    // a hair less, for distances that are exact in rupees and not in binary
    if (Math.abs(value - last_price) < leastDistance(last_price) - 1e-9) {
      throw refuse(`Trigger price ${value} is too close to the last price (${last_price}).`);
    }
  }
}

/** Index of the trigger that a last price sets off; undefined while none does. Prices are rupees. */
export function hitBy(now: number, { type, trigger_values, last_price }: Levels): number | undefined {
  const [first = 0, second = 0] = trigger_values;
  if (type === "single") return (first > last_price ? now >= first : now <= first) ? 0 : undefined;
  if (now <= first) return 0;
  return now >= second ? 1 : undefined;
}

/** Nine paise for what costs up to fifty rupees, a quarter of a percent for the rest. */
const leastDistance = (price: number): number => (price > 50 ? price * 0.0025 : 0.09);
