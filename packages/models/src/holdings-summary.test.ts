import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { HoldingsSummarySchema } from "./holdings-summary.ts";

const wire = {
  total_pnl: 6798.23595,
  total_pnl_percent: 16.563125,
  today_pnl: -76.8,
  today_pnl_percent: -0.160269,
  invested_amount: 41044.40405,
  current_value: 47842.64,
};

test("keeps the totals", () => {
  expect(parse(HoldingsSummarySchema, { ...wire, shiny_new_field: 1 })).toEqual(wire);
});

test("names the field of a wrong type", () => {
  const { issues } = safeParse(HoldingsSummarySchema, { ...wire, today_pnl: "-76.8" });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["today_pnl"]);
});
