import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { InstrumentSchema } from "./instrument.ts";

const wire = {
  instrument_token: "12073986",
  exchange_token: "47164",
  tradingsymbol: "NIFTY2580724400CE",
  name: "NIFTY",
  last_price: "310.55",
  expiry: "2025-08-07",
  strike: "24400.0",
  tick_size: "0.05",
  lot_size: "75",
  instrument_type: "CE",
  segment: "NFO-OPT",
  exchange: "NFO",
};
const typed = {
  ...wire,
  instrument_token: 12073986,
  exchange_token: 47164,
  last_price: 310.55,
  strike: 24400,
  tick_size: 0.05,
  lot_size: 75,
};

test("reads numbers from the texts of the list, and keeps the expiry a calendar date", () => {
  expect(parse(InstrumentSchema, { ...wire, later: "1" })).toStrictEqual(typed);
});

test("a share has no expiry, and no strike whether it is written 0.0 or left out", () => {
  for (const strike of ["0.0", "0", ""]) {
    const share = parse(InstrumentSchema, { ...wire, name: "", expiry: "", strike, last_price: "0.0" });
    expect(share).toMatchObject({ name: "", expiry: null, strike: 0, last_price: 0 });
  }
});

test.each([
  ["instrument_token", ""],
  ["instrument_token", "1e3"],
  ["lot_size", " 75"],
  ["tick_size", "0x1"],
  ["last_price", "NaN"],
  ["strike", "24,400"],
  ["expiry", "07-08-2025"],
] as const)("%s %j is an issue", (column, text) => {
  const { output, issues } = safeParse(InstrumentSchema, { ...wire, [column]: text });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual([column]);
  expect(output).toEqual({ ...typed, [column]: text });
});

test("negative prices, segments and types of tomorrow are taken", () => {
  const odd = { ...wire, last_price: "-37.63", segment: "NCO-FUT", instrument_type: "SPREAD", exchange: "NCO" };
  expect(parse(InstrumentSchema, odd)).toMatchObject({ last_price: -37.63, segment: "NCO-FUT" });
});
