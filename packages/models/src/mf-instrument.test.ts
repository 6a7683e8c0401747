import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFInstrumentSchema } from "./mf-instrument.ts";

const wire = {
  tradingsymbol: "INF209K01157",
  amc: "BirlaSunLifeMutualFund_MF",
  name: "Aditya Birla Sun Life Advantage Fund",
  purchase_allowed: "1",
  redemption_allowed: "0",
  minimum_purchase_amount: "1000.0",
  purchase_amount_multiplier: "1.0",
  minimum_additional_purchase_amount: "1000",
  minimum_redemption_quantity: "0.001",
  redemption_quantity_multiplier: "0.001",
  dividend_type: "payout",
  scheme_type: "equity",
  plan: "regular",
  settlement_type: "T3",
  last_price: "106.8103",
  last_price_date: "2017-11-23",
};
const typed = {
  ...wire,
  purchase_allowed: true,
  redemption_allowed: false,
  minimum_purchase_amount: 1000,
  purchase_amount_multiplier: 1,
  minimum_additional_purchase_amount: 1000,
  minimum_redemption_quantity: 0.001,
  redemption_quantity_multiplier: 0.001,
  last_price: 106.8103,
};

test("reads numbers and flags from their texts", () => {
  expect(parse(MFInstrumentSchema, { ...wire, shiny_new_column: "1" })).toStrictEqual(typed);
});

test("takes kinds of fund that are new", () => {
  const odd = { scheme_type: "solution", settlement_type: "T5", plan: "institutional", dividend_type: "reinvest" };
  expect(parse(MFInstrumentSchema, { ...wire, ...odd })).toEqual({ ...typed, ...odd });
});

test.each(["", " 1", "1,000", "NaN", "Infinity", "0x10", "-", "1."])(
  "%j is no number, and stays as it came",
  (text) => {
    const { output, issues } = safeParse(MFInstrumentSchema, { ...wire, last_price: text });
    expect(output).toEqual({ ...typed, last_price: text });
    expect(issues?.map((issue) => getDotPath(issue))).toEqual(["last_price"]);
  },
);

test.each(["", "true", "2", "10"])("%j is no flag, and stays as it came", (text) => {
  const { output, issues } = safeParse(MFInstrumentSchema, { ...wire, purchase_allowed: text });
  expect(output).toEqual({ ...typed, purchase_allowed: text });
  expect(issues?.[0]?.message).toBe(`Invalid type: Expected 0 or 1 but received ${JSON.stringify(text)}`);
});

test("a short row hides no other, and names what it lacks", () => {
  const { last_price, last_price_date, ...short } = wire;
  const { output, issues } = safeParse(array(MFInstrumentSchema), [short, wire]);
  const { last_price: _, last_price_date: __, ...shortTyped } = typed;
  expect(output).toEqual([shortTyped, typed]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.last_price", "0.last_price_date"]);
});
