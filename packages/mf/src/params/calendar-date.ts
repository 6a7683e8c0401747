import { invalidInput } from "@kite/core";
import { formatIstDate, parseIst } from "@kite/models";

/** Gives a date as Kite writes it, `yyyy-mm-dd` in India, or throws `InvalidInput`. */
export function calendarDate(field: string, value: string | Date): string {
  try {
    if (value instanceof Date) return formatIstDate(value);
    if (/^\d{4}-\d\d-\d\d$/.test(value) && parseIst(value)) return value;
  } catch {}
  throw invalidInput(field, `must be a date, as yyyy-mm-dd or Date, got ${JSON.stringify(value)}`);
}
