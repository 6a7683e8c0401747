import type { ConvertPositionParams } from "@kite/portfolio";
import { formatQuantity } from "../../shared/rupees.ts";
import type { PositionRow } from "./position-row.ts";
import { unitOf } from "./units.ts";

/** What the person has entered, as text. */
export interface ConversionForm {
  readonly new_product: string;
  readonly position_type: "day" | "overnight";
  readonly quantity: string;
}

/** Names of the fields, as the exchange calls them. */
export type ConversionField = keyof ConversionForm;

/** Products that shares and contracts can be converted to, of those the account has. */
export function productsFor({ exchange, product }: PositionRow, products: readonly string[]): string[] {
  const possible = exchange === "NSE" || exchange === "BSE" ? ["CNC", "MIS", "MTF"] : ["NRML", "MIS"];
  return possible.filter((name) => name !== product && products.includes(name));
}

/** What is filled in at first: everything that is open, of the part that is larger. */
export function initialForm(row: PositionRow, products: readonly string[]): ConversionForm {
  const position_type = row.open.overnight > row.open.day ? "overnight" : "day";
  return { new_product: products[0] ?? "", position_type, quantity: String(row.open[position_type]) };
}

/** Says what is wrong with a field, before anything is sent. */
export function checkForm(row: PositionRow, form: ConversionForm): Partial<Record<ConversionField, string>> {
  const open = row.open[form.position_type];
  const errors: Partial<Record<ConversionField, string>> = {};
  if (!form.new_product) errors.new_product = "Choose a product.";
  if (!/^\d+$/.test(form.quantity.trim())) errors.quantity = "Enter a whole number.";
  else if (Number(form.quantity) < 1) errors.quantity = "Enter at least 1.";
  else if (Number(form.quantity) > open) {
    errors.quantity = `Only ${formatQuantity(open)} ${unitOf(row.exchange, open)} can be converted.`;
  }
  return errors;
}

/** Makes the request of a form that was checked. */
export function requestOf(row: PositionRow, form: ConversionForm): ConvertPositionParams {
  return {
    exchange: row.exchange,
    tradingsymbol: row.tradingsymbol,
    transaction_type: row.quantity > 0 ? "BUY" : "SELL",
    position_type: form.position_type,
    quantity: Number(form.quantity),
    old_product: row.product,
    new_product: form.new_product,
  };
}
