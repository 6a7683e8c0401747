import { checkSides } from "../params/check-sides.ts";
import type { SingleGTTParams } from "../params/gtt-params.ts";
import { building, checkLeg, checkOptions } from "./check-trigger.ts";
import type { TriggerLeg, TriggerOptions } from "./trigger-options.ts";

/** One price to wait for. Above `last_price` it waits for a rise, below for a fall. */
export interface SingleTriggerOptions extends TriggerOptions, TriggerLeg {}

/**
 * Makes the parameters of a GTT with one trigger, for `placeGTT` or `modifyGTT`, and sends nothing.
 *
 * Throws `InvalidInput` with the name of the field for what Kite refuses: a trigger too close to the last price, prices
 * that are no multiple of the tick, products that cannot wait.
 *
 * @example
 * const stopLoss = singleTrigger({
 *   exchange: "NSE",
 *   tradingsymbol: "INFY",
 *   last_price: 1520,
 *   tick_size: 0.1,
 *   transaction_type: "SELL",
 *   product: "CNC",
 *   trigger_value: 1450,
 *   price: 1445,
 *   quantity: 10,
 * });
 *
 * @see https://kite.trade/docs/connect/v3/gtt/
 */
export function singleTrigger(options: SingleTriggerOptions): SingleGTTParams {
  return building("singleTrigger", () => {
    const checked = checkOptions(options);
    const { exchange, tradingsymbol, last_price } = checked;
    checkSides(["trigger_value"], [options.trigger_value], last_price);
    const order = checkLeg("", options, checked);
    const { trigger_value } = options;
    return {
      type: "single",
      condition: { exchange, tradingsymbol, trigger_values: [trigger_value], last_price },
      orders: [order],
    };
  });
}
