import type { Holding } from "../holding.ts";
import { flag, maybe, number, text, textOrNull, timeOrNull } from "./fields.ts";
import { type Fields, fieldsOf } from "./quick.ts";

export function readHolding(row: Fields<Holding>): Holding {
  const holding: Holding = {
    tradingsymbol: text(row.tradingsymbol),
    exchange: text(row.exchange),
    instrument_token: number(row.instrument_token),
    isin: text(row.isin),
    product: text(row.product),
    price: number(row.price),
    quantity: number(row.quantity),
    t1_quantity: number(row.t1_quantity),
    realised_quantity: number(row.realised_quantity),
    authorised_quantity: number(row.authorised_quantity),
    authorised_date: timeOrNull(row.authorised_date),
    opening_quantity: number(row.opening_quantity),
    collateral_quantity: number(row.collateral_quantity),
    collateral_type: textOrNull(row.collateral_type),
    discrepancy: flag(row.discrepancy),
    average_price: number(row.average_price),
    last_price: number(row.last_price),
    close_price: number(row.close_price),
    pnl: number(row.pnl),
    day_change: number(row.day_change),
    day_change_percentage: number(row.day_change_percentage),
  };
  if ("used_quantity" in row) holding.used_quantity = maybe(row.used_quantity, number);
  if ("authorisation" in row) holding.authorisation = row.authorisation;
  if ("short_quantity" in row) holding.short_quantity = maybe(row.short_quantity, number);
  if ("mtf" in row) holding.mtf = maybe(row.mtf, readFunding);
  return holding;
}

function readFunding(value: unknown): NonNullable<Holding["mtf"]> {
  const row = fieldsOf<NonNullable<Holding["mtf"]>>(value);
  return {
    quantity: number(row.quantity),
    used_quantity: number(row.used_quantity),
    average_price: number(row.average_price),
    value: number(row.value),
    initial_margin: number(row.initial_margin),
  };
}
