import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFHoldingTradeSchema } from "./mf-holding-trade.ts";

const wire = {
  fund: "Kotak Select Focus Fund - Direct Plan",
  tradingsymbol: "INF174K01LS2",
  average_price: 30.729,
  variety: "regular",
  exchange_timestamp: "2017-09-08",
  amount: 5000,
  folio: null,
  quantity: 162.71,
};

test("keeps a row as it is, with or without a day and a folio", () => {
  expect(parse(MFHoldingTradeSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(wire);
  const odd = { ...wire, exchange_timestamp: null, folio: "385080203" };
  expect(parse(MFHoldingTradeSchema, odd)).toEqual(odd);
});

test("names a wrong field", () => {
  const { issues } = safeParse(MFHoldingTradeSchema, { ...wire, amount: "5000" });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["amount"]);
});
