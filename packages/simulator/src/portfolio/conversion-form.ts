import { invalid } from "../refusal.ts";
import { readQuantity } from "./authorisation.ts";
import type { Conversion } from "./conversion.ts";

const EXCHANGES = ["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"] as const;
const PRODUCTS = ["CNC", "NRML", "MIS", "MTF"] as const;

/**
 * Reads the fields of a conversion.
 *
 * @throws {Refusal} 400 for a field that is missing or holds an unknown value.
 */
export function readConversion(form: URLSearchParams): Conversion {
  const choice = <const T extends string>(field: string, choices: readonly T[], name = field): T => {
    const chosen = choices.find((value) => value === form.get(field));
    if (chosen === undefined) throw invalid(name);
    return chosen;
  };
  const tradingsymbol = form.get("tradingsymbol");
  if (!tradingsymbol) throw invalid("tradingsymbol");
  return {
    tradingsymbol,
    exchange: choice("exchange", EXCHANGES),
    transaction_type: choice("transaction_type", ["BUY", "SELL"]),
    position_type: choice("position_type", ["day", "overnight"]),
    quantity: readQuantity(form.get("quantity")),
    old_product: choice("old_product", PRODUCTS, "product"),
    new_product: choice("new_product", PRODUCTS, "product"),
  };
}
