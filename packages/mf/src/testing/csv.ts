import type { MFInstrument } from "@kite/models";

/** The sixteen columns of Kite's list, in its order. */
export const columns = [
  "tradingsymbol",
  "amc",
  "name",
  "purchase_allowed",
  "redemption_allowed",
  "minimum_purchase_amount",
  "purchase_amount_multiplier",
  "minimum_additional_purchase_amount",
  "minimum_redemption_quantity",
  "redemption_quantity_multiplier",
  "dividend_type",
  "scheme_type",
  "plan",
  "settlement_type",
  "last_price",
  "last_price_date",
] as const;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const textOf = (value: string | number | boolean): string =>
  typeof value === "boolean" ? String(Number(value)) : quoted(String(value));

/** Writes funds as Kite does: flags as 0 and 1, quotes only where a comma, a quote or a line break stands. */
export const csvOf = (rows: readonly MFInstrument[], lineEnd = "\r\n"): string =>
  [columns, ...rows.map((row) => columns.map((column) => textOf(row[column])))]
    .map((cells) => cells.join(",") + lineEnd)
    .join("");
