import fc from "fast-check";
import { expect, test } from "vitest";
import type { HoldingRow } from "../holdings/holding-row.ts";
import { slicesOf } from "./slices.ts";

const holding = (tradingsymbol: string, allocation: number) => ({ tradingsymbol, allocation }) as HoldingRow;

test("names the six largest and puts the others together", () => {
  const holdings = [5, 30, 20, 10, 10, 8, 7, 10].map((share, index) => holding(`S${index}`, share));
  expect(slicesOf(holdings).map(({ name, share }) => `${name} ${share}`)).toEqual([
    "S1 30",
    "S2 20",
    "S3 10",
    "S4 10",
    "S7 10",
    "S5 8",
    "2 others 12",
  ]);
});

test("a seventh holding keeps its name", () => {
  const holdings = [20, 20, 20, 10, 10, 10, 10].map((share, index) => holding(`S${index}`, share));
  expect(slicesOf(holdings)).toHaveLength(7);
  expect(slicesOf(holdings).at(-1)?.name).toBe("S6");
});

test("slices lie end to end and leave nothing out", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 40 }), (hundredths) => {
      const slices = slicesOf(hundredths.map((share, index) => holding(`S${index}`, share / 100)));
      let end = 0;
      for (const { start, share } of slices) {
        expect(start).toBe(end / 100);
        end += Math.round(share * 100);
      }
      expect(end).toBe(hundredths.reduce((total, share) => total + share, 0));
    }),
  );
});

test("nothing of worth gives no slices", () => {
  expect(slicesOf([])).toEqual([]);
  expect(slicesOf([holding("S", 0)])).toEqual([]);
});
