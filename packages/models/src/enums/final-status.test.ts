import { expect, test } from "vitest";
import { finalStatuses, isFinalStatus } from "./final-status.ts";
import { orderStatuses } from "./order-status.ts";

test("finished are the five known ends, and nothing else", () => {
  expect(orderStatuses.filter(isFinalStatus).sort()).toEqual([...finalStatuses].sort());
  expect(finalStatuses).toHaveLength(5);
});

test.each(["", "complete", "COMPLETE ", "GONE", "toString"])("%j is not known, so the order may be live", (status) => {
  expect(isFinalStatus(status)).toBe(false);
});
