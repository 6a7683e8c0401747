import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { UserMarginsSchema } from "./user-margins.ts";

const segment = {
  enabled: true,
  net: 1000.5,
  available: { adhoc_margin: 0, cash: 1000.5, collateral: 0, intraday_payin: 0 },
  utilised: {
    debits: 0,
    exposure: 0,
    m2m_realised: 0,
    m2m_unrealised: 0,
    option_premium: 0,
    payout: 0,
    span: 0,
    holding_sales: 0,
  },
};

test("keeps both segments", () => {
  const wire = { equity: segment, commodity: { ...segment, enabled: false, net: 0 } };
  expect(parse(UserMarginsSchema, wire)).toEqual(wire);
});

test("names the segment and the field of a wrong type", () => {
  const { issues } = safeParse(UserMarginsSchema, { equity: segment, commodity: { ...segment, net: "0" } });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["commodity.net"]);
});
