import type { Charges, CompactMargin, Order, OrderMargin, OrderWire, Trade, TradeWire } from "@kite/models";

/** Ten shares at a limit. */
export const limitOrder: {
  readonly variety: "regular";
  readonly exchange: "NSE";
  readonly tradingsymbol: string;
  readonly transaction_type: "BUY";
  readonly quantity: number;
  readonly product: "CNC";
  readonly order_type: "LIMIT";
  readonly price: number;
} = {
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 10,
  product: "CNC",
  order_type: "LIMIT",
  price: 1420.5,
};

/** An order that has filled, as the order book shows it. */
export const completeWire: OrderWire = {
  placed_by: "XX0000",
  order_id: "220303000308932",
  exchange_order_id: "1000000001482421",
  parent_order_id: null,
  status: "COMPLETE",
  status_message: null,
  status_message_raw: null,
  order_timestamp: "2022-03-03 09:24:25",
  exchange_update_timestamp: "2022-03-03 09:24:25",
  exchange_timestamp: "2022-03-03 09:24:25",
  variety: "regular",
  modified: false,
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  order_type: "LIMIT",
  transaction_type: "BUY",
  validity: "DAY",
  validity_ttl: 0,
  product: "CNC",
  quantity: 1,
  disclosed_quantity: 0,
  price: 470.25,
  trigger_price: 0,
  average_price: 470.2,
  filled_quantity: 1,
  pending_quantity: 0,
  cancelled_quantity: 0,
  market_protection: 0,
  meta: {},
  tag: null,
  guid: "1234X0000",
};
const time = new Date("2022-03-03T03:54:25Z");
export const complete: Order = {
  ...completeWire,
  instrument_token: 779521,
  order_timestamp: time,
  exchange_update_timestamp: time,
  exchange_timestamp: time,
};

/** One share, filled at once. */
export const tradeWire: TradeWire = {
  trade_id: "10000000",
  order_id: "220303000308932",
  exchange_order_id: "1000000001482421",
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  product: "CNC",
  transaction_type: "BUY",
  average_price: 470.2,
  quantity: 1,
  fill_timestamp: "2022-03-03 09:24:25",
  order_timestamp: "09:24:24",
  exchange_timestamp: "2022-03-03 09:24:25",
};
export const trade: Trade = {
  ...tradeWire,
  instrument_token: 779521,
  quantity: 1,
  fill_timestamp: time,
  order_timestamp: new Date("2022-03-03T03:54:24Z"),
  exchange_timestamp: time,
};

export const charges: Charges = {
  transaction_tax: 1.498,
  transaction_tax_type: "stt",
  exchange_turnover_charge: 0.05,
  sebi_turnover_charge: 0.001,
  brokerage: 20,
  stamp_duty: 0.22,
  gst: { igst: 3.6, cgst: 0, sgst: 0, total: 3.6 },
  total: 25.369,
};
export const margin: OrderMargin = {
  type: "equity",
  tradingsymbol: "INFY",
  exchange: "NSE",
  span: 0,
  exposure: 0,
  option_premium: 0,
  additional: 0,
  bo: 0,
  cash: 0,
  var: 14205,
  pnl: { realised: 0, unrealised: 0 },
  leverage: 1,
  charges,
  total: 14205,
};
export const compactMargin: CompactMargin = { type: "equity", tradingsymbol: "INFY", exchange: "NSE", total: 14205 };
