import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { LTPQuoteSchema } from "./ltp-quote.ts";
import { OHLCQuoteSchema } from "./ohlc-quote.ts";

const ltp = { instrument_token: 256265, last_price: 24853.15 };
const ohlc = { ...ltp, ohlc: { open: 24800, high: 24900.05, low: 24750, close: 24801.9 } };

test("both short quotes keep their fields, and a token that comes as digits is a number", () => {
  expect(parse(LTPQuoteSchema, { ...ltp, instrument_token: "256265", later: 1 })).toStrictEqual(ltp);
  expect(parse(OHLCQuoteSchema, { ...ohlc, later: 1 })).toStrictEqual(ohlc);
});

test("a missing price is named", () => {
  const paths = (issues: Parameters<typeof getDotPath>[0][] | undefined) => issues?.map((issue) => getDotPath(issue));
  expect(paths(safeParse(LTPQuoteSchema, { instrument_token: 1 }).issues)).toEqual(["last_price"]);
  const { close, ...rest } = ohlc.ohlc;
  expect(paths(safeParse(OHLCQuoteSchema, { ...ohlc, ohlc: rest }).issues)).toEqual(["ohlc.close"]);
});
