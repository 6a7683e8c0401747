import type { Clock } from "./clock.ts";

type Row = Record<string, unknown>;

/** Fields that the old client makes into a `Date`, wherever it meets them. `exchange_update_timestamp` is not among them. */
const rowTimes = ["order_timestamp", "exchange_timestamp", "created", "last_instalment", "fill_timestamp"];
const quoteTimes = ["timestamp", "last_trade_time"];

/** Gives a copy of one row or of many with their times as `Date`; a day or a time of day alone stays a text. */
export function datedRows(data: unknown, clock: Clock): unknown {
  return Array.isArray(data) ? data.map((row) => dated(row, rowTimes, clock)) : dated(data, rowTimes, clock);
}

/** Gives a copy of a map of quotes with their times as `Date`. */
export function datedQuotes(data: unknown, clock: Clock): unknown {
  if (!isRow(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, quote]) => [key, dated(quote, quoteTimes, clock)]));
}

/** Gives a copy of a login with its time as `Date`. */
export function datedSession(data: unknown, clock: Clock): unknown {
  if (!isRow(data) || typeof data.login_time !== "string" || data.login_time === "") return data;
  return { ...data, login_time: clock.read(data.login_time) };
}

function dated(row: unknown, fields: readonly string[], clock: Clock): unknown {
  if (!isRow(row)) return row;
  const copy = { ...row };
  for (const field of fields) {
    const value = copy[field];
    if (typeof value === "string" && value.length === 19) copy[field] = clock.read(value);
  }
  return copy;
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
