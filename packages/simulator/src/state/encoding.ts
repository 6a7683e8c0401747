import type { MutualFund } from "../market/fund-list.ts";
import { type Instrument, keyOf } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";

/*
 * A value becomes JSON as it is, with four exceptions: instruments and funds are named, because everybody shares the same
 * objects; maps and numbers that JSON does not know are spelled out. Keys of others that begin with the mark get another one.
 */
const MARK = "$";

/** Turns a value into what JSON can hold. */
export function encode(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
  // one amount is reported as zero with a sign
  if (Object.is(value, -0)) return { $number: "-0" };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map) return { $map: [...value].map(([key, entry]) => [encode(key), encode(entry)]) };
  if (isInstrument(value)) return { $instrument: keyOf(value), expiry: value.expiry };
  if (isFund(value)) return { $fund: value.tradingsymbol };
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries.map(([key, entry]) => [escaped(key), encode(entry)]));
}

/**
 * Turns it back, with the instruments of a market.
 *
 * @throws {TypeError} that names an instrument or a fund that the market does not have.
 */
export function decode(value: unknown, market: Market): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => decode(entry, market));
  const record = value as Readonly<Record<string, unknown>>;
  if ("$number" in record) return Number(record.$number);
  if ("$instrument" in record) return instrumentOf(String(record.$instrument), String(record.expiry), market);
  if ("$fund" in record) return fundOf(String(record.$fund), market);
  if ("$map" in record) return new Map(decode(record.$map, market) as [unknown, unknown][]);
  return Object.fromEntries(Object.entries(record).map(([key, entry]) => [unescaped(key), decode(entry, market)]));
}

const isInstrument = (value: object): value is Instrument => "spot" in value && "freezeQuantity" in value;
const isFund = (value: object): value is MutualFund => "spot" in value && "settlement_type" in value;

const escaped = (key: string): string => (key.startsWith(MARK) ? MARK + key : key);
const unescaped = (key: string): string => (key.startsWith(MARK) ? key.slice(MARK.length) : key);

function instrumentOf(key: string, expiry: string, market: Market): Instrument {
  const instrument = market.recall(key, expiry);
  if (!instrument) throw new TypeError(`state: ${key} is not listed here`);
  return instrument;
}

function fundOf(isin: string, market: Market): MutualFund {
  const fund = market.mutualFunds.find(isin);
  if (!fund) throw new TypeError(`state: there is no fund ${isin}`);
  return fund;
}
