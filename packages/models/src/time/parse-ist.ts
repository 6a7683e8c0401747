import { readIst } from "./read-ist.ts";

/**
 * Reads a time from the server: IST wall time, whatever zone the host is in.
 *
 * Takes `yyyy-mm-dd hh:mm:ss`, also with `T`, with a fraction (kept to the millisecond), with `+0530` or `+05:30`, and a
 * date alone, which means its midnight. Gives null for what the server writes instead of "none": null, empty text,
 * `0001-01-01 00:00:00` and `1970-01-01 00:00:00`.
 *
 * @example
 * parseIst("2025-01-17 09:15:00"); // 2025-01-17T03:45:00.000Z
 *
 * @throws RangeError for any other text, dates that do not exist and other offsets included.
 */
export function parseIst(text: string | null): Date | null {
  const date = text === null ? null : readIst(text);
  if (date === undefined) {
    throw new RangeError(`time: expected "yyyy-mm-dd hh:mm:ss" in IST, received ${JSON.stringify(text)}`);
  }
  return date;
}
