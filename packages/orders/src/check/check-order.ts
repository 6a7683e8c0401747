import { invalidInput, isKiteError } from "@kite/core";
import { formatIstDate } from "@kite/models";
import { orderForm } from "../params/order-form.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { checkCombination } from "./check-combination.ts";
import { checkHours } from "./check-hours.ts";
import { checkBand, checkTick, checkTrigger } from "./check-prices.ts";
import { checkDisclosed, checkFreeze, checkIceberg, checkLot } from "./check-quantities.ts";
import type { CheckedInstrument, CheckedQuote, OrderFinding } from "./finding.ts";
import { isWeekday, type TradingHours, tradingHours } from "./trading-hours.ts";

export interface CheckOrderOptions {
  /** The moment to check hours and expiry for; left out, they are not checked. */
  readonly now?: Date | undefined;
  /** Largest single order that the exchange takes; not in the instruments list. Left out, it is not checked. */
  readonly freezeQuantity?: number | undefined;
  /** Hours of the order's exchange, in place of the usual ones. */
  readonly hours?: TradingHours | undefined;
  /** Tells whether an Indian calendar date, `yyyy-mm-dd`, is one of trading. Default: Monday to Friday; holidays are not known. */
  readonly isTradingDay?: ((date: string) => boolean) | undefined;
}

/**
 * Checks an order before it is placed: tick, lot, freeze quantity, the day's price limits, what goes together, and the hours. Gives what it
 * finds, errors and warnings, each with a corrected value where one is safe; an empty list when there is nothing to say.
 *
 * Sends nothing and changes nothing. It knows neither funds nor holdings, and exchanges change their rules: an order without findings can
 * still be refused. Throws `InvalidInput` for options that cannot be right.
 *
 * @example
 * const findings = checkOrder(order, instrument, quote, { now: new Date() });
 * if (findings.some(({ severity }) => severity === "error")) console.table(findings);
 */
export function checkOrder(
  order: PlaceOrderParams,
  instrument: CheckedInstrument,
  quote: CheckedQuote = {},
  options: CheckOrderOptions = {},
): OrderFinding[] {
  const { now, freezeQuantity, hours = tradingHours[order?.exchange], isTradingDay = isWeekday } = options;
  if (freezeQuantity !== undefined && !(freezeQuantity > 0)) {
    throw invalidInput("freezeQuantity", `must be a number above 0, got ${freezeQuantity}`, "checkOrder");
  }
  if (now !== undefined && Number.isNaN(now.getTime())) throw invalidInput("now", "is no time", "checkOrder");
  // Nothing further can be said about an order whose fields are not what they should be, nor against another instrument.
  const wrong = checkInput(order);
  if (wrong.length > 0) return wrong;
  const foreign = checkInstrument(order, instrument, now);
  if (foreign.length > 0) return foreign;
  const { tick_size: tick, lot_size: lot } = instrument;
  return [
    ...checkTick(order, tick),
    ...checkBand(order, tick, quote),
    ...checkTrigger(order, tick, quote),
    ...checkLot(order, lot),
    ...checkFreeze(order, lot, freezeQuantity),
    ...checkDisclosed(order),
    ...checkIceberg(order),
    ...checkCombination(order, instrument),
    ...(now && hours ? checkHours(order, now, hours, isTradingDay) : []),
  ];
}

function checkInput(order: PlaceOrderParams): OrderFinding[] {
  try {
    orderForm(order);
    return [];
  } catch (error) {
    if (!isKiteError(error)) throw error;
    const field = error.field as OrderFinding["field"];
    return [{ field, rule: "input", severity: "error", message: error.message.slice(`${field}: `.length) }];
  }
}

function checkInstrument(
  order: PlaceOrderParams,
  instrument: CheckedInstrument,
  now: Date | undefined,
): OrderFinding[] {
  const { exchange, tradingsymbol, segment, expiry } = instrument;
  const common = { field: "tradingsymbol", rule: "instrument", severity: "error" } as const;
  if (order.exchange !== exchange || order.tradingsymbol !== tradingsymbol) {
    const message = `the order is about ${order.exchange}:${order.tradingsymbol}, the instrument is ${exchange}:${tradingsymbol}`;
    return [{ ...common, message }];
  }
  if (segment === "INDICES") return [{ ...common, message: "an index cannot be traded" }];
  if (now && expiry && expiry < formatIstDate(now))
    return [{ ...common, rule: "expiry", message: `expired on ${expiry}` }];
  return [];
}
