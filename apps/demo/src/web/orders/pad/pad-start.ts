import type { PadForm } from "./pad-form.ts";

/** What the pad starts with. */
export interface PadStart {
  /** `NSE:INFY` */
  readonly key: string;
  readonly form: Partial<PadForm>;
}

/** What an address asks the pad to start with: `#/orders/NSE:INFY?side=SELL`. Undefined when it names no instrument. */
export function startOf(hash: string): PadStart | undefined {
  const [path = "", query = ""] = hash.split("?");
  const [, view, name = ""] = path.split("/");
  const key = readable(name);
  if (view !== "orders" || !/^[A-Z]+:./.test(key)) return undefined;
  const side = new URLSearchParams(query).get("side");
  return { key, form: side === "BUY" || side === "SELL" ? { transaction_type: side } : {} };
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
