import { isKiteError } from "@kite/core";
import { type Position, price } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exact, type Fraction, minus, plus, times, written } from "../testing/exact.ts";
import { goldguineaDay, goldguineaNet, leadmini } from "../testing/rows.ts";
import { summarizePositions } from "./summarize-positions.ts";

test("a closed position has realised all of its gain, whatever the server says", () => {
  const { positions } = summarizePositions([goldguineaNet]);
  expect(goldguineaNet).toMatchObject({ realised: 0, unrealised: 801 });
  expect(positions).toEqual([
    { position: goldguineaNet, openValue: 0, pnl: 801, realised: 801, unrealised: 0, m2m: 276 },
  ]);
});

test("an open short has realised what was matched", () => {
  const [row] = summarizePositions([goldguineaDay]).positions;
  // One of the four sold at 23340 against the one bought at 23388, three open since 23340 at 23355.
  expect(row).toMatchObject({ openValue: -70065, pnl: -93, realised: -48, unrealised: -45, m2m: -93 });
});

test("a lot is worth its multiplier", () => {
  const [row] = summarizePositions([{ ...leadmini, last_price: 161.1 }]).positions;
  expect(row).toMatchObject({ openValue: 161100, pnl: 50, realised: 0, unrealised: 50, m2m: 50 });
  expect(summarizePositions([leadmini])).toMatchObject({ pnl: 0, unrealised: 0, m2m: 0, withoutClose: [] });
});

test("a multiplier counts in what is realised too", () => {
  const halfClosed = {
    ...leadmini,
    ...{ quantity: 1, buy_quantity: 2, buy_value: 322100, buy_m2m: 322100 },
    ...{ sell_quantity: 1, sell_price: 161.55, sell_value: 161550, sell_m2m: 161550 },
  };
  expect(summarizePositions([halfClosed])).toMatchObject({ pnl: 500, realised: 500, unrealised: 0 });
});

test("adds up the rows, and gives zeros for none", () => {
  const total = { pnl: 801, realised: 801, unrealised: 0, m2m: 276, withoutClose: [], leftOut: [] };
  expect(summarizePositions([goldguineaNet, leadmini])).toMatchObject(total);
  const zeros = { pnl: 0, realised: 0, unrealised: 0, m2m: 0 };
  expect(summarizePositions([])).toEqual({ positions: [], ...zeros, withoutClose: [], leftOut: [] });
});

test("what was carried over without a close has a day's gain of 0, and is named", () => {
  const odd = { ...goldguineaNet, close_price: 0, buy_m2m: 23388 };
  expect(summarizePositions([odd, leadmini])).toMatchObject({ pnl: 801, m2m: 0, withoutClose: [odd] });
});

test("what was opened today needs no close", () => {
  expect(summarizePositions([{ ...goldguineaDay, close_price: 0 }])).toMatchObject({ m2m: -93, withoutClose: [] });
});

test("a rounded average price leaves nothing open in a closed position", () => {
  // Three bought for 100.00 in all: 33.333333 each, as the server may print it.
  const closed = {
    ...goldguineaNet,
    ...{ overnight_quantity: 0, buy_quantity: 3, buy_price: 33.333333, buy_value: 100, buy_m2m: 100 },
    ...{ sell_quantity: 3, sell_price: 34, sell_value: 102, sell_m2m: 102 },
  };
  expect(summarizePositions([closed])).toMatchObject({ pnl: 2, realised: 2, unrealised: 0 });
});

test("an odd row hides no other, and is named", () => {
  const odd = { ...goldguineaNet, sell_value: "93360" } as unknown as Position;
  const none = null as unknown as Position;
  expect(summarizePositions([odd, goldguineaNet, none])).toMatchObject({ pnl: 801, leftOut: [odd, none] });
});

test.each([null, undefined, { net: [] }])("refuses %j: it is no list", (odd) => {
  const refuse = () => summarizePositions(odd as unknown as Position[]);
  expect(refuse).toThrow(/^positions: must be a list of rows, got /);
  expect(refuse).toThrow(expect.toSatisfy((error) => isKiteError(error, "InvalidInput")));
});

interface Side {
  readonly quantity: number;
  /** Rupees. */
  readonly price: number;
}
interface Book {
  readonly carried: Side & { readonly short: boolean };
  readonly bought: Side;
  readonly sold: Side;
  readonly multiplier: number;
  readonly last_price: number;
  readonly close_price: number;
}

const tick = fc.integer({ min: 1, max: 999_999 }).map((ticks) => ticks / 20);
const side = fc.record({ quantity: fc.integer({ min: 0, max: 500 }), price: tick });
const book: fc.Arbitrary<Book> = fc.record({
  carried: fc.record({ quantity: fc.constantFrom(0, 0, 25, 300), price: tick, short: fc.boolean() }),
  bought: side,
  sold: side,
  multiplier: fc.constantFrom(1, 10, 1000),
  last_price: tick,
  close_price: tick,
});

