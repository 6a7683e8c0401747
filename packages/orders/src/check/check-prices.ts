import { price as exact } from "@kite/models";
import { withoutNoise } from "../params/decimal-text.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import type { CheckedQuote, OrderFinding } from "./finding.ts";

type Side = PlaceOrderParams["transaction_type"];

/** Checks prices against the tick, and against each other. */
export function checkTick(order: PlaceOrderParams, tick: number): OrderFinding[] {
  if (!(tick > 0)) return [];
  return pricesOf(order).flatMap(({ field, value, side }): OrderFinding[] => {
    if (exact.isOnTick(value, tick)) return [];
    const suggestion = keepLimit(value, tick, side);
    const message = `${value} is not a multiple of the tick ${tick}`;
    return [{ field, rule: "tick", severity: "error", message, ...(suggestion > 0 && { suggestion }) }];
  });
}

/** Checks prices against the day's limits. */
export function checkBand(order: PlaceOrderParams, tick: number, quote: CheckedQuote): OrderFinding[] {
  const { lower_circuit_limit: lower = 0, upper_circuit_limit: upper = 0 } = quote;
  return pricesOf(order).flatMap(({ field, value, side }): OrderFinding[] => {
    const isBelow = lower > 0 && value < lower;
    const isAbove = upper > 0 && value > upper;
    if (!isBelow && !isAbove) return [];
    const message = `${value} is outside the day's limits, ${lower} to ${upper}`;
    // Back into the band only where that is no worse for the caller: a buyer goes down, a seller up.
    const limit = side === "BUY" && isAbove ? upper : side === "SELL" && isBelow ? lower : undefined;
    const back = limit && (tick > 0 ? keepLimit(limit, tick, side) : limit);
    // Limits that no tick lies between leave nothing to suggest.
    const suggestion = back && back >= lower && (upper === 0 || back <= upper) ? back : undefined;
    const severity = field === "price" ? "error" : "warning";
    return [{ field, rule: "band", severity, message, ...(suggestion && { suggestion }) }];
  });
}

/** Checks that a trigger stands on the right side: of its price, and of the last price. */
export function checkTrigger(order: PlaceOrderParams, tick: number, quote: CheckedQuote): OrderFinding[] {
  const trigger = pricesOf(order).find(({ field }) => field === "trigger_price");
  if (!trigger) return [];
  const { value, side } = trigger;
  const finding = (severity: OrderFinding["severity"], message: string, suggestion?: number): OrderFinding => ({
    ...{ field: "trigger_price", rule: "trigger", severity, message },
    ...(suggestion && { suggestion }),
  });
  const { last_price = 0 } = quote;
  const findings: OrderFinding[] = [];
  if (last_price > 0 && (side === "BUY" ? value <= last_price : value >= last_price)) {
    const place = side === "BUY" ? "above" : "below";
    findings.push(finding("warning", `a stop that ${verb(side)} belongs ${place} the last price ${last_price}`));
  }
  const price = order.price === undefined ? undefined : withoutNoise(order.price);
  if (price === undefined) return findings;
  if (order.variety === "co") {
    const place = side === "SELL" ? "below" : "above";
    const onRightSide = side === "SELL" ? value < price : value > price;
    const message = `the stop of a cover order that ${verb(order.transaction_type)} belongs ${place} its price ${price}`;
    if (!onRightSide) findings.push(finding("error", message));
    else if (Math.abs(price - value) > price / 10) {
      findings.push(finding("warning", `more than about 10 % away from the price ${price}`));
    }
  } else if (side === "BUY" ? value > price : value < price) {
    const place = side === "BUY" ? "below" : "above";
    const message = `a stop that ${verb(side)} has its trigger at or ${place} its price ${price}`;
    findings.push(finding("error", message, tick > 0 ? keepLimit(price, tick, side) : price));
  }
  return findings;
}

const verb = (side: Side): string => (side === "BUY" ? "buys" : "sells");

/** Moves to the tick that pays no more, or takes no less, than was asked; for triggers it is the earlier one. */
const keepLimit = (value: number, tick: number, side: Side): number =>
  exact.roundToTick(value, tick, side === "BUY" ? "down" : "up");

/** The prices of an order, each with the side it trades on: the second leg of a cover order closes the first. */
function pricesOf(order: PlaceOrderParams): { field: "price" | "trigger_price"; value: number; side: Side }[] {
  const { price, trigger_price, transaction_type: side, variety } = order;
  const opposite = side === "BUY" ? "SELL" : "BUY";
  const prices = [
    { field: "price", value: price, side },
    { field: "trigger_price", value: trigger_price, side: variety === "co" ? opposite : side },
  ] as const;
  return prices.flatMap((each) => (each.value === undefined ? [] : { ...each, value: withoutNoise(each.value) }));
}
