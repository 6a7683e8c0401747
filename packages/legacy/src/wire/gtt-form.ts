import { LegacyError } from "./legacy-error.ts";

/** What a program without types may hand in. */
interface LooseGTT {
  readonly [field: string]: unknown;
  readonly trigger_values?: { readonly length?: unknown } | null;
  readonly orders?: Iterable<Readonly<Record<string, unknown>>>;
}

const refuse = (endpoint: string, field: string, message: string): LegacyError =>
  new LegacyError({ code: "InvalidInput", endpoint, field, message, outcome: "not-sent" });

/**
 * Writes a GTT as Kite takes it: seven fields of each order, those of the condition in each. Throws at once, with nothing sent, for
 * an unknown type and a number of triggers that does not fit it.
 */
export function gttForm(endpoint: string, params: object): Record<string, string> {
  const { trigger_type, trigger_values, exchange, tradingsymbol, last_price, orders } = params as LooseGTT;
  if (trigger_type !== "two-leg" && trigger_type !== "single") {
    throw refuse(endpoint, "trigger_type", "Invalid `params.trigger_type`");
  }
  const legs = trigger_type === "single" ? 1 : 2;
  if (trigger_values?.length !== legs) {
    const name = legs === 1 ? "single" : "OCO";
    throw refuse(endpoint, "trigger_values", `Invalid \`trigger_values\` for \`${name}\` order type`);
  }
  if (orders === undefined || orders === null) throw refuse(endpoint, "orders", "Invalid `orders`: there are none");
  const list = [...orders].map(({ transaction_type, order_type, product, quantity, price }) => ({
    transaction_type,
    order_type,
    product,
    quantity: Number.parseInt(String(quantity), 10),
    price: Number.parseFloat(String(price)),
    exchange,
    tradingsymbol,
  }));
  return {
    type: trigger_type,
    condition: JSON.stringify({ exchange, tradingsymbol, trigger_values, last_price }),
    orders: JSON.stringify(list),
  };
}
