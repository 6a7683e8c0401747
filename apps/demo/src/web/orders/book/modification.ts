import { checkOrder, type ModifyOrderParams, type PlaceOrderParams } from "@kite/orders";
import { readNumber, readWhole } from "../../form/number-text.ts";
import { asSentence } from "../../form/refusal.ts";
import type { QuoteRows } from "../../market/quote-rows.ts";
import type { OrderRow } from "./order-row.ts";

/** What the person has entered, as text. */
export interface ModificationForm {
  readonly order_type: string;
  readonly quantity: string;
  readonly price: string;
  readonly trigger_price: string;
  /** Empty: the exchange's own choice. */
  readonly market_protection: string;
}

export type ModificationField = keyof ModificationForm;

/** What is filled in at first: the order as it stands. */
export function initialForm({ order_type, quantity, price, trigger_price }: OrderRow): ModificationForm {
  const text = (value: number) => (value > 0 ? String(value) : "");
  return {
    order_type,
    quantity: String(quantity),
    price: text(price),
    trigger_price: text(trigger_price),
    market_protection: "",
  };
}

/** The fields that such an order has and that can be changed; of a cover order prices alone, of an iceberg's leg no quantity. */
export function fieldsOf({ variety, parent_order_id }: OrderRow, order_type: string): readonly ModificationField[] {
  const isCover = variety === "co";
  const hasTrigger = isCover || order_type === "SL" || order_type === "SL-M";
  const hasPrice = order_type === "LIMIT" || order_type === "SL";
  return [
    ...(isCover || variety === "iceberg" ? [] : (["order_type"] as const)),
    ...(isCover || variety === "iceberg" ? [] : (["quantity"] as const)),
    ...(hasPrice && !parent_order_id ? (["price"] as const) : []),
    ...(hasTrigger ? (["trigger_price"] as const) : []),
    ...(hasPrice || isCover ? [] : (["market_protection"] as const)),
  ];
}

type Errors = Partial<Record<ModificationField, string>>;

/** Says what is wrong with a field, before anything is sent. */
export function checkModification(order: OrderRow, form: ModificationForm, quote: QuoteRows | undefined): Errors {
  const errors: { [Field in ModificationField]?: string } = {};
  for (const field of fieldsOf(order, form.order_type)) {
    if (field === "order_type" || (field === "market_protection" && form[field].trim() === "")) continue;
    const value = field === "quantity" ? readWhole(form[field]) : readNumber(form[field]);
    if (value === undefined) errors[field] = field === "quantity" ? "Enter a whole number." : "Enter a number.";
  }
  if (Object.keys(errors).length > 0) return errors;
  const quantity = readWhole(form.quantity) ?? 0;
  if (quantity <= order.filled_quantity) return { quantity: `${order.filled_quantity} are filled already.` };
  return quote && order.variety !== "co" ? checkAsNew(order, form, quote) : {};
}

/** Checks what the order would be as if it were a new one. */
function checkAsNew(order: OrderRow, form: ModificationForm, quote: QuoteRows): Errors {
  const { exchange, tradingsymbol, transaction_type, product } = order;
  const { order_type } = form;
  const numbers = numbersOf(order, form);
  const changed = {
    ...{ variety: "regular", exchange, tradingsymbol, transaction_type, product, order_type },
    ...numbers,
  };
  const limits = {
    lower_circuit_limit: quote.lower_circuit_limit ?? 0,
    upper_circuit_limit: quote.upper_circuit_limit ?? 0,
  };
  // which kind of order it is, is known at run time alone; the SDK checks that it is one
  const findings = checkOrder(changed as unknown as PlaceOrderParams, quote.instrument, limits);
  return Object.fromEntries(
    findings.filter(({ severity }) => severity === "error").map(({ field, message }) => [field, asSentence(message)]),
  );
}

function numbersOf(order: OrderRow, form: ModificationForm): Partial<Record<ModificationField, number>> {
  const { order_type } = form;
  const fields = fieldsOf(order, order_type);
  const numberIn = (field: ModificationField) => (fields.includes(field) ? { [field]: readNumber(form[field]) } : {});
  return {
    quantity: readWhole(form.quantity) ?? 0,
    ...numberIn("price"),
    ...numberIn("trigger_price"),
    ...(fields.includes("market_protection") && { market_protection: readNumber(form.market_protection) ?? -1 }),
  };
}

/** Makes the request of a form that was checked, with what differs from the order as it stands. Undefined when nothing does. */
export function requestOf(order: OrderRow, form: ModificationForm): ModifyOrderParams | undefined {
  const { variety, order_id, parent_order_id } = order;
  const isOtherType = form.order_type !== order.order_type;
  const numbers = Object.entries(numbersOf(order, form)).filter(([field, value]) =>
    field === "market_protection"
      ? isOtherType || form.market_protection.trim() !== ""
      : value !== order[field as "quantity" | "price" | "trigger_price"],
  );
  if (!isOtherType && numbers.length === 0) return undefined;
  const changes = { ...(isOtherType && { order_type: form.order_type }), ...Object.fromEntries(numbers) };
  // which kind of change it is, is known at run time alone; the SDK checks that it is one
  return { variety, order_id, parent_order_id, ...changes } as ModifyOrderParams;
}
