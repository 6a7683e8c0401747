import { useEffect } from "react";
import { useFigures } from "../../api/use-figures.ts";
import { quoteFigures } from "../../market/quote-figures.ts";
import type { QuoteRows } from "../../market/quote-rows.ts";
import type { PadForm } from "./pad-form.ts";

/**
 * The quote of what is chosen, and why there is none. Fills in a lot and the last price where nothing was entered yet.
 *
 * @param times - How often something was chosen: what is chosen again is filled in again.
 */
export function usePadQuote(
  key: string | undefined,
  times: number,
  setForm: (change: (form: PadForm) => PadForm) => void,
): { readonly quote: QuoteRows | undefined; readonly error: Error | null } {
  const { data: quote, error } = useFigures(quoteFigures(key ?? ""), { enabled: key !== undefined });
  const isThere = quote !== undefined;
  // not at each price: one that moves on is not filled in again
  useEffect(() => {
    if (!quote) return;
    setForm((form) => ({
      ...form,
      quantity: form.quantity || String(quote.instrument.lot_size),
      price: form.price || String(quote.last_price),
    }));
  }, [key, isThere, times]);
  return { quote, error };
}
