import {
  array,
  boolean,
  check,
  type GenericSchema,
  nullable,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from "valibot";
import {
  agrees,
  amount,
  count,
  int,
  isin,
  midnight,
  num,
  product,
  str,
  text,
  token,
  tradingExchange,
} from "./formats.ts";

const row = {
  tradingsymbol: text,
  exchange: picklist(["NSE", "BSE"]),
  instrument_token: token,
  isin,
  product: picklist(["CNC", "MTF"]),
  price: amount,
  quantity: int,
  t1_quantity: count,
  realised_quantity: count,
  authorised_quantity: count,
  authorised_date: midnight,
  opening_quantity: count,
  collateral_quantity: count,
  collateral_type: nullable(str),
  discrepancy: boolean(),
  average_price: amount,
  last_price: amount,
  close_price: amount,
  pnl: num,
  day_change: num,
  day_change_percentage: num,
};

/** 5.1; the optional keys are missing in older rows. */
export const holding: GenericSchema = pipe(
  strictObject({
    ...row,
    used_quantity: optional(count),
    authorisation: optional(strictObject({})),
    short_quantity: optional(count),
    mtf: optional(
      strictObject({
        quantity: count,
        used_quantity: count,
        average_price: amount,
        value: amount,
        initial_margin: amount,
      }),
    ),
  }),
  check((one) => agrees(one.instrument_token, one.exchange), "token of another exchange"),
);

/** 5.2. */
export const holdingsSummary: GenericSchema = strictObject({
  total_pnl: num,
  total_pnl_percent: num,
  today_pnl: num,
  today_pnl_percent: num,
  invested_amount: amount,
  current_value: amount,
});
export const compactHolding: GenericSchema = strictObject({
  exchange: picklist(["NSE", "BSE"]),
  tradingsymbol: text,
  instrument_token: token,
  t1_quantity: count,
  quantity: int,
});

/** 5.3: the token of the auction market ends in the byte 10. */
export const auction: GenericSchema = pipe(
  strictObject({ ...row, auction_number: pipe(string(), regex(/^\d+$/)) }),
  check(({ instrument_token }) => instrument_token % 256 === 10, "no auction token"),
);

/** 5.4. */
export const authorisation: GenericSchema = strictObject({ request_id: text });

const position = pipe(
  strictObject({
    tradingsymbol: text,
    exchange: tradingExchange,
    product,
    instrument_token: token,
    quantity: int,
    overnight_quantity: int,
    multiplier: amount,
    average_price: amount,
    close_price: amount,
    last_price: amount,
    value: num,
    pnl: num,
    m2m: num,
    unrealised: num,
    realised: num,
    buy_quantity: count,
    sell_quantity: count,
    buy_price: amount,
    sell_price: amount,
    buy_value: amount,
    sell_value: amount,
    buy_m2m: amount,
    sell_m2m: amount,
    day_buy_quantity: count,
    day_sell_quantity: count,
    day_buy_price: amount,
    day_sell_price: amount,
    day_buy_value: amount,
    day_sell_value: amount,
  }),
  check((one) => agrees(one.instrument_token, one.exchange), "token of another exchange"),
);

/** 5.5. */
export const positions: GenericSchema = strictObject({ net: array(position), day: array(position) });
