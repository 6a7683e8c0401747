import { summarizeTrades, type Trade } from "@kite/orders";
import type { Holding, Position } from "@kite/portfolio";
import { expect, test } from "vitest";
import { carriedUnits } from "./carried-units.ts";

const position = (figures: Partial<Position>): Position =>
  ({
    ...{ exchange: "NFO", tradingsymbol: "NIFTY26DECFUT", product: "NRML", multiplier: 1 },
    ...{ quantity: 0, overnight_quantity: 0, buy_value: 0, sell_value: 0, day_buy_value: 0, day_sell_value: 0 },
    ...figures,
  }) as Position;
const holding = { exchange: "NSE", tradingsymbol: "INFY", product: "CNC", average_price: 1000 } as Holding;

test("what was carried over has the price of the carried part, whichever side and whatever was traded today", () => {
  const long = position({ overnight_quantity: 75, buy_value: 75 * 25_000 + 75 * 26_000, day_buy_value: 75 * 26_000 });
  expect(carriedUnits([long], [])).toMatchObject([{ quantity: 75, average_price: 25_000 }]);
  const short = position({ overnight_quantity: -2, sell_value: 2 * 80_000 * 100, multiplier: 100 });
  expect(carriedUnits([short], [])).toMatchObject([{ quantity: -2, average_price: 80_000 }]);
  expect(carriedUnits([position({ quantity: 75 })], [])).toEqual([]);
});

test("what was sold of the holdings gains against what it cost", () => {
  const sold = position({ exchange: "NSE", tradingsymbol: "INFY", product: "CNC", quantity: -5 });
  const carried = carriedUnits([sold], [holding]);
  const trade = { exchange: "NSE", tradingsymbol: "INFY", product: "CNC", transaction_type: "SELL" };
  const trades = [{ ...trade, quantity: 5, average_price: 1100, fill_timestamp: new Date(0) }] as Trade[];
  expect(summarizeTrades(trades, { carried }).realised.fifo).toBe(500);
  expect(carriedUnits([{ ...sold, product: "MIS" }], [holding])).toEqual([]);
  expect(carriedUnits([sold], [])).toEqual([]);
});
