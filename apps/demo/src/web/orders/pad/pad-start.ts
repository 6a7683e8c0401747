import type { PadForm } from "./pad-form.ts";

/** What an address asks the pad to start with: `#/orders/NSE:INFY?side=SELL`. */
export function startOf(hash: string): { readonly key: string | undefined; readonly form: Partial<PadForm> } {
  const [path = "", query = ""] = hash.split("?");
  const key = readable(path.split("/")[2] ?? "");
  const side = new URLSearchParams(query).get("side");
  return {
    key: /^[A-Z]+:./.test(key) ? key : undefined,
    form: side === "BUY" || side === "SELL" ? { transaction_type: side } : {},
  };
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
