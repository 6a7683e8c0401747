import type { PadForm } from "./pad-form.ts";

/** What the pad starts with. */
export interface PadStart {
  /** `NSE:INFY` */
  readonly key: string;
  readonly form: Partial<PadForm>;
}

/**
 * What an address asks the pad to start with: `#/orders/NSE:INFY?side=SELL&quantity=10&product=MIS`. What is left out or makes no sense
 * is as it was. Undefined when it names no instrument.
 */
export function startOf(hash: string): PadStart | undefined {
  const [path = "", query = ""] = hash.split("?");
  const [, view, name = ""] = path.split("/");
  const key = readable(name);
  if (view !== "orders" || !/^[A-Z]+:./.test(key)) return undefined;
  const asked = new URLSearchParams(query);
  const side = asked.get("side");
  const quantity = asked.get("quantity") ?? "";
  const product = asked.get("product") ?? "";
  return {
    key,
    form: {
      ...((side === "BUY" || side === "SELL") && { transaction_type: side }),
      ...(/^[1-9]\d*$/.test(quantity) && { quantity }),
      ...(/^[A-Z]+$/.test(product) && { product }),
    },
  };
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
