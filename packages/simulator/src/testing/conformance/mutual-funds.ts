import {
  array,
  type GenericSchema,
  integer,
  literal,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
} from "valibot";
import { amount, count, date, int, isin, num, side, text, timestamp, uuid } from "./formats.ts";

/** 7.1. */
export const fundOrder: GenericSchema = strictObject({
  order_id: uuid,
  exchange_order_id: nullable(text),
  tradingsymbol: isin,
  fund: text,
  // the reference knows four, and suspects more
  status: picklist(["COMPLETE", "REJECTED", "CANCELLED", "OPEN", "PROCESSING"]),
  status_message: nullable(text),
  folio: nullable(text),
  order_timestamp: timestamp,
  exchange_timestamp: nullable(date),
  settlement_id: nullable(text),
  transaction_type: side,
  amount,
  quantity: amount,
  variety: picklist(["regular", "sip", "amc_sip"]),
  purchase_type: nullable(picklist(["FRESH", "ADDITIONAL"])),
  price: optional(amount),
  last_price: amount,
  average_price: amount,
  last_price_date: date,
  placed_by: text,
  tag: nullable(text),
});
export const fundOrderId: GenericSchema = strictObject({ order_id: uuid });

/** -1 goes on for ever. */
const instalments = pipe(number(), integer(), minValue(-1));
const sipEntries = {
  sip_id: text,
  tradingsymbol: isin,
  fund: text,
  dividend_type: picklist(["growth", "payout", "idcw"]),
  transaction_type: side,
  status: picklist(["ACTIVE", "PAUSED", "CANCELLED"]),
  sip_type: picklist(["sip", "amc_sip"]),
  sip_reg_num: nullable(text),
  created: timestamp,
  last_instalment: timestamp,
  next_instalment: date,
  frequency: picklist(["weekly", "monthly", "quarterly"]),
  instalment_amount: amount,
  instalments,
  pending_instalments: instalments,
  completed_instalments: count,
  instalment_day: count,
  trigger_price: num,
  step_up: record(pipe(string(), regex(/^\d\d-\d\d$/)), int),
  tag: nullable(text),
};

/** 7.3; only the answer about one of them tells where the money comes from. */
export const sips: GenericSchema = array(strictObject(sipEntries));
export const sip: GenericSchema = strictObject({ ...sipEntries, fund_source: optional(literal("pool")) });

/** 7.4. */
export const placedSip: GenericSchema = strictObject({ sip_id: text, order_id: optional(nullable(uuid)) });
export const sipId: GenericSchema = strictObject({ sip_id: text });

/** 7.5. */
export const fundHoldings: GenericSchema = array(
  strictObject({
    folio: nullable(text),
    fund: text,
    tradingsymbol: isin,
    average_price: amount,
    last_price: amount,
    last_price_date: union([date, literal("")]),
    pnl: num,
    quantity: amount,
    pledged_quantity: optional(amount),
  }),
);
export const fundPurchases: GenericSchema = array(
  strictObject({
    fund: text,
    tradingsymbol: isin,
    average_price: amount,
    variety: picklist(["regular", "sip", "amc_sip"]),
    exchange_timestamp: union([date, timestamp]),
    amount,
    folio: nullable(text),
    quantity: amount,
  }),
);
export const allotments: GenericSchema = array(isin);
