import type { Exchanges } from "../interfaces/index.ts";
import type { OrderType, Product, TransactionType, Variety } from "./vocabulary.ts";

/** Brokerage, taxes and fees, rupees. */
type ChargesData = {
  total: number;
  transaction_tax: number;
  /** `stt`, `ctt` or empty. */
  transaction_tax_type: string;
  exchange_turnover_charge: number;
  sebi_turnover_charge: number;
  brokerage: number;
  stamp_duty: number;
  gst: {
    igst: number;
    cgst: number;
    sgst: number;
    total: number;
  };
};

/** Margin of an order, rupees. With mode `compact`, the default, Kite may leave all but four fields away. */
export type Margin = {
  type: string;
  tradingsymbol: string;
  exchange: string;
  span: number;
  exposure: number;
  option_premium: number;
  additional: number;
  bo: number;
  cash: number;
  var: number;
  pnl: {
    realised: number;
    unrealised: number;
  };
  /** 1 for none. */
  leverage: number;
  charges: ChargesData;
  total: number;
};

/** Margins of several orders, without and with the benefit of covering each other. */
export type BasketMargins = {
  initial: Margin;
  final: Margin;
  orders: Margin[];
};

/** An order to compute with. */
export type MarginOrder = {
  exchange: Exchanges;
  tradingsymbol: string;
  transaction_type: TransactionType;
  variety: Variety;
  product: Product;
  order_type: OrderType;
  quantity: number;
  /** 0 for MARKET. */
  price: number;
  /** 0 when unused. */
  trigger_price: number;
};

/** An executed order, real or imagined. */
export type VirtualContractParam = {
  order_id: number | string;
  exchange: Exchanges;
  tradingsymbol: string;
  transaction_type: TransactionType;
  variety: Variety;
  product: Product;
  order_type: OrderType;
  quantity: number;
  /** Rupees per unit, not 0. */
  average_price: number;
};

/** What that order costs. */
export type VirtualContractResponse = {
  transaction_type: string;
  tradingsymbol: string;
  exchange: string;
  variety: string;
  product: string;
  order_type: string;
  quantity: number;
  price: number;
  charges: ChargesData;
};
