import type { Fields, Plan } from "@kite/core";

/** An order as the rules see it. */
export interface GuardedOrder {
  /** `EXCHANGE:TRADINGSYMBOL`. */
  readonly key: string;
  readonly exchange: string;
  readonly variety: string;
  readonly transaction_type: string;
  readonly product: string;
  readonly order_type: string;
  readonly quantity: number;
  /** Rupees per unit; undefined at the market. */
  readonly price: number | undefined;
  /** Rupees per unit; undefined where there is none. */
  readonly trigger_price: number | undefined;
}

/** What a plan does to orders. */
export type GuardedCall =
  | { readonly does: "place"; readonly variety: string }
  | { readonly does: "change"; readonly order_id: string }
  /** Leaves something that places orders later: a GTT, an alert with a basket. */
  | { readonly does: "arm" };

/** Recognises what the rules are about; undefined for reads, cancellations and everything else. */
export function guardedCall({ method, path, form }: Plan): GuardedCall | undefined {
  if (method !== "POST" && method !== "PUT") return undefined;
  if (path.startsWith("/gtt/") || (path.startsWith("/alerts") && form?.type === "ato")) return { does: "arm" };
  const [, variety = "", order_id] = /^\/orders\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  if (!variety) return undefined;
  if (method === "POST") return order_id === undefined ? { does: "place", variety } : undefined;
  return order_id === undefined ? undefined : { does: "change", order_id };
}

/** Reads an order out of a form, or out of a row of the order's history. Undefined when it lacks what every order has. */
export function readOrder(variety: string, fields: Readonly<Record<string, unknown>>): GuardedOrder | undefined {
  const [exchange, symbol, transaction_type, product, order_type] = [
    ...[fields.exchange, fields.tradingsymbol, fields.transaction_type, fields.product, fields.order_type],
  ].map((value) => (typeof value === "string" ? value : ""));
  const quantity = Number(fields.quantity);
  if (!exchange || !symbol || !transaction_type || !order_type || !(quantity > 0)) return undefined;
  return {
    ...{ key: `${exchange}:${symbol}`, exchange, variety, transaction_type, product: product ?? "", order_type },
    quantity,
    price: atMarket(order_type) ? undefined : rupees(fields.price),
    trigger_price: rupees(fields.trigger_price),
  };
}

/** Gives an order as it will be after a change. */
export function changed(order: GuardedOrder, form: Fields = {}): GuardedOrder {
  const order_type = typeof form.order_type === "string" ? form.order_type : order.order_type;
  return {
    ...order,
    order_type,
    quantity: form.quantity === undefined ? order.quantity : Number(form.quantity),
    price: atMarket(order_type) ? undefined : (rupees(form.price) ?? order.price),
    trigger_price: rupees(form.trigger_price) ?? order.trigger_price,
  };
}

/** True for an order that takes any price. */
export const atMarket = (order_type: string): boolean => order_type === "MARKET" || order_type === "SL-M";

/** The wire holds 0 for no price. */
const rupees = (value: unknown): number | undefined => {
  const number = Number(value);
  return number > 0 ? number : undefined;
};
