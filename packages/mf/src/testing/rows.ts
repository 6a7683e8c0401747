import type {
  MFHoldingTradeWire,
  MFHoldingWire,
  MFInstrument,
  MFOrder,
  MFOrderWire,
  MFSIP,
  MFSIPWire,
} from "@kite/models";

/** A purchase that waits for its payment. */
export const orderWire: MFOrderWire = {
  order_id: "867572b3-3a24-4ee7-b9ba-c1b6c5b1d8d5",
  exchange_order_id: null,
  tradingsymbol: "INF174K01LS2",
  fund: "Kotak Select Focus Fund - Direct Plan",
  status: "OPEN",
  status_message: "Payment is awaited",
  folio: null,
  order_timestamp: "2021-06-30 08:04:11",
  exchange_timestamp: "2021-06-30",
  settlement_id: null,
  transaction_type: "BUY",
  amount: 10000,
  quantity: 0,
  variety: "regular",
  purchase_type: "FRESH",
  last_price: 61.4536,
  average_price: 0,
  last_price_date: "2021-06-29",
  placed_by: "AB1234",
  tag: "coinandroidsip",
};
export const order: MFOrder = { ...orderWire, order_timestamp: new Date("2021-06-30T02:34:11Z") };

/** A SIP of every month, without an end. */
export const sipWire: MFSIPWire = {
  sip_id: "181635213661372",
  tradingsymbol: "INF209K01UN8",
  fund: "Aditya Birla Sun Life Liquid Fund - Direct Plan",
  dividend_type: "growth",
  transaction_type: "BUY",
  status: "ACTIVE",
  sip_type: "sip",
  sip_reg_num: null,
  created: "2021-05-05 05:56:27",
  last_instalment: "2021-07-05 05:33:00",
  next_instalment: "2021-08-05",
  frequency: "monthly",
  instalment_amount: 1000,
  instalments: -1,
  pending_instalments: -1,
  completed_instalments: 3,
  instalment_day: 5,
  trigger_price: 0,
  step_up: { "15-02": 10 },
  tag: null,
};
export const sip: MFSIP = {
  ...sipWire,
  created: new Date("2021-05-05T00:26:27Z"),
  last_instalment: new Date("2021-07-05T00:03:00Z"),
};

/** Units without a day for their NAV. */
export const holdingWire: MFHoldingWire = {
  folio: "3108290884",
  fund: "Aditya Birla Sun Life Frontline Equity Fund - Direct Plan",
  tradingsymbol: "INF209K01VA3",
  average_price: 78.43,
  last_price: 84.86,
  last_price_date: "",
  pnl: 0,
  quantity: 382.488,
  pledged_quantity: 0,
};

export const tradeWire: MFHoldingTradeWire = {
  fund: "Kotak Select Focus Fund - Direct Plan",
  tradingsymbol: "INF174K01LS2",
  average_price: 30.729,
  variety: "regular",
  exchange_timestamp: "2017-09-08",
  amount: 5000,
  folio: null,
  quantity: 162.71,
};

export const instrument: MFInstrument = {
  tradingsymbol: "INF209K01157",
  amc: "BirlaSunLifeMutualFund_MF",
  name: "Aditya Birla Sun Life Advantage Fund",
  purchase_allowed: true,
  redemption_allowed: true,
  minimum_purchase_amount: 1000,
  purchase_amount_multiplier: 100,
  minimum_additional_purchase_amount: 500,
  minimum_redemption_quantity: 0.5,
  redemption_quantity_multiplier: 0.001,
  dividend_type: "payout",
  scheme_type: "equity",
  plan: "regular",
  settlement_type: "T3",
  last_price: 106.8103,
  last_price_date: "2017-11-23",
};
