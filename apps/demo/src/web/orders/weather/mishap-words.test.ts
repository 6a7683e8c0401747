import { expect, test } from "vitest";
import { indianTime } from "../../time.ts";
import { mishapWords } from "./mishap-words.ts";

test("says what went wrong, when, and for how long the book hides the order", () => {
  const at = "2026-01-05T05:00:00.000Z";
  expect(mishapWords({ at, kind: "hang", late_ms: 5_240 })).toBe(
    `At ${indianTime(at)} it took an order, and never answered; hidden from the book for 5.2 s.`,
  );
  expect(mishapWords({ at, kind: "drop", late_ms: null })).toBe(
    `At ${indianTime(at)} it took an order, and cut the connection.`,
  );
});
