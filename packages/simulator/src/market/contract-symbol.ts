import { dateOf } from "./day.ts";
import type { Expiry } from "./expiries.ts";

const MONTH_NAMES = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const MONTH_CODES = "123456789OND";

/** First part of a contract's symbol: `NIFTY26APR`, or `NIFTY26407` for one that ends within the month. */
export function contractSymbol(underlying: string, { day, kind }: Expiry): string {
  const [year = "", month = "", date = ""] = dateOf(day).split("-");
  const index = Number(month) - 1;
  return `${underlying}${year.slice(2)}${kind === "monthly" ? MONTH_NAMES[index] : `${MONTH_CODES[index]}${date}`}`;
}
