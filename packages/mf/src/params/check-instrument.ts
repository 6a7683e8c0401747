import { invalidInput } from "@kite/core";
import { type MFInstrument, price } from "@kite/models";

/** Refuses rupees that the fund does not take. */
export function checkPurchase(instrument: MFInstrument, tradingsymbol: string, amount: number, isLater: boolean): void {
  checkFund(instrument, tradingsymbol, instrument.purchase_allowed, "bought");
  const { minimum_purchase_amount, minimum_additional_purchase_amount, purchase_amount_multiplier } = instrument;
  const least = isLater ? minimum_additional_purchase_amount : minimum_purchase_amount;
  checkSteps("amount", amount, least, purchase_amount_multiplier);
}

/** Refuses units that the fund does not take back. */
export function checkRedemption(instrument: MFInstrument, tradingsymbol: string, quantity: number): void {
  checkFund(instrument, tradingsymbol, instrument.redemption_allowed, "sold");
  const { minimum_redemption_quantity, redemption_quantity_multiplier } = instrument;
  checkSteps("quantity", quantity, minimum_redemption_quantity, redemption_quantity_multiplier);
}

function checkFund(instrument: MFInstrument, tradingsymbol: string, isAllowed: boolean, what: string): void {
  if (instrument.tradingsymbol !== tradingsymbol) {
    throw invalidInput("instrument", `is ${instrument.tradingsymbol}, and tradingsymbol is ${tradingsymbol}`);
  }
  if (!isAllowed) throw invalidInput("tradingsymbol", `${tradingsymbol} cannot be ${what} now`);
}

/** Kite does not say whether steps count from nothing or from the minimum, so either is good. */
function checkSteps(field: string, value: number, least: number, step: number): void {
  if (isRule(least) && value < least)
    throw invalidInput(field, `must be at least ${least} for this fund, got ${value}`);
  if (!isRule(step) || price.isOnTick(value, step)) return;
  if (isRule(least) && price.isOnTick(price.subtract(value, least), step)) return;
  throw invalidInput(field, `must be a multiple of ${step} for this fund, got ${value}`);
}

/** A step of 0 is none. What is no number has been warned of when the list was read. */
const isRule = (value: number): boolean => Number.isFinite(value) && value > 0;
