import { describe, expect, test } from "vitest";
import type { Instrument } from "../market/instrument.ts";
import { instrumentOf } from "../testing/instrument.ts";
import { dayPosition, type Position, positionRow, split, UNTRADED } from "./position.ts";

const instrument = (tradingsymbol: string, multiplier: number): Instrument =>
  instrumentOf({ exchange: "MCX", tradingsymbol, instrument_token: 58_424_839, isin: "", multiplier });

/** Three carried at 23057, one bought at 23388, four sold at 23340; last 23355, close 23232. */
const gold: Position = {
  ...UNTRADED,
  instrument: instrument("GOLDGUINEA", 1),
  product: "NRML",
  carriedLong: { quantity: 3, value: 3 * 23_057 },
  bought: { quantity: 1, value: 23_388 },
  sold: { quantity: 4, value: 4 * 23_340 },
};
const goldPrice = { last_price: 23_355, close_price: 23_232 };

describe("the worked examples of the reference", () => {
  test("a carried long, added to and closed today", () => {
    expect(positionRow(gold, goldPrice)).toMatchObject({
      quantity: 0,
      overnight_quantity: 3,
      average_price: 0,
      buy_quantity: 4,
      buy_value: 92_559,
      buy_price: 23_139.75,
      sell_value: 93_360,
      sell_price: 23_340,
      value: 801,
      pnl: 801,
      unrealised: 801,
      realised: 0,
      buy_m2m: 93_084,
      sell_m2m: 93_360,
      m2m: 276,
    });
  });

  test("the day row of the same position: a short of three", () => {
    const day = dayPosition(gold);
    expect(day && positionRow(day, goldPrice)).toMatchObject({
      quantity: -3,
      overnight_quantity: 0,
      average_price: 23_340,
      value: 69_972,
      pnl: -93,
    });
  });

  test("one lot of a thousand kilos", () => {
    const lead = { ...UNTRADED, instrument: instrument("LEADMINI", 1000), product: "NRML" as const };
    const row = positionRow(
      { ...lead, bought: { quantity: 1, value: 161_050 } },
      { last_price: 161.05, close_price: 0 },
    );
    expect(row).toMatchObject({ average_price: 161.05, buy_value: 161_050, value: -161_050, pnl: 0, m2m: 0 });
  });
});

test("values a carried short at yesterday's close, the mirror image of a carried long", () => {
  const sold = { quantity: 500, value: 500 * 1400 };
  const short: Position = { ...UNTRADED, instrument: instrument("FUT", 1), product: "NRML", carriedShort: sold };
  expect(positionRow(short, { last_price: 1380, close_price: 1390 })).toMatchObject({
    quantity: -500,
    overnight_quantity: -500,
    average_price: 1400,
    sell_m2m: 500 * 1390,
    m2m: 5000,
    pnl: 10_000,
  });
});

test("a position nobody touched today has no day row", () => {
  expect(dayPosition({ ...gold, bought: UNTRADED.bought, sold: UNTRADED.sold })).toBeUndefined();
});

test("splits at the average price, and leaves no crumbs when everything goes", () => {
  expect(split({ quantity: 4, value: 1002 }, 1)).toEqual({
    piece: { quantity: 1, value: 250.5 },
    rest: { quantity: 3, value: 751.5 },
  });
  const third = { quantity: 3, value: 100.1 };
  expect(split(third, 3)).toEqual({ piece: third, rest: { quantity: 0, value: 0 } });
});
