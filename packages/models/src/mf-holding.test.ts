import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFHoldingSchema } from "./mf-holding.ts";

const wire = {
  folio: "3108290884",
  fund: "Aditya Birla Sun Life Frontline Equity Fund - Direct Plan",
  tradingsymbol: "INF209K01VA3",
  average_price: 78.43,
  last_price: 84.86,
  last_price_date: "",
  pnl: 0,
  quantity: 382.488,
  pledged_quantity: 0,
};

test("keeps a row as it is; its day may be empty", () => {
  expect(parse(MFHoldingSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(wire);
});

test("takes a row without a folio, and one that says nothing of a pledge", () => {
  const { pledged_quantity, ...rest } = wire;
  expect(parse(MFHoldingSchema, { ...rest, folio: null })).toStrictEqual({ ...rest, folio: null });
});

test("one odd row hides no other", () => {
  const { output, issues } = safeParse(array(MFHoldingSchema), [{ ...wire, quantity: "382.488" }, wire]);
  expect(output).toEqual([{ ...wire, quantity: "382.488" }, wire]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.quantity"]);
});
