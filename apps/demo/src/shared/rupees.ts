/** Amounts in rupees the Indian way: the last three digits together, the others in pairs. */
const amount = new Intl.NumberFormat("en-IN", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  // no minus in front of what rounds to nothing
  signDisplay: "negative",
});
const quantity = new Intl.NumberFormat("en-IN", { maximumFractionDigits: 4, signDisplay: "negative" });
const percentage = new Intl.NumberFormat("en-IN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A real minus sign is as wide as a plus, so columns of signed figures stay in line. */
const MINUS = "\u2212";

/** Writes rupees with two decimals: `1,23,456.78`, `−500.00`. */
export function formatAmount(rupees: number): string {
  return amount.format(rupees).replace("-", MINUS);
}

/** Writes rupees with the symbol: `₹1,23,456.78`, `−₹500.00`. */
export function formatRupees(rupees: number): string {
  const text = formatAmount(rupees);
  return text.startsWith(MINUS) ? `${MINUS}₹${text.slice(1)}` : `₹${text}`;
}

/** Writes a gain or a loss, always with its sign unless it rounds to nothing: `+₹1,200.00`, `−₹35.50`, `₹0.00`. */
export function formatChange(rupees: number): string {
  const text = formatRupees(rupees);
  return directionOf(rupees) === "up" ? `+${text}` : text;
}

/** Writes a percentage with its sign: `+3.20 %`, `−0.45 %`. */
export function formatPercent(percent: number): string {
  const text = percentage.format(Math.abs(percent));
  const direction = directionOf(percent);
  return `${direction === "up" ? "+" : direction === "down" ? MINUS : ""}${text}\u00a0%`;
}

/** Writes a number of shares, units or lots: `1,250`, `−75`. */
export function formatQuantity(count: number): string {
  return quantity.format(count).replace("-", MINUS);
}

/** Where a figure goes once it is rounded to the two decimals that are shown. */
export function directionOf(value: number): "up" | "down" | "flat" {
  const text = amount.format(value);
  if (!/[1-9]/.test(text)) return "flat";
  return text.startsWith("-") ? "down" : "up";
}
