import { expect, test } from "vitest";
import type { CandleRow } from "./candle-rows.ts";
import { summaryOf } from "./summary.ts";

const at = Date.parse("2026-01-05T09:15:00+05:30") / 1000;
const candles: CandleRow[] = [
  [at, 100, 104, 99, 103, 10],
  [at + 300, 103, 110, 102, 108, 10],
  [at + 600, 108, 109, 95, 97, 10],
];
const text = (price: number) => price.toFixed(2);

test("says from where to where, the way, and both ends of the range with their times in India", () => {
  expect(summaryOf("NSE:INFY", "5minute", candles, text)).toBe(
    "3 candles of NSE:INFY, 5 minutes each, from Mon, 5 Jan, 09:15 to Mon, 5 Jan, 09:25. " +
      "From 100.00 to 97.00, a fall of 3.00. Highest 110.00 (Mon, 5 Jan, 09:20), lowest 95.00 (Mon, 5 Jan, 09:25).",
  );
});

test("a day is named without a time; without candles it says so", () => {
  const midnight = Date.parse("2026-01-05T00:00:00+05:30") / 1000;
  const day = summaryOf("NSE:INFY", "day", [[midnight, 1, 2, 1, 2, 5]], text);
  expect(day).toContain("1 day each, from Mon, 5 Jan, 2026 to Mon, 5 Jan, 2026.");
  expect(day).toContain("a rise of 1.00");
  expect(summaryOf("NSE:INFY", "day", [], text)).toBe("No candles of NSE:INFY.");
});
