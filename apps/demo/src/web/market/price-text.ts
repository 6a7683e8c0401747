import { formatQuantity } from "../../shared/rupees.ts";

const formats = new Map<number, Intl.NumberFormat>();

/** Decimals that prices of this step need: two, or four where the step is 0.0025. */
export function decimalsOf(tick_size: number): number {
  const [, decimals = ""] = String(tick_size).split(".");
  return Math.min(4, Math.max(2, decimals.length));
}

/** Writes a price with the decimals of its step: `1,493.20`, `88.2525`. */
export function formatPrice(price: number, tick_size: number): string {
  const decimals = decimalsOf(tick_size);
  const known = formats.get(decimals);
  const format =
    known ??
    new Intl.NumberFormat("en-IN", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: "negative",
    });
  if (!known) formats.set(decimals, format);
  return format.format(price).replace("-", "−");
}

/** Writes a figure that may not be there. */
export const quantityOrDash = (count: number | null | undefined): string =>
  count === null || count === undefined ? "–" : formatQuantity(count);
