import type { PlaceGTTParams } from "../params/gtt-params.ts";

/** A price in whole 1/1,000,000 rupees. Only for prices that have no finer part. */
const micros = (value: number): bigint => BigInt(Math.round(value * 1e6));

/**
 * Lists the rules of Kite's GTTs that parameters break. Written from the rules alone, in whole numbers, so that it can check
 * the builders: it shares no code with them.
 */
export function brokenRules({ type, condition, orders }: PlaceGTTParams, tick_size?: number): string[] {
  const triggers: readonly number[] = condition.trigger_values;
  const legs = orders.length;
  const last = micros(condition.last_price);
  const below = triggers.filter((trigger) => micros(trigger) < last).length;
  const isShare = ["NSE", "BSE"].includes(condition.exchange);
  const isDistant = (trigger: number) => {
    const size = micros(trigger) - last;
    const distance = size < 0n ? -size : size;
    return last > 50_000_000n ? distance * 400n >= last : distance >= 90_000n;
  };
  const isOnTick = (value: number) => tick_size === undefined || micros(value) % micros(tick_size) === 0n;
  const rules: Record<string, boolean> = {
    "as many orders as triggers": legs === triggers.length,
    "one trigger, or two": triggers.length === (type === "single" ? 1 : 2),
    "lower trigger first": triggers.every((trigger, index) => index === 0 || trigger > (triggers[index - 1] ?? 0)),
    "last price between two": type === "single" || (below === 1 && triggers[0] === Math.min(...triggers)),
    "far enough": triggers.every(isDistant),
    "all prices above 0": [...triggers, condition.last_price, ...orders.map(({ price }) => price)].every(
      (one) => one > 0,
    ),
    "on the tick": [...triggers, ...orders.map(({ price }) => price)].every(isOnTick),
    "whole quantities": orders.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0),
    "limit orders": orders.every(({ order_type }) => order_type === "LIMIT"),
    "of the watched instrument": orders.every(
      (order) => order.exchange === condition.exchange && order.tradingsymbol === condition.tradingsymbol,
    ),
    "a product that can wait": orders.every(({ product }) => (isShare ? ["CNC", "MTF"] : ["NRML"]).includes(product)),
    "a stop-loss that fills":
      type === "single" ||
      orders.every(({ transaction_type, price }, index) =>
        transaction_type === "SELL"
          ? index === 1 || price <= (triggers[0] ?? 0)
          : index === 0 || price >= (triggers[1] ?? 0),
      ),
    "no pair that buys shares":
      type === "single" || !isShare || orders.every((order) => order.transaction_type === "SELL"),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}
