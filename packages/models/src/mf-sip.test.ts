import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFSIPSchema } from "./mf-sip.ts";

const wire = {
  sip_id: "181635213661372",
  tradingsymbol: "INF209K01UN8",
  fund: "Aditya Birla Sun Life Liquid Fund - Direct Plan",
  dividend_type: "growth",
  transaction_type: "BUY",
  status: "ACTIVE",
  sip_type: "sip",
  sip_reg_num: null,
  created: "2021-05-05 05:56:27",
  last_instalment: "2021-07-05 05:33:00",
  next_instalment: "2021-08-05",
  frequency: "monthly",
  instalment_amount: 1000,
  instalments: -1,
  pending_instalments: -1,
  completed_instalments: 3,
  instalment_day: 5,
  trigger_price: 0,
  step_up: { "15-02": 10 },
  tag: "coiniossip",
};
const typed = { ...wire, created: new Date("2021-05-05T00:26:27Z"), last_instalment: new Date("2021-07-05T00:03:00Z") };

test("reads both times as Dates; the next instalment is a day and stays text", () => {
  expect(parse(MFSIPSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(typed);
});

test("takes one kept at the fund house, without a step up", () => {
  const amc = { sip_type: "amc_sip", sip_reg_num: "15158182", instalments: 9999, step_up: {}, tag: null };
  expect(parse(MFSIPSchema, { ...wire, ...amc })).toEqual({ ...typed, ...amc });
});

test("takes the source of the money, which a single SIP brings, and a SIP before its first instalment", () => {
  const { fund_source, last_instalment } = parse(MFSIPSchema, { ...wire, fund_source: "pool", last_instalment: "" });
  expect({ fund_source, last_instalment }).toEqual({ fund_source: "pool", last_instalment: null });
});

test("takes values that Kite adds later", () => {
  const odd = { dividend_type: "idcw", status: "LAPSED", frequency: "daily", sip_type: "flexi" };
  expect(parse(MFSIPSchema, { ...wire, ...odd })).toEqual({ ...typed, ...odd });
});

test("one odd row hides no other", () => {
  const odd = { ...wire, instalment_amount: null, step_up: { "15-02": "10" } };
  const { output, issues } = safeParse(array(MFSIPSchema), [odd, wire]);
  expect(output).toEqual([{ ...typed, instalment_amount: null, step_up: { "15-02": "10" } }, typed]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.instalment_amount", "0.step_up.15-02"]);
});
