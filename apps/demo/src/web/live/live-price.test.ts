import type { Tick } from "@kite/ticker";
import { expect, test } from "vitest";
import { type LivePrice, nextPrice } from "./live-price.ts";

const tick = (last_price: number): Tick => ({ instrument_token: 408065, mode: "ltp", tradable: true, last_price });

const after = (...prices: number[]): LivePrice | undefined =>
  prices.reduce<LivePrice | undefined>((known, price) => nextPrice(known, tick(price)), undefined);

test("the first price has gone nowhere", () => {
  expect(after(1500)).toMatchObject({ direction: "flat", moves: 0 });
});

test("says where it went, and counts the moves", () => {
  expect(after(1500, 1501)).toMatchObject({ direction: "up", moves: 1 });
  expect(after(1500, 1501, 1499)).toMatchObject({ direction: "down", moves: 2 });
});

test("a tick with the same price is no move, and keeps the direction", () => {
  expect(after(1500, 1501, 1501)).toMatchObject({ direction: "up", moves: 1 });
});
