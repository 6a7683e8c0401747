import {
  type MFInstrument,
  type MFSIP,
  type PlaceMFOrderParams,
  type PlaceMFSIPParams,
  placeMFOrder,
  placeMFSIP,
} from "@kite/mf";
import { formatQuantity, formatRupees } from "../../shared/rupees.ts";
import { readNumber, readWhole } from "../form/number-text.ts";
import { sdkRefusal } from "../form/sdk-check.ts";
import type { FundAction } from "./fund-task.ts";

/** What the person has entered. The figures of each kind of order are kept, so that trying another loses nothing. */
export interface FundForm {
  /** Rupees of a purchase, or of each instalment. */
  readonly amount: string;
  /** Units to redeem. */
  readonly quantity: string;
  readonly frequency: string;
  /** Empty for no end. */
  readonly instalments: string;
  /** Day of the month of a monthly SIP. */
  readonly instalment_day: string;
  /** Rupees to buy for at once; empty for none. */
  readonly initial_amount: string;
}

export const emptyFund: FundForm = {
  amount: "",
  quantity: "",
  frequency: "monthly",
  instalments: "",
  instalment_day: "1",
  initial_amount: "",
};

/** A SIP as it would have been typed, to be changed. */
export function formOfSIP({ instalment_amount, frequency, instalments, instalment_day }: MFSIP): FundForm {
  return {
    ...emptyFund,
    ...{ amount: `${instalment_amount}`, frequency },
    instalments: instalments === -1 ? "" : `${instalments}`,
    instalment_day: instalment_day > 0 ? `${instalment_day}` : "1",
  };
}

/** The parameters of an order. What is not entered yet is left for the SDK to refuse. */
export function orderOf(
  form: FundForm,
  action: FundAction,
  instrument: MFInstrument,
  held: number,
): PlaceMFOrderParams {
  const { tradingsymbol } = instrument;
  if (action === "redemption") {
    return { transaction_type: "SELL", tradingsymbol, quantity: readNumber(form.quantity) ?? Number.NaN, instrument };
  }
  const amount = readNumber(form.amount) ?? Number.NaN;
  return { transaction_type: "BUY", tradingsymbol, amount, instrument, isAdditional: held > 0 };
}

type Schedule = Pick<PlaceMFSIPParams, "amount" | "frequency" | "instalments" | "instalment_day">;

/** When a SIP buys, as the SDK takes it for a new one and for a change. */
export function scheduleOf({ amount, frequency, instalments, instalment_day }: FundForm): Schedule {
  return {
    amount: readNumber(amount) ?? Number.NaN,
    frequency,
    instalments: instalments.trim() === "" ? -1 : (readWhole(instalments) ?? Number.NaN),
    ...(frequency === "monthly" && { instalment_day: Number(instalment_day) }),
  };
}

/** The parameters of a new SIP. */
export function sipOf(form: FundForm, { tradingsymbol }: Pick<MFInstrument, "tradingsymbol">): PlaceMFSIPParams {
  const initial_amount = form.initial_amount.trim();
  return {
    tradingsymbol,
    ...scheduleOf(form),
    ...(initial_amount !== "" && { initial_amount: readNumber(initial_amount) ?? Number.NaN }),
  };
}

/** Says what is wrong, by field and in plain words: numbers first, then what the SDK itself would refuse. `held` is units. */
export function checkFund(
  form: FundForm,
  action: FundAction,
  instrument: MFInstrument,
  held: number,
): Readonly<Record<string, string>> {
  const errors = numberErrors(form, action);
  if (Object.keys(errors).length > 0) return errors;
  if (action === "redemption" && (readNumber(form.quantity) ?? 0) > held) {
    return { quantity: `You can redeem ${formatQuantity(held)} units at most.` };
  }
  const refused =
    action === "sip"
      ? (sdkRefusal(placeMFSIP, sipOf(form, instrument)) ?? closedFor(instrument))
      : sdkRefusal(placeMFOrder, orderOf(form, action, instrument, held));
  return refused ? { [refused.field]: refused.message } : {};
}

function numberErrors(form: FundForm, action: FundAction): Record<string, string> {
  const errors: Record<string, string> = {};
  const needed = (field: keyof FundForm, what: string) => {
    const text = form[field];
    if (readNumber(text) === undefined) errors[field] = text.trim() === "" ? `Enter ${what}.` : "Enter a number.";
  };
  if (action === "redemption") needed("quantity", "units");
  else needed("amount", "an amount");
  if (action !== "sip") return errors;
  if (form.instalments.trim() !== "" && readWhole(form.instalments) === undefined) {
    errors.instalments = "Enter a whole number, or nothing for no end.";
  }
  if (form.initial_amount.trim() !== "") needed("initial_amount", "an amount");
  return errors;
}

/** The SDK checks orders against the list, and SIPs not: the list says nothing about their minimum. */
const closedFor = ({ purchase_allowed }: MFInstrument) =>
  purchase_allowed ? undefined : { field: "tradingsymbol", message: "This fund cannot be bought now." };

/** What a fund asks of a size, in words: `at least ₹5,000.00, in steps of ₹1.00`. */
export function sizeRule(instrument: MFInstrument, action: FundAction, held: number): string {
  if (action === "redemption") {
    const { minimum_redemption_quantity: least, redemption_quantity_multiplier: step } = instrument;
    return ruleText(least, step, formatQuantity);
  }
  const { minimum_purchase_amount, minimum_additional_purchase_amount, purchase_amount_multiplier: step } = instrument;
  if (action === "sip") return ruleText(0, step, formatRupees);
  return ruleText(held > 0 ? minimum_additional_purchase_amount : minimum_purchase_amount, step, formatRupees);
}

function ruleText(least: number, step: number, write: (value: number) => string): string {
  const parts = [least > 0 && `at least ${write(least)}`, step > 0 && `steps of ${write(step)}`];
  return parts.filter(Boolean).join(", ");
}