/** Exact amounts of a book: what the server would compute if it did not use floating point. */
function amounts({ carried, bought, sold, multiplier, close_price }: Book) {
  const value = (part: Side, at = part.price) => times(exact(part.quantity), exact(at), exact(multiplier));
  const zero = exact(0);
  const [long, short] = carried.short ? [zero, value(carried)] : [value(carried), zero];
  const [longAtClose, shortAtClose] = carried.short
    ? [zero, value(carried, close_price)]
    : [value(carried, close_price), zero];
  return {
    buy_value: plus(value(bought), long),
    sell_value: plus(value(sold), short),
    buy_m2m: plus(value(bought), longAtClose),
    sell_m2m: plus(value(sold), shortAtClose),
  };
}

/** The row that the server would send for a book. */
function rowOf(given: Book): Position {
  const { carried, bought, sold, multiplier, last_price, close_price } = given;
  const overnight_quantity = carried.short ? -carried.quantity : carried.quantity;
  const buy_quantity = bought.quantity + Math.max(0, overnight_quantity);
  const sell_quantity = sold.quantity + Math.max(0, -overnight_quantity);
  const { buy_value, sell_value, buy_m2m, sell_m2m } = Object.fromEntries(
    Object.entries(amounts(given)).map(([name, fraction]) => [name, Number(written(fraction, 2))]),
  ) as Record<keyof ReturnType<typeof amounts>, number>;
  return {
    ...{ ...leadmini, instrument_token: 1, multiplier, last_price, close_price, overnight_quantity },
    ...{
      quantity: buy_quantity - sell_quantity,
      buy_quantity,
      sell_quantity,
      buy_value,
      sell_value,
      buy_m2m,
      sell_m2m,
    },
    buy_price: buy_quantity === 0 ? 0 : buy_value / (buy_quantity * multiplier),
    sell_price: sell_quantity === 0 ? 0 : sell_value / (sell_quantity * multiplier),
  };
}

const paise = (value: number | Fraction) => written(typeof value === "number" ? exact(value) : value, 2);

test("agrees with fractions to the paisa, and the two parts make the whole", () => {
  fc.assert(
    fc.property(fc.array(book, { maxLength: 12 }), (books) => {
      const report = summarizePositions(books.map(rowOf));
      const gains = books.map((one) => {
        const { buy_value, sell_value, buy_m2m, sell_m2m } = amounts(one);
        const { quantity } = rowOf(one);
        const open = times(exact(quantity), exact(one.last_price), exact(one.multiplier));
        return { pnl: plus(minus(sell_value, buy_value), open), m2m: plus(minus(sell_m2m, buy_m2m), open) };
      });
      expect(paise(report.pnl)).toBe(paise(plus(...gains.map(({ pnl }) => pnl))));
      expect(paise(report.m2m)).toBe(paise(plus(...gains.map(({ m2m }) => m2m))));
      expect(paise(price.add(report.realised, report.unrealised))).toBe(paise(report.pnl));
      for (const [index, row] of report.positions.entries()) {
        expect(paise(row.pnl)).toBe(paise(gains[index]?.pnl ?? 0));
        if (row.position.quantity === 0) expect(row).toMatchObject({ realised: row.pnl, unrealised: 0 });
      }
    }),
  );
});

test("realised is the matched quantity at the difference of the two prices", () => {
  fc.assert(
    fc.property(book, (given) => {
      // Nothing carried over: each side has one price, which the server can print exactly.
      const row = rowOf({ ...given, carried: { ...given.carried, quantity: 0 } });
      const { bought, sold, multiplier } = given;
      const matched = exact(Math.min(bought.quantity, sold.quantity));
      const due = times(matched, minus(exact(sold.price), exact(bought.price)), exact(multiplier));
      expect(paise(summarizePositions([row]).realised)).toBe(paise(due));
    }),
  );
});

test("whatever the rows are, each is counted or named, and no figure is NaN or infinite", () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.tuple(book.map(rowOf), fc.dictionary(fc.constantFrom(...Object.keys(leadmini)), fc.double())).map((parts) => ({
      ...parts[0],
      ...parts[1],
    })),
  );
  fc.assert(
    fc.property(fc.array(odd), (rows) => {
      const { positions, leftOut, withoutClose, ...figures } = summarizePositions(rows as Position[]);
      expect(positions.length + leftOut.length).toBe(rows.length);
      expect(Object.values(figures).every(Number.isFinite)).toBe(true);
    }),
  );
});
