import { expect, test } from "vitest";
import { instrumentOf } from "../testing/instrument.ts";
import { authorisedFor, freeQuantity, type Holding, valueHolding } from "./holding.ts";

const holding = (facts: Partial<Holding>): Holding => ({
  instrument: instrumentOf({}),
  realised_quantity: 1,
  t1_quantity: 0,
  deliveries: [],
  used_quantity: 0,
  short_quantity: 0,
  collateral_quantity: 0,
  collateral_type: "",
  discrepancy: false,
  average_price: 161,
  authorised_quantity: 0,
  authorised_date: "2026-03-02",
  mtf: { quantity: 0, used_quantity: 0, average_price: 0, value: 0, initial_margin: 0 },
  absent: [],
  ...facts,
});

test("agrees with the worked examples of the reference", () => {
  const aaron = valueHolding(holding({}), { last_price: 352.95, close_price: 352.35 });
  expect(aaron.pnl).toBeCloseTo(191.95, 8);
  expect(aaron.day_change).toBeCloseTo(0.6, 8);
  expect(aaron.day_change_percentage).toBeCloseTo(0.1703, 4);
  const sbin = holding({ realised_quantity: 16, average_price: 801.78125 });
  const row = valueHolding(sbin, { last_price: 762.45, close_price: 766.4 });
  expect(row.pnl).toBeCloseTo(-629.3, 8);
  expect(row.day_change).toBeCloseTo(-3.95, 8);
  expect(row.day_change_percentage).toBeCloseTo(-0.5154, 4);
});

test("counts what is still to be delivered, and not what the broker financed or was sold today", () => {
  const facts = { realised_quantity: 10, t1_quantity: 5, used_quantity: 4, average_price: 100 };
  const mtf = { quantity: 1000, used_quantity: 0, average_price: 90, value: 90_000, initial_margin: 20_000 };
  expect(valueHolding(holding({ ...facts, mtf }), { last_price: 110, close_price: 105 })).toMatchObject({
    quantity: 6,
    invested: 1100,
    current: 1210,
    pnl: 110,
    today: 55,
  });
});

test("knows no change without a previous close", () => {
  const fresh = valueHolding(holding({}), { last_price: 352.95, close_price: 0 });
  expect(fresh).toMatchObject({ day_change: 0, day_change_percentage: 0, today: 0 });
});

test("a loss on a holding that is sold out is a plain zero", () => {
  const gone = holding({ realised_quantity: 3, used_quantity: 3, average_price: 500 });
  expect(valueHolding(gone, { last_price: 352.95, close_price: 352.35 }).pnl).toBe(0);
});

test("pledged and sold shares are not free, and an authorisation ends with its session", () => {
  expect(freeQuantity(holding({ realised_quantity: 10, used_quantity: 2, collateral_quantity: 3 }))).toBe(5);
  const authorised = holding({ authorised_quantity: 7, authorised_date: "2026-03-02" });
  expect(authorisedFor("2026-03-02", authorised)).toBe(7);
  expect(authorisedFor("2026-03-03", authorised)).toBe(0);
});
