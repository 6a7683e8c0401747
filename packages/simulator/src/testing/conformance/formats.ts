import {
  check,
  finite,
  type GenericSchema,
  integer,
  minValue,
  nonEmpty,
  number,
  picklist,
  pipe,
  regex,
  string,
} from "valibot";

/**
 * Kinds of value of the reference tables. Strings that are enumerations there are picklists here: the real server may
 * add values, the simulated one has no reason to.
 */
export const str: GenericSchema<string> = string();
export const text: GenericSchema<string> = pipe(string(), nonEmpty());
export const int: GenericSchema<number> = pipe(number(), integer());
/** A quantity that has no side. */
export const count: GenericSchema<number> = pipe(number(), integer(), minValue(0));
export const num: GenericSchema<number> = pipe(number(), finite());
/** Rupees, percent or units that are never below zero. */
export const amount: GenericSchema<number> = pipe(number(), finite(), minValue(0));

/** `yyyy-mm-dd hh:mm:ss`, no zone. */
export const timestamp: GenericSchema<string> = pipe(
  string(),
  regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  check((value) => isMoment(value.replace(" ", "T")), "no such moment"),
);
export const midnight: GenericSchema<string> = pipe(string(), regex(/^\d{4}-\d\d-\d\d 00:00:00$/));
export const date: GenericSchema<string> = pipe(
  string(),
  regex(/^\d{4}-\d\d-\d\d$/),
  check((value) => isMoment(`${value}T00:00:00`), "no such day"),
);
/** Time of day without a date. */
export const timeOfDay: GenericSchema<string> = pipe(string(), regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/));
/** `2017-12-15T09:15:00+0530`: the offset has no colon. */
export const candleTime: GenericSchema<string> = pipe(string(), regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0530$/));

/** Lower-case SHA-256. */
export const checksum: GenericSchema<string> = pipe(string(), regex(/^[0-9a-f]{64}$/));
export const uuid: GenericSchema<string> = pipe(string(), regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
export const isin: GenericSchema<string> = pipe(string(), regex(/^IN[A-Z0-9]{9}\d$/));
/** 15 digits that begin with the date, or 19 of the newer kind. */
export const orderId: GenericSchema<string> = pipe(string(), regex(/^(\d{15}|\d{19})$/));
export const token: GenericSchema<number> = pipe(
  number(),
  integer(),
  check((value) => value > 0 && value < 2 ** 32),
);

export const tradingExchange: GenericSchema<string> = picklist(["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"]);
export const side: GenericSchema<string> = picklist(["BUY", "SELL"]);
export const orderType: GenericSchema<string> = picklist(["MARKET", "LIMIT", "SL", "SL-M"]);
export const variety: GenericSchema<string> = picklist(["regular", "amo", "co", "iceberg", "auction"]);
export const validity: GenericSchema<string> = picklist(["DAY", "IOC", "TTL"]);
/** What can be asked for, and with `CO` and `BO` what can be read. */
export const wantedProduct: GenericSchema<string> = picklist(["CNC", "NRML", "MIS", "MTF"]);
export const product: GenericSchema<string> = picklist(["CNC", "NRML", "MIS", "MTF", "CO", "BO"]);

/** Low byte of an instrument token by exchange; 9 stands for an index of any of them. */
const SEGMENT_BYTES: Readonly<Record<string, number>> = { NSE: 1, NFO: 2, CDS: 3, BSE: 4, BFO: 5, BCD: 6, MCX: 7 };

/** Whether a token says the same exchange as the row it is in. */
export function agrees(instrument_token: number, exchange: string): boolean {
  const segment = instrument_token % 256;
  return segment === SEGMENT_BYTES[exchange] || (segment === 9 && exchange !== "MCX");
}

function isMoment(text: string): boolean {
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
