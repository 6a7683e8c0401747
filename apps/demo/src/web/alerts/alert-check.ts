import { createAlert } from "@kite/alerts";
import { formatQuantity } from "../../shared/rupees.ts";
import { readNumber, readWhole } from "../form/number-text.ts";
import { sdkRefusal } from "../form/sdk-check.ts";
import { isIndex } from "../market/market-words.ts";
import { type AlertForm, type Chosen, definitionFrom, orderedField, orderField } from "./alert-form-state.ts";

/** Says what is wrong, by field and in plain words: numbers first, then what the SDK itself would refuse. */
export function checkAlert(form: AlertForm, lhs: Chosen, last_price: number): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  const { rhs_type, rhs, type, order } = form;
  if (rhs_type === "constant") note("rhs_constant", numberError(form.rhs_constant, "a price"));
  else if (!rhs) errors.rhs_tradingsymbol = "Choose what to compare with.";
  else if (rhs.key === lhs.key) errors.rhs_tradingsymbol = "Choose another instrument: a price always equals itself.";
  if (type === "ato") {
    const { ordered = lhs } = form;
    if (isIndex(ordered)) errors[orderedField] = "Nobody trades an index: choose what to order.";
    note(orderField("quantity"), quantityError(order.quantity, ordered.lot_size));
    if (order.order_type === "LIMIT") note(orderField("price"), numberError(order.price, "a limit"));
    if (order.product === "") errors[orderField("product")] = "Choose a product.";
  }
  if (Object.keys(errors).length > 0) return errors;
  const refused = sdkRefusal(createAlert, definitionFrom(form, lhs, last_price));
  return refused ? { [refused.field]: refused.message } : errors;

  function note(field: string, error: string | undefined): void {
    if (error) errors[field] = error;
  }
}

function numberError(text: string, what: string): string | undefined {
  const number = readNumber(text);
  if (number === undefined) return text.trim() === "" ? `Enter ${what}.` : "Enter a number.";
  return number > 0 ? undefined : `Enter ${what} above 0.`;
}

function quantityError(text: string, lot_size: number): string | undefined {
  const quantity = readWhole(text);
  if (quantity === undefined) return text.trim() === "" ? "Enter a quantity." : "Enter a whole number.";
  if (quantity < 1) return "Enter at least 1.";
  // an index has no lots
  return lot_size <= 1 || quantity % lot_size === 0
    ? undefined
    : `A lot is ${formatQuantity(lot_size)}: enter a multiple of that.`;
}
