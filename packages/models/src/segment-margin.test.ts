import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { sum } from "./price/arithmetic.ts";
import { SegmentMarginSchema } from "./segment-margin.ts";

const wire = {
  enabled: true,
  net: 99725.05000000002,
  available: {
    adhoc_margin: 0,
    cash: 245431.6,
    opening_balance: 245431.6,
    live_balance: 99725.05000000002,
    collateral: 0,
    intraday_payin: 0,
  },
  utilised: {
    debits: 145706.55,
    exposure: 38981.25,
    m2m_realised: 761.7,
    m2m_unrealised: 0,
    option_premium: 0,
    payout: 0,
    span: 101989,
    holding_sales: 0,
    turnover: 0,
    liquid_collateral: 0,
    stock_collateral: 0,
    delivery: 0,
  },
};

test("keeps every figure as it is, binary noise and all", () => {
  expect(parse(SegmentMarginSchema, { ...wire, i_am_new: true })).toEqual(wire);
});

test("takes the answers of older days, which lack six figures", () => {
  const { opening_balance, live_balance, ...available } = wire.available;
  const { turnover, liquid_collateral, stock_collateral, delivery, ...utilised } = wire.utilised;
  const older = { enabled: false, net: 0, available, utilised };
  expect(parse(SegmentMarginSchema, older)).toStrictEqual(older);
});

test("takes a payout of -0, which adds up to 0", () => {
  const answer = JSON.parse(JSON.stringify(wire).replace('"payout":0', '"payout":-0'));
  const { payout } = parse(SegmentMarginSchema, answer).utilised;
  expect(payout).toBe(-0);
  expect(sum([payout])).toBe(0);
});

test("names the fields of a wrong type", () => {
  const { issues } = safeParse(SegmentMarginSchema, {
    ...wire,
    enabled: 1,
    available: { ...wire.available, cash: "245431.6" },
    utilised: { ...wire.utilised, delivery: null },
  });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["enabled", "available.cash", "utilised.delivery"]);
});
