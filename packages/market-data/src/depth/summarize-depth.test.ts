import type { Depth, DepthLevel } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { infy } from "../testing/quotes.ts";
import { summarizeDepth } from "./summarize-depth.ts";

const level = (price: number, quantity: number, orders = 1): DepthLevel => ({ price, quantity, orders });
const none = level(0, 0, 0);

test("leaves empty rows out, and computes spread, middle and imbalance exactly", () => {
  expect(summarizeDepth(infy.depth)).toEqual({
    bids: [level(1412.95, 191, 2), level(1412.9, 100), level(1412.4, 9)],
    asks: [level(1413.25, 60, 3), level(1413.3, 40)],
    bid: level(1412.95, 191, 2),
    ask: level(1413.25, 60, 3),
    // In binary the difference is 0.2999999999999545.
    spread: 0.3,
    mid: 1413.1,
    bidQuantity: 300,
    askQuantity: 100,
    imbalance: 0.5,
  });
});

test("the middle between two ticks has one decimal more", () => {
  const { mid, spread } = summarizeDepth({ buy: [level(0.05, 1)], sell: [level(0.1, 1)] });
  expect({ mid, spread }).toEqual({ mid: 0.075, spread: 0.05 });
});

test("a book with one side has no spread and no middle", () => {
  const buyers = summarizeDepth({ buy: [level(1412.95, 191), none], sell: [none, none] });
  expect(buyers).toMatchObject({ bid: level(1412.95, 191), ask: null, spread: null, mid: null, imbalance: 1 });
  const sellers = summarizeDepth({ buy: [none], sell: [level(1413.25, 60)] });
  expect(sellers).toMatchObject({ bid: null, spread: null, mid: null, imbalance: -1, askQuantity: 60 });
});

test.each([[undefined], [{ buy: [], sell: [] }], [{ buy: [none], sell: [none] }]])("%j is an empty book", (depth) => {
  expect(summarizeDepth(depth)).toEqual({
    ...{ bids: [], asks: [], bid: null, ask: null, spread: null, mid: null },
    ...{ bidQuantity: 0, askQuantity: 0, imbalance: null },
  });
});

test("an empty row in front does not hide the rows behind it", () => {
  expect(summarizeDepth({ buy: [none, level(99.5, 10)], sell: [none, level(100, 10)] })).toMatchObject({ spread: 0.5 });
});

test("a crossed book has a spread below 0, and prices may be negative", () => {
  expect(summarizeDepth({ buy: [level(101, 1)], sell: [level(100, 1)] })).toMatchObject({ spread: -1, mid: 100.5 });
  expect(summarizeDepth({ buy: [level(-37.63, 1)], sell: [level(-37.6, 1)] })).toMatchObject({
    spread: 0.03,
    mid: -37.615,
  });
});

test("rows that are not as documented stand for nothing", () => {
  const odd = { buy: [null, { price: "1", quantity: 1, orders: 1 }, level(1, -5), level(100, 1)], sell: null };
  expect(summarizeDepth(odd as unknown as Depth)).toMatchObject({ bid: level(100, 1), asks: [], imbalance: 1 });
});

test("agrees with arithmetic in paise, for any book", () => {
  const side = fc.array(fc.tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 100_000 })), {
    maxLength: 5,
  });
  const rows = (pairs: [number, number][]) => pairs.map(([paise, quantity]) => level(paise / 100, quantity));
  fc.assert(
    fc.property(side, side, (buy, sell) => {
      const { spread, mid, imbalance } = summarizeDepth({ buy: rows(buy), sell: rows(sell) });
      const [bids, asks] = [buy, sell].map((pairs) => pairs.filter(([paise, quantity]) => paise > 0 && quantity > 0));
      const [bid, ask] = [bids?.[0]?.[0], asks?.[0]?.[0]];
      const both = bid !== undefined && ask !== undefined;
      expect(spread).toBe(both ? (ask - bid) / 100 + 0 : null);
      expect(mid).toBe(both ? (ask + bid) / 200 : null);
      const total = (pairs: [number, number][] = []) => pairs.reduce((sum, [, quantity]) => sum + quantity, 0);
      const all = total(bids) + total(asks);
      expect(imbalance).toBe(all === 0 ? null : (total(bids) - total(asks)) / all);
    }),
  );
});
