import type { ExchangeName } from "../market/instrument.ts";

/** Rates as shares of the turnover: 0.001 is 0.1 %. Charges without a side are taken from buyers and sellers. */
export interface ChargeRates {
  /** Of the turnover, at most `brokerageCap` rupees an order. Infinite for a flat fee. */
  readonly brokerage: number;
  readonly brokerageCap: number;
  readonly tax: { readonly buy: number; readonly sell: number };
  readonly stampOnBuy: number;
}

/** What kind of trade it is, as the price list tells them apart. Options are charged on their premium. */
export type TradeKind = "delivery" | "intraday" | "financed" | ContractKind;
type ContractKind = "future" | "option";

/** A share of the turnover of shares and futures, and one of the premium of options. */
interface TurnoverRate {
  readonly plain: number;
  readonly option: number;
}

/** Everything that is charged for trades. */
export interface PriceList {
  readonly equity: Readonly<Record<TradeKind, ChargeRates>>;
  readonly currency: Readonly<Record<ContractKind, ChargeRates>>;
  readonly commodity: Readonly<Record<ContractKind, ChargeRates>>;
  /** What the exchange asks for. */
  readonly exchange: Readonly<Record<ExchangeName, TurnoverRate>>;
  /** What its fund for the protection of investors asks for: told as part of the exchange's charge, but free of GST. */
  readonly protectionFund: Readonly<Partial<Record<ExchangeName, TurnoverRate>>>;
  readonly sebi: number;
  /** On brokerage and on the charges of exchange and regulator. */
  readonly gst: number;
}

/** Options pay the cap, however small the premium. */
const FLAT = Number.POSITIVE_INFINITY;

/** The broker's list, with the transaction taxes of April 2026. @see https://zerodha.com/charges/ */
export const PRICE_LIST: PriceList = {
  equity: {
    delivery: { brokerage: 0, brokerageCap: 0, tax: { buy: 0.001, sell: 0.001 }, stampOnBuy: 0.00015 },
    intraday: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0.00025 }, stampOnBuy: 0.00003 },
    financed: { brokerage: 0.003, brokerageCap: 20, tax: { buy: 0.001, sell: 0.001 }, stampOnBuy: 0.00015 },
    future: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0.0005 }, stampOnBuy: 0.00002 },
    option: { brokerage: FLAT, brokerageCap: 20, tax: { buy: 0, sell: 0.0015 }, stampOnBuy: 0.00003 },
  },
  currency: {
    future: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0 }, stampOnBuy: 0.000001 },
    option: { brokerage: FLAT, brokerageCap: 20, tax: { buy: 0, sell: 0 }, stampOnBuy: 0.000001 },
  },
  commodity: {
    future: { brokerage: 0.0003, brokerageCap: 20, tax: { buy: 0, sell: 0.0001 }, stampOnBuy: 0.00002 },
    option: { brokerage: FLAT, brokerageCap: 20, tax: { buy: 0, sell: 0.0005 }, stampOnBuy: 0.00003 },
  },
  exchange: {
    NSE: { plain: 0.0000297, option: 0 },
    BSE: { plain: 0.0000375, option: 0 },
    NFO: { plain: 0.0000173, option: 0.0003503 },
    BFO: { plain: 0, option: 0.000325 },
    CDS: { plain: 0.0000035, option: 0.000311 },
    BCD: { plain: 0.0000045, option: 0.00001 },
    MCX: { plain: 0.000021, option: 0.000418 },
  },
  // ten rupees a crore, and fifty a crore of premium; the list shows NSE's rates with these in: 0.00307, 0.00183, 0.03553 %
  protectionFund: { NSE: { plain: 0.000001, option: 0 }, NFO: { plain: 0.000001, option: 0.000005 } },
  // ten rupees a crore
  sebi: 0.000001,
  gst: 0.18,
};

export function ratesOf(
  { commodity, currency, equity }: PriceList,
  exchange: ExchangeName,
  kind: TradeKind,
): ChargeRates {
  const contract = kind === "option" ? "option" : "future";
  if (exchange === "MCX") return commodity[contract];
  if (exchange === "CDS" || exchange === "BCD") return currency[contract];
  return equity[kind];
}

export function turnoverRates(
  { exchange: charges, protectionFund }: PriceList,
  exchange: ExchangeName,
  kind: TradeKind,
): { readonly exchange: number; readonly fund: number } {
  const part = kind === "option" ? "option" : "plain";
  return { exchange: charges[exchange][part], fund: protectionFund[exchange]?.[part] ?? 0 };
}
