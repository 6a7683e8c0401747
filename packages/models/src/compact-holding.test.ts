import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { CompactHoldingSchema } from "./compact-holding.ts";

const wire = { exchange: "BSE", tradingsymbol: "SBIN", instrument_token: 128028676, t1_quantity: 0, quantity: 16 };

test("keeps the row", () => {
  expect(parse(CompactHoldingSchema, { ...wire, last_price: 1 })).toEqual(wire);
});

test("names the field of a wrong type", () => {
  const { issues } = safeParse(CompactHoldingSchema, { ...wire, t1_quantity: null });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["t1_quantity"]);
});
