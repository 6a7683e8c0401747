import { formatQuantity } from "../../shared/rupees.ts";
import { readNumber, readWhole } from "../form/number-text.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { formatPrice } from "../market/price-text.ts";
import { fieldName, type LegForm, type LegName, legsOf, type TriggerForm } from "./trigger-form-state.ts";

/** What the triggers are measured against. */
export interface TriggerMarket {
  readonly instrument: Pick<InstrumentRow, "exchange" | "tradingsymbol" | "tick_size" | "lot_size">;
  readonly last_price: number;
}

/** Says what is wrong, by field and in plain words. The SDK's builders refuse the same, one thing at a time. */
export function checkTrigger(form: TriggerForm, market: TriggerMarket): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  const { exchange } = market.instrument;
  if (form.type === "two-leg" && form.transaction_type === "BUY" && (exchange === "NSE" || exchange === "BSE")) {
    errors.transaction_type = "Two legs that buy are for futures and options only.";
  }
  if (form.product === "") errors.product = "Choose a product.";
  for (const name of legsOf(form)) {
    const found = checkLeg(name, form, market);
    for (const [field, error] of Object.entries(found)) errors[fieldName(name, field as keyof LegForm)] = error;
  }
  return errors;
}

function checkLeg(name: LegName, form: TriggerForm, market: TriggerMarket): Partial<Record<keyof LegForm, string>> {
  const leg = form[name];
  const trigger_value = priceError(leg.trigger_value, market) ?? sideError(name, leg, market);
  const price = priceError(leg.price, market) ?? stopError(name, form, market);
  const quantity = quantityError(leg.quantity, market);
  return { ...(trigger_value && { trigger_value }), ...(price && { price }), ...(quantity && { quantity }) };
}

function priceError(text: string, { instrument: { tick_size } }: TriggerMarket): string | undefined {
  const price = readNumber(text);
  if (price === undefined) return text.trim() === "" ? "Enter a price." : "Enter a number.";
  if (price === 0) return "Enter a price above 0.";
  if (isOnTick(price, tick_size)) return undefined;
  const [below, above] = [stepsDown(price, tick_size), stepsUp(price, tick_size)].map((each) =>
    formatPrice(each, tick_size),
  );
  return `Prices go in steps of ${tick_size}: ${below} or ${above}.`;
}

function sideError(name: LegName, leg: LegForm, { instrument, last_price }: TriggerMarket): string | undefined {
  const trigger = readNumber(leg.trigger_value) ?? 0;
  const { tick_size } = instrument;
  const shown = (price: number) => formatPrice(price, tick_size);
  const least = leastDistance(last_price);
  // a hair wider, for distances that are exact as decimals and not in binary
  const isFar = Math.abs(trigger - last_price) > least - 1e-9;
  const highest = shown(stepsDown(last_price - least, tick_size));
  const lowest = shown(stepsUp(last_price + least, tick_size));
  if (name === "lower" && (trigger >= last_price || !isFar)) {
    return trigger >= last_price
      ? `Must be below the last price, ${shown(last_price)}.`
      : `Too close to the last price: at most ${highest}.`;
  }
  if (name === "upper" && (trigger <= last_price || !isFar)) {
    return trigger <= last_price
      ? `Must be above the last price, ${shown(last_price)}.`
      : `Too close to the last price: at least ${lowest}.`;
  }
  return isFar ? undefined : `Too close to the last price: at most ${highest}, or at least ${lowest}.`;
}

/** A stop-loss has its limit at its trigger or worse: else it triggers and does not fill. */
function stopError(name: LegName, form: TriggerForm, { instrument }: TriggerMarket): string | undefined {
  const [trigger, price] = [readNumber(form[name].trigger_value), readNumber(form[name].price)];
  if (trigger === undefined || price === undefined) return undefined;
  const isSale = form.transaction_type === "SELL";
  if (name !== (isSale ? "lower" : "upper") || (isSale ? price <= trigger : price >= trigger)) return undefined;
  return `Would trigger and not fill: at ${isSale ? "most" : "least"} ${formatPrice(trigger, instrument.tick_size)}.`;
}

function quantityError(text: string, { instrument: { lot_size } }: TriggerMarket): string | undefined {
  const quantity = readWhole(text);
  if (quantity === undefined) return text.trim() === "" ? "Enter a quantity." : "Enter a whole number.";
  if (quantity < 1) return "Enter at least 1.";
  return quantity % lot_size === 0 ? undefined : `A lot is ${formatQuantity(lot_size)}: enter a multiple of that.`;
}

/** Rupees that a trigger keeps from the last price: a quarter of a percent, or nine paise where that is ₹50 or less. */
const leastDistance = (last_price: number): number => (last_price > 50 ? last_price * 0.0025 : 0.09);

const isOnTick = (price: number, tick: number): boolean => Math.abs(price / tick - Math.round(price / tick)) < 1e-6;
const stepsDown = (price: number, tick: number): number => Math.floor(price / tick + 1e-6) * tick;
const stepsUp = (price: number, tick: number): number => Math.ceil(price / tick - 1e-6) * tick;
