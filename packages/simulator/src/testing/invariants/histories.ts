import { expect } from "vitest";
import type { Row } from "../trade.ts";

/** Which status may follow which, by the reference; a partial fill repeats OPEN. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  "PUT ORDER REQ RECEIVED": ["VALIDATION PENDING", "REJECTED", "AMO REQ RECEIVED"],
  "VALIDATION PENDING": ["OPEN PENDING", "REJECTED"],
  "OPEN PENDING": ["OPEN", "TRIGGER PENDING", "COMPLETE", "REJECTED"],
  "TRIGGER PENDING": ["OPEN", "COMPLETE", "CANCEL PENDING", "CANCELLED", "MODIFY VALIDATION PENDING"],
  OPEN: ["OPEN", "MODIFY VALIDATION PENDING", "CANCEL PENDING", "COMPLETE", "CANCELLED"],
  "MODIFY VALIDATION PENDING": ["MODIFY PENDING", "NOT MODIFIED"],
  "MODIFY PENDING": ["MODIFIED", "NOT MODIFIED"],
  MODIFIED: ["OPEN", "TRIGGER PENDING"],
  "NOT MODIFIED": ["OPEN", "TRIGGER PENDING"],
  "CANCEL PENDING": ["CANCELLED", "COMPLETE", "OPEN"],
  "AMO REQ RECEIVED": ["MODIFY AMO REQ RECEIVED", "PUT ORDER REQ RECEIVED", "VALIDATION PENDING", "CANCELLED"],
  "MODIFY AMO REQ RECEIVED": ["MODIFY AMO REQ RECEIVED", "PUT ORDER REQ RECEIVED", "VALIDATION PENDING", "CANCELLED"],
  COMPLETE: [],
  CANCELLED: [],
  REJECTED: [],
};

/** A history begins with the request, moves as the reference allows, and ends as the book says. */
export function expectHistory(order: Row, rows: readonly Row[]): void {
  expect(rows[0].status).toBe("PUT ORDER REQ RECEIVED");
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    expect(row.order_id).toBe(order.order_id);
    expect(row.filled_quantity).toBeLessThanOrEqual(row.quantity);
    if (!before) continue;
    const told = rows.map(({ status }) => status).join(" → ");
    expect(NEXT[before.status], told).toContain(row.status);
    expect(row.filled_quantity).toBeGreaterThanOrEqual(before.filled_quantity);
    expect(row.order_timestamp >= before.order_timestamp).toBe(true);
    expect((row.exchange_timestamp ?? "") >= (before.exchange_timestamp ?? "")).toBe(true);
    if (before.exchange_order_id !== null) expect(row.exchange_order_id).toBe(before.exchange_order_id);
    // figures change with the new ones, and not before
    if (/^MODIF(Y|IED)/.test(row.status) && !row.status.includes("AMO")) {
      const { price, quantity, trigger_price } = before;
      expect(row).toMatchObject({ price, quantity, trigger_price });
    }
    if (row.filled_quantity > before.filled_quantity) expect(["OPEN", "COMPLETE"]).toContain(row.status);
  }
  const last = rows.at(-1);
  const changes = Object.keys(last).filter((key) => key !== "modified");
  expect(Object.fromEntries(changes.map((key) => [key, last[key]]))).toEqual(
    Object.fromEntries(changes.map((key) => [key, order[key]])),
  );
  // and what is over stays as it was
  expect(rows.findIndex(({ status }) => NEXT[status]?.length === 0)).toBe(
    NEXT[order.status]?.length === 0 ? rows.length - 1 : -1,
  );
}
