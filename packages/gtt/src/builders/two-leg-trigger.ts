import { invalidInput } from "@kite/core";
import { checkSides } from "../params/check-sides.ts";
import type { TwoLegGTTParams } from "../params/gtt-params.ts";
import { building, checkLeg, checkOptions, checkPair } from "./check-trigger.ts";
import type { TriggerLeg, TriggerOptions } from "./trigger-options.ts";

/** A price below `last_price` and one above, with an order each. Both orders are on the same side. */
export interface TwoLegTriggerOptions extends TriggerOptions {
  /** For a sale the stop-loss. */
  readonly lower: TriggerLeg;
  /** For a sale the target. */
  readonly upper: TriggerLeg;
}

/**
 * Makes the parameters of a GTT with two triggers, for `placeGTT` or `modifyGTT`, and sends nothing. The first one that is
 * reached places its order, and the other ends.
 *
 * Throws `InvalidInput` with the name of the field for what Kite refuses: a last price that is not between the triggers, a trigger too
 * close to it, prices that are no multiple of the tick, products that cannot wait, a pair that buys shares. Also for a stop-loss that
 * would not fill, which Kite takes: a sale with its limit above the lower trigger, a purchase with its limit below the upper one.
 *
 * @example
 * const bracket = twoLegTrigger({
 *   exchange: "NSE",
 *   tradingsymbol: "INFY",
 *   last_price: 1520,
 *   tick_size: 0.1,
 *   transaction_type: "SELL",
 *   product: "CNC",
 *   lower: { trigger_value: 1450, price: 1445, quantity: 10 },
 *   upper: { trigger_value: 1650, price: 1650, quantity: 10 },
 * });
 *
 * @see https://kite.trade/docs/connect/v3/gtt/
 */
export function twoLegTrigger(options: TwoLegTriggerOptions): TwoLegGTTParams {
  return building("twoLegTrigger", () => {
    const checked = checkOptions(options);
    checkPair(checked);
    const lower = checkLeg("lower.", options.lower, checked);
    const upper = checkLeg("upper.", options.upper, checked);
    const trigger_values = [options.lower.trigger_value, options.upper.trigger_value] as const;
    const { exchange, tradingsymbol, last_price } = checked;
    checkSides(["lower.trigger_value", "upper.trigger_value"], trigger_values, last_price);
    if (checked.transaction_type === "SELL") checkStop("lower.price", "above", lower.price - trigger_values[0]);
    else checkStop("upper.price", "below", trigger_values[1] - upper.price);
    return {
      type: "two-leg",
      condition: { exchange, tradingsymbol, trigger_values, last_price },
      orders: [lower, upper],
    };
  });
}

/** Refuses a limit on the wrong side of its trigger: when the price gets there, the order waits for it to come back. */
function checkStop(field: string, side: string, distance: number): void {
  if (distance > 0)
    throw invalidInput(field, `must not be ${side} its trigger: the stop-loss would trigger and not fill`);
}
