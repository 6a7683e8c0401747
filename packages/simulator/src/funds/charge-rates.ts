import type { ExchangeName } from "../market/instrument.ts";

/** Rates as shares of the turnover: 0.001 is 0.1 %. Charges without a side are taken from buyers and sellers. */
export interface ChargeRates {
  /** Of the turnover, at most `brokerageCap` rupees an order. Infinite for a flat fee. */
  readonly brokerage: number;
  readonly brokerageCap: number;
  readonly tax: { readonly buy: number; readonly sell: number };
  readonly stampOnBuy: number;
}

/** What kind of trade it is, as the price list tells them apart. */
export type TradeKind = "delivery" | "intraday" | "financed" | "future" | "option";

/** Options pay the cap, however small the premium. */
const FLAT = Number.POSITIVE_INFINITY;

const EQUITY: Readonly<Record<TradeKind, ChargeRates>> = {
  delivery: { brokerage: 0, brokerageCap: 0, tax: { buy: 0.001, sell: 0.001 }, stampOnBuy: 0.00015 },
  intraday: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0.00025 }, stampOnBuy: 0.00003 },
  financed: { brokerage: 0.003, brokerageCap: 20, tax: { buy: 0.001, sell: 0.001 }, stampOnBuy: 0.00015 },
  future: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0.0005 }, stampOnBuy: 0.00002 },
  option: { brokerage: FLAT, brokerageCap: 20, tax: { buy: 0, sell: 0.0015 }, stampOnBuy: 0.00003 },
};

const CURRENCY: Pick<Readonly<Record<TradeKind, ChargeRates>>, "future" | "option"> = {
  future: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0 }, stampOnBuy: 0.000001 },
  option: { brokerage: FLAT, brokerageCap: 20, tax: { buy: 0, sell: 0 }, stampOnBuy: 0.000001 },
};

const COMMODITY: Pick<Readonly<Record<TradeKind, ChargeRates>>, "future" | "option"> = {
  future: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0.0001 }, stampOnBuy: 0.00002 },
  option: { brokerage: FLAT, brokerageCap: 20, tax: { buy: 0, sell: 0.0005 }, stampOnBuy: 0.00003 },
};

/** Turnover charge of the exchange, for options on the premium. */
const EXCHANGE_CHARGES: Readonly<Record<ExchangeName, { readonly plain: number; readonly option: number }>> = {
  NSE: { plain: 0.0000297, option: 0 },
  BSE: { plain: 0.0000375, option: 0 },
  NFO: { plain: 0.0000173, option: 0.0003503 },
  BFO: { plain: 0, option: 0.000325 },
  CDS: { plain: 0.0000035, option: 0.000311 },
  BCD: { plain: 0.0000045, option: 0.00001 },
  MCX: { plain: 0.000021, option: 0.000418 },
};

/** Ten rupees per crore. */
export const SEBI_CHARGE = 0.000001;

/** On brokerage and on the charges of exchange and regulator. */
export const GST = 0.18;

export function ratesOf(exchange: ExchangeName, kind: TradeKind): ChargeRates {
  const contract = kind === "option" ? "option" : "future";
  if (exchange === "MCX") return COMMODITY[contract];
  if (exchange === "CDS" || exchange === "BCD") return CURRENCY[contract];
  return EQUITY[kind];
}

export function exchangeCharge(exchange: ExchangeName, kind: TradeKind): number {
  return EXCHANGE_CHARGES[exchange][kind === "option" ? "option" : "plain"];
}
