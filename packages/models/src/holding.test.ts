import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { HoldingSchema } from "./holding.ts";

const wire = {
  tradingsymbol: "AARON",
  exchange: "NSE",
  instrument_token: 263681,
  isin: "INE721Z01010",
  product: "CNC",
  price: 0,
  quantity: 1,
  used_quantity: 0,
  t1_quantity: 0,
  realised_quantity: 1,
  authorised_quantity: 0,
  authorised_date: "2025-01-17 00:00:00",
  authorisation: {},
  opening_quantity: 1,
  short_quantity: 0,
  collateral_quantity: 0,
  collateral_type: "",
  discrepancy: false,
  average_price: 161,
  last_price: 352.95,
  close_price: 352.35,
  pnl: 191.95,
  day_change: 0.6,
  day_change_percentage: 0.17028522775648,
  mtf: { quantity: 1000, used_quantity: 0, average_price: 100, value: 100000, initial_margin: 0 },
};
const typed = { ...wire, authorised_date: new Date("2025-01-16T18:30:00Z") };

test("reads the authorised date as a Date and keeps the rest", () => {
  expect(parse(HoldingSchema, { ...wire, shiny_new_field: 1 })).toEqual(typed);
});

test("takes an older row, which lacks four fields", () => {
  const { used_quantity, authorisation, short_quantity, mtf, ...older } = wire;
  const { used_quantity: _, authorisation: __, short_quantity: ___, mtf: ____, ...olderTyped } = typed;
  expect(parse(HoldingSchema, older)).toStrictEqual(olderTyped);
});

test.each([
  { authorised_date: "0001-01-01 00:00:00" },
  { authorised_date: "1970-01-01 00:00:00" },
  { authorised_date: "" },
  { authorised_date: null },
])("$authorised_date is no authorised date", (odd) => {
  expect(parse(HoldingSchema, { ...wire, ...odd }).authorised_date).toBeNull();
});

test("takes null for the collateral type, an authorisation of any shape and values Kite adds later", () => {
  const odd = {
    collateral_type: null,
    authorisation: { until: "17:30", parts: [1] },
    exchange: "NSEIX",
    product: "NEW",
  };
  expect(parse(HoldingSchema, { ...wire, ...odd })).toEqual({ ...typed, ...odd });
});

test("one odd row hides no other, and its own good fields are converted too", () => {
  const rows = [
    wire,
    { ...wire, tradingsymbol: "SBIN", quantity: "16", pnl: null },
    { ...wire, tradingsymbol: "INFY", authorised_date: "yesterday" },
    null,
    { ...wire, tradingsymbol: "TCS" },
  ];
  const { output, issues } = safeParse(array(HoldingSchema), rows);
  expect(output).toEqual([
    typed,
    { ...typed, tradingsymbol: "SBIN", quantity: "16", pnl: null },
    { ...typed, tradingsymbol: "INFY", authorised_date: "yesterday" },
    null,
    { ...typed, tradingsymbol: "TCS" },
  ]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["1.quantity", "1.pnl", "2.authorised_date", "3"]);
});

test("names a missing field, and a wrong one inside mtf", () => {
  const { isin, ...rest } = wire;
  const { output, issues } = safeParse(HoldingSchema, { ...rest, mtf: { ...wire.mtf, value: "100000" } });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["isin", "mtf.value"]);
  expect(output).toMatchObject({ authorised_date: typed.authorised_date, mtf: { ...wire.mtf, value: "100000" } });
});
