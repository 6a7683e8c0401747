import type { Trade } from "@kite/models";
import { expect, test } from "vitest";
import { trade } from "../testing/samples.ts";
import { summarizeTrades } from "./summarize-trades.ts";

/** A trade of so many seconds after the first one; below 0 for a sale. */
const fill = (quantity: number, average_price: number, odd: Partial<Trade> = {}): Trade => ({
  ...trade,
  ...{ quantity: Math.abs(quantity), average_price },
  transaction_type: quantity > 0 ? "BUY" : "SELL",
  ...odd,
});
const at = (second: number) => ({ fill_timestamp: new Date(1_700_000_000_000 + second * 1_000) });

test("sells first what was bought first, and by average what was bought on average", () => {
  const [row] = summarizeTrades([fill(10, 100), fill(10, 110), fill(-15, 120)]).instruments;
  expect(row).toMatchObject({
    ...{ buy_quantity: 20, buy_value: 2100, buy_price: 105, sell_quantity: 15, sell_value: 1800, sell_price: 120 },
    ...{ open_quantity: 5, open_lots: [{ quantity: 5, price: 110 }], multiplier: 1 },
    realised: { fifo: 250, average: 225 },
  });
});

test("buys back first what was sold short first, and can turn around", () => {
  const [row] = summarizeTrades([fill(-10, 110), fill(-5, 108), fill(20, 100)]).instruments;
  expect(row).toMatchObject({
    ...{ open_quantity: 5, open_lots: [{ quantity: 5, price: 100 }] },
    realised: { fifo: 140, average: 140 },
  });
});

test("agrees with both ways where everything is closed, to the paisa", () => {
  const { realised } = summarizeTrades([fill(1, 0.1), fill(1, 0.2), fill(-2, 0.3)]);
  expect(realised).toEqual({ fifo: 0.3, average: 0.3 });
});

test("goes by the time of the fill, and by the server's order within a second", () => {
  const late = fill(-1, 130, at(2));
  const first = fill(1, 100, at(0));
  const second = fill(1, 110, at(0));
  const [row] = summarizeTrades([late, first, second]).instruments;
  expect(row?.trades).toEqual([first, second, late]);
  expect(row?.realised.fifo).toBe(30);
});

test("keeps products and exchanges apart, in the order of their first trades", () => {
  const trades = [
    fill(1, 100, { product: "MIS", ...at(1) }),
    fill(-1, 120, { product: "CNC", ...at(0) }),
    fill(-1, 110, { product: "MIS", ...at(2) }),
    fill(-1, 150, { exchange: "BSE", product: "MIS", ...at(3) }),
  ];
  const { instruments, realised } = summarizeTrades(trades);
  expect(instruments.map(({ exchange, product, open_quantity }) => [exchange, product, open_quantity])).toEqual([
    ["NSE", "CNC", -1],
    ["NSE", "MIS", 0],
    ["BSE", "MIS", -1],
  ]);
  expect(realised).toEqual({ fifo: 10, average: 10 });
});

test("sells what was carried in first, and buys back what was carried in short", () => {
  const held = { exchange: "NSE", tradingsymbol: "SBIN", product: "CNC" };
  const long = summarizeTrades([fill(5, 100), fill(-5, 110)], {
    carried: [{ ...held, quantity: 3, average_price: 90 }],
  });
  expect(long.instruments[0]).toMatchObject({
    ...{ buy_quantity: 8, open_quantity: 3, open_lots: [{ quantity: 3, price: 100 }] },
    realised: { fifo: 80 },
  });
  const short = summarizeTrades([fill(2, 100)], { carried: [{ ...held, quantity: -3, average_price: 105.5 }] });
  expect(short.instruments[0]).toMatchObject({ open_quantity: -1, realised: { fifo: 11, average: 11 } });
  const other = summarizeTrades([fill(-1, 100)], {
    carried: [{ ...held, product: "MIS", quantity: 3, average_price: 90 }],
  });
  expect(other.instruments).toMatchObject([{ open_quantity: -1 }]);
});

test("multiplies what trades in lots, and leaves it out of the totals where it cannot", () => {
  const lead = { exchange: "MCX", tradingsymbol: "LEADMINI26DECFUT", product: "NRML" };
  const trades = [fill(2, 180.05, lead), fill(-2, 181.1, lead), fill(1, 100), fill(-1, 101)];
  const given = summarizeTrades(trades, { multipliers: { "MCX:LEADMINI26DECFUT": 1000 } });
  expect(given.instruments[0]).toMatchObject({
    ...{ multiplier: 1000, buy_value: 360100, sell_value: 362200, buy_price: 180.05 },
    realised: { fifo: 2100, average: 2100 },
  });
  expect(given).toMatchObject({ realised: { fifo: 2101, average: 2101 }, withoutMultiplier: [] });
  const lacking = summarizeTrades(trades);
  expect(lacking.instruments[0]).toMatchObject({ multiplier: null, realised: { fifo: 2.1 } });
  expect(lacking).toMatchObject({
    realised: { fifo: 1, average: 1 },
    withoutMultiplier: ["MCX:LEADMINI26DECFUT"],
  });
});

test("an average that does not end is rounded once, to a hundredth of a paisa", () => {
  const [row] = summarizeTrades([fill(1, 100), fill(2, 100.05), fill(-1, 101)]).instruments;
  expect(row).toMatchObject({ buy_price: 100.0333, realised: { fifo: 1, average: 0.9667 } });
});

test.each([
  ["a quantity as text", { quantity: "1" }],
  ["a quantity of 0", { quantity: 0 }],
  ["no price", { average_price: null }],
  ["another side", { transaction_type: "SHORT" }],
  ["a time as text", { fill_timestamp: "09:15:00" }],
  ["an Invalid Date", { fill_timestamp: new Date("soon") }],
])("leaves a row out that cannot be counted, and says so: %s", (_, odd) => {
  const bad = { ...fill(1, 100), ...odd } as Trade;
  const { instruments, leftOut } = summarizeTrades([bad, fill(1, 100), null as unknown as Trade]);
  expect(instruments.map(({ open_quantity }) => open_quantity)).toEqual([1]);
  expect(leftOut).toEqual([bad, null]);
});

test("a day without trades has no gain", () => {
  expect(summarizeTrades([])).toEqual({
    ...{ instruments: [], withoutMultiplier: [], leftOut: [] },
    realised: { fifo: 0, average: 0 },
  });
});

test("changes none of what it is given", () => {
  const trades = Object.freeze([fill(1, 100, at(1)), fill(-1, 101, at(0))]);
  expect(() => summarizeTrades(trades, Object.freeze({ carried: Object.freeze([]) }))).not.toThrow();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "1000"])("refuses %j as a multiplier", (multiplier) => {
  const multipliers = { "MCX:LEAD": multiplier as number };
  expect(() => summarizeTrades([], { multipliers })).toThrow('summarizeTrades: multipliers["MCX:LEAD"]: ');
});

test.each([{ quantity: 0.5 }, { quantity: "3" }, { average_price: Number.NaN }])("refuses %j as carried", (odd) => {
  const held = { exchange: "NSE", tradingsymbol: "SBIN", product: "CNC", quantity: 3, average_price: 90, ...odd };
  expect(() => summarizeTrades([], { carried: [held as never] })).toThrow(/^summarizeTrades: carried\[0\]: /);
});

test("refuses what is no list", () => {
  expect(() => summarizeTrades(null as unknown as Trade[])).toThrow(/^summarizeTrades: trades: must be a list/);
});
