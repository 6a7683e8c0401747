import { check, type GenericSchema, literal, picklist, pipe, regex, strictObject, string, union } from "valibot";
import { date, isin, text } from "./formats.ts";

const digits = pipe(string(), regex(/^\d+$/));
const decimal = pipe(string(), regex(/^\d+(\.\d+)?$/));
const flag = picklist(["0", "1"]);

/** 6.1; `exchange_token` is the upper part of `instrument_token`. */
export const instrumentRow: GenericSchema = pipe(
  strictObject({
    instrument_token: digits,
    exchange_token: digits,
    tradingsymbol: text,
    name: string(),
    last_price: decimal,
    expiry: union([date, literal("")]),
    strike: union([decimal, literal("")]),
    tick_size: decimal,
    lot_size: digits,
    instrument_type: picklist(["EQ", "FUT", "CE", "PE"]),
    segment: pipe(string(), regex(/^(NSE|BSE|INDICES|MCX|(NFO|BFO|CDS|BCD|MCX)-(FUT|OPT))$/)),
    exchange: picklist(["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"]),
  }),
  check((row) => Number(row.exchange_token) === Math.floor(Number(row.instrument_token) / 256), "tokens disagree"),
  check((row) => (row.expiry === "") === (row.instrument_type === "EQ"), "expiry of another kind of instrument"),
  check(({ instrument_type, strike }) => Number(strike) > 0 === /^[CP]E$/.test(instrument_type), "strike of no option"),
);

/** 7.6. */
export const fundRow: GenericSchema = strictObject({
  tradingsymbol: isin,
  amc: text,
  name: text,
  purchase_allowed: flag,
  redemption_allowed: flag,
  minimum_purchase_amount: decimal,
  purchase_amount_multiplier: decimal,
  minimum_additional_purchase_amount: decimal,
  minimum_redemption_quantity: decimal,
  redemption_quantity_multiplier: decimal,
  dividend_type: picklist(["growth", "payout"]),
  scheme_type: picklist(["equity", "debt", "elss", "balanced", "fof", "liquid"]),
  plan: picklist(["direct", "regular"]),
  settlement_type: pipe(string(), regex(/^T\d$/)),
  last_price: decimal,
  last_price_date: date,
});

/** Columns in the order in which the dumps have them. */
export const INSTRUMENT_COLUMNS: readonly string[] = [
  "instrument_token",
  "exchange_token",
  "tradingsymbol",
  "name",
  "last_price",
  "expiry",
  "strike",
  "tick_size",
  "lot_size",
  "instrument_type",
  "segment",
  "exchange",
];
export const FUND_COLUMNS: readonly string[] = [
  "tradingsymbol",
  "amc",
  "name",
  "purchase_allowed",
  "redemption_allowed",
  "minimum_purchase_amount",
  "purchase_amount_multiplier",
  "minimum_additional_purchase_amount",
  "minimum_redemption_quantity",
  "redemption_quantity_multiplier",
  "dividend_type",
  "scheme_type",
  "plan",
  "settlement_type",
  "last_price",
  "last_price_date",
];
