import { readNumber, readWhole } from "../form/number-text.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import type { TriggerLegRequest, TriggerRequest } from "./trigger-request.ts";
import type { TriggerLegRow, TriggerRow } from "./trigger-row.ts";

/** A leg as it is typed. */
export interface LegForm {
  readonly trigger_value: string;
  readonly price: string;
  readonly quantity: string;
}

/** What the person has entered. The legs of both kinds are kept, so that trying the other kind loses nothing. */
export interface TriggerForm {
  readonly type: "single" | "two-leg";
  readonly transaction_type: "BUY" | "SELL";
  readonly product: string;
  readonly single: LegForm;
  readonly lower: LegForm;
  readonly upper: LegForm;
}

export type LegName = "single" | "lower" | "upper";

const emptyLeg: LegForm = { trigger_value: "", price: "", quantity: "" };

export const emptyForm: TriggerForm = {
  type: "single",
  transaction_type: "SELL",
  product: "",
  single: emptyLeg,
  lower: emptyLeg,
  upper: emptyLeg,
};

/** A trigger as it would have been typed, to be changed. */
export function formOf({ type, legs }: Pick<TriggerRow, "type" | "legs">): TriggerForm {
  const [first, second] = legs;
  const basics: TriggerForm = {
    ...emptyForm,
    transaction_type: first?.transaction_type === "BUY" ? "BUY" : "SELL",
    product: first?.product ?? "",
  };
  if (type !== "two-leg") return { ...basics, single: typed(first) };
  return { ...basics, type, lower: typed(first), upper: typed(second) };
}

const typed = (leg: TriggerLegRow | undefined): LegForm =>
  leg ? { trigger_value: `${leg.trigger_value}`, price: `${leg.price}`, quantity: `${leg.quantity}` } : emptyLeg;

/** The legs that count. */
export const legsOf = ({ type }: Pick<TriggerForm, "type">): readonly LegName[] =>
  type === "single" ? ["single"] : ["lower", "upper"];

/** Name of a leg's field, as the SDK gives it in a refusal: `price`, `lower.price`. */
export const fieldName = (leg: LegName, field: keyof LegForm): string => (leg === "single" ? field : `${leg}.${field}`);

/** Products in which an order can wait, of those the account has. */
export function productsFor(exchange: string, products: readonly string[] | undefined): string[] {
  const possible = exchange === "NSE" || exchange === "BSE" ? ["CNC", "MTF"] : ["NRML"];
  return possible.filter((name) => products?.includes(name) ?? true);
}

/** Makes the request of a form without errors. */
export function requestOf(
  form: TriggerForm,
  instrument: Pick<InstrumentRow, "exchange" | "tradingsymbol" | "tick_size">,
  last_price: number,
): TriggerRequest {
  const { exchange, tradingsymbol, tick_size } = instrument;
  const { type, transaction_type, product } = form;
  const basics = { exchange, tradingsymbol, tick_size, transaction_type, product, last_price };
  if (type === "single") return { ...basics, type, ...numbersOf(form.single) };
  return { ...basics, type, lower: numbersOf(form.lower), upper: numbersOf(form.upper) };
}

const numbersOf = ({ trigger_value, price, quantity }: LegForm): TriggerLegRequest => ({
  trigger_value: readNumber(trigger_value) ?? 0,
  price: readNumber(price) ?? 0,
  quantity: readWhole(quantity) ?? 0,
});
