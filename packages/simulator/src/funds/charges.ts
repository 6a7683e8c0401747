import { type Instrument, isEquity } from "../market/instrument.ts";
import type { Product, Side } from "../portfolio/position.ts";
import { PRICE_LIST, type PriceList, ratesOf, type TradeKind, turnoverRates } from "./charge-rates.ts";

/** What a trade costs besides its price; rupees. The parts add up to the total. */
export interface Charges {
  readonly transaction_tax: number;
  /** Securities or commodities, or `""` where there is none. */
  readonly transaction_tax_type: "stt" | "ctt" | "";
  readonly exchange_turnover_charge: number;
  readonly sebi_turnover_charge: number;
  readonly brokerage: number;
  readonly stamp_duty: number;
  readonly gst: { readonly igst: number; readonly cgst: number; readonly sgst: number; readonly total: number };
  readonly total: number;
}

/** A trade of a quantity at a price in rupees. */
export interface ChargedTrade {
  readonly instrument: Instrument;
  readonly product: Product;
  readonly side: Side;
  readonly quantity: number;
  readonly price: number;
}

/** How stamp duty is rounded: contract notes tell rupees, the margin calculator paise. Both do so in their published samples. */
export type StampUnit = 1 | 0.01;

/** @param stampUnit - What stamp duty is a multiple of, rupees. */
export function chargesOf(trade: ChargedTrade, stampUnit: StampUnit, prices: PriceList = PRICE_LIST): Charges {
  const { instrument, product, side, quantity, price } = trade;
  const { exchange, multiplier } = instrument;
  const kind = kindOf(instrument, product);
  const rates = ratesOf(prices, exchange, kind);
  const charged = turnoverRates(prices, exchange, kind);
  const turnover = quantity * multiplier * price;
  const brokerage = turnover === 0 ? 0 : rounded(Math.min(rates.brokerageCap, turnover * rates.brokerage));
  const sebi_turnover_charge = rounded(turnover * prices.sebi);
  const igst = rounded((brokerage + turnover * charged.exchange + sebi_turnover_charge) * prices.gst);
  const stamp = side === "BUY" ? turnover * rates.stampOnBuy : 0;
  return withTotal({
    transaction_tax: rounded(turnover * (side === "BUY" ? rates.tax.buy : rates.tax.sell)),
    transaction_tax_type: taxTypeOf(instrument),
    exchange_turnover_charge: rounded(turnover * (charged.exchange + charged.fund)),
    sebi_turnover_charge,
    brokerage,
    stamp_duty: rounded(Math.round(stamp / stampUnit) * stampUnit),
    gst: { igst, cgst: 0, sgst: 0, total: igst },
  });
}

/** Charges of several trades together. */
export function sumCharges(all: readonly Charges[]): Charges {
  const sum = (pick: (charges: Charges) => number): number =>
    rounded(all.reduce((total, charges) => total + pick(charges), 0));
  const igst = sum(({ gst }) => gst.igst);
  return withTotal({
    transaction_tax: sum(({ transaction_tax }) => transaction_tax),
    transaction_tax_type: all.find(({ transaction_tax_type }) => transaction_tax_type)?.transaction_tax_type ?? "",
    exchange_turnover_charge: sum(({ exchange_turnover_charge }) => exchange_turnover_charge),
    sebi_turnover_charge: sum(({ sebi_turnover_charge }) => sebi_turnover_charge),
    brokerage: sum(({ brokerage }) => brokerage),
    stamp_duty: sum(({ stamp_duty }) => stamp_duty),
    gst: { igst, cgst: 0, sgst: 0, total: igst },
  });
}

function withTotal(parts: Omit<Charges, "total">): Charges {
  const { transaction_tax, exchange_turnover_charge, sebi_turnover_charge, brokerage, stamp_duty, gst } = parts;
  const total = transaction_tax + exchange_turnover_charge + sebi_turnover_charge + brokerage + stamp_duty + gst.total;
  return { ...parts, total: rounded(total) };
}

function kindOf({ exchange, instrument_type }: Instrument, product: Product): TradeKind {
  if (!isEquity(exchange)) return instrument_type === "FUT" ? "future" : "option";
  if (product === "CNC") return "delivery";
  return product === "MTF" ? "financed" : "intraday";
}

function taxTypeOf({ exchange }: Instrument): Charges["transaction_tax_type"] {
  if (exchange === "CDS" || exchange === "BCD") return "";
  return exchange === "MCX" ? "ctt" : "stt";
}

/** Eight decimals, as many as the published samples have, and no noise behind them. */
const rounded = (rupees: number): number => Math.round(rupees * 1e8) / 1e8;
