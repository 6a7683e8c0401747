import { KiteError } from "@kite/core";

/**
 * Gives back the rows of a list. An answer that is no list has been warned of and comes as sent: nothing may be concluded from it, least
 * of all that there are no orders.
 */
export function requireRows<Row extends object>(endpoint: string, rows: readonly Row[]): Row[] {
  if (!Array.isArray(rows)) {
    throw new KiteError({ code: "MalformedAnswer", endpoint, message: "the server gave no list", answer: rows });
  }
  return rows.filter((row: Row | null) => typeof row === "object" && row !== null);
}
