import { expect, test } from "vitest";
import type { CandleRow } from "../chart/candle-rows.ts";
import { continued } from "./continued.ts";

const candle = (at: number, close: number): CandleRow => [at, 10, 12, 8, close, 100];
const history = [candle(60, 10), candle(120, 11)];

test("the newer one takes the place of the last one", () => {
  expect(continued(history, [candle(120, 12)])).toEqual([candle(60, 10), candle(120, 12)]);
});

test("those after it are added", () => {
  expect(continued(history, [candle(120, 12), candle(180, 13)])).toEqual([
    candle(60, 10),
    candle(120, 12),
    candle(180, 13),
  ]);
  expect(continued(history, [candle(180, 13)])).toEqual([...history, candle(180, 13)]);
});

test("what the history has passed changes nothing", () => {
  expect(continued(history, [candle(60, 99)])).toBe(history);
  expect(continued(history, [])).toBe(history);
});
