import type { Instrument } from "../types/market.ts";
import type { MFInstrument } from "../types/mutual-fund.ts";
import { csvObjects } from "./csv.ts";

/** A day, as midnight UTC; a text that is none stays as it is. */
const day = (text: string | undefined): unknown => (text?.length === 10 ? new Date(text) : text);

const number = (text: string | undefined): number => Number.parseFloat(text ?? "");

const flag = (text: string | undefined): boolean => Boolean(Number.parseInt(text ?? "", 10));

/** Reads the list of instruments: prices and sizes as numbers, tokens as texts. */
export function instrumentRows(csv: string): Instrument[] {
  return csvObjects(csv).map((row) => ({
    ...row,
    last_price: number(row.last_price),
    strike: number(row.strike),
    tick_size: number(row.tick_size),
    lot_size: Number.parseInt(row.lot_size ?? "", 10),
    expiry: day(row.expiry),
  })) as unknown as Instrument[];
}

/** Reads the list of funds: amounts as numbers, permissions as booleans. `minimum_redemption_quantity` stays a text. */
export function mfInstrumentRows(csv: string): MFInstrument[] {
  return csvObjects(csv).map((row) => ({
    ...row,
    minimum_purchase_amount: number(row.minimum_purchase_amount),
    purchase_amount_multiplier: number(row.purchase_amount_multiplier),
    minimum_additional_purchase_amount: number(row.minimum_additional_purchase_amount),
    redemption_quantity_multiplier: number(row.redemption_quantity_multiplier),
    last_price: number(row.last_price),
    purchase_allowed: flag(row.purchase_allowed),
    redemption_allowed: flag(row.redemption_allowed),
    last_price_date: day(row.last_price_date),
  })) as unknown as MFInstrument[];
}
