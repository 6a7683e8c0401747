import type { GTT, GTTWire } from "@kite/models";

/** A GTT that waits for INFY to fall to 702. */
export const singleWire: GTTWire = {
  id: 112127,
  user_id: "XX0000",
  parent_trigger: null,
  type: "single",
  created_at: "2019-09-12 13:25:16",
  updated_at: "2019-09-12 13:25:16",
  expires_at: "2020-09-12 13:25:16",
  status: "active",
  condition: {
    exchange: "NSE",
    tradingsymbol: "INFY",
    trigger_values: [702],
    last_price: 798,
    instrument_token: 408065,
  },
  orders: [
    {
      exchange: "NSE",
      tradingsymbol: "INFY",
      transaction_type: "BUY",
      quantity: 1,
      order_type: "LIMIT",
      product: "CNC",
      price: 702.5,
      result: null,
    },
  ],
  meta: {},
};
export const single: GTT = {
  ...singleWire,
  created_at: new Date("2019-09-12T07:55:16Z"),
  updated_at: new Date("2019-09-12T07:55:16Z"),
  expires_at: new Date("2020-09-12T07:55:16Z"),
  condition: { ...singleWire.condition, instrument_token: 408065 },
  orders: singleWire.orders.map((order) => ({ ...order, result: null })),
};

/** A pair of sales around 103.7, of which the lower has fired and was refused. */
export const firedWire: GTTWire = {
  ...singleWire,
  id: 105099,
  type: "two-leg",
  status: "triggered",
  condition: {
    exchange: "NSE",
    tradingsymbol: "RAIN",
    trigger_values: [102, 103.7],
    last_price: 102.6,
    instrument_token: 3926273,
  },
  orders: [1, 1].map((quantity, index) => ({
    exchange: "NSE",
    tradingsymbol: "RAIN",
    transaction_type: "SELL",
    quantity,
    order_type: "LIMIT",
    product: "CNC",
    price: 1,
    result:
      index === 0
        ? null
        : {
            account_id: "XX0000",
            exchange: "NSE",
            tradingsymbol: "RAIN",
            validity: "DAY",
            product: "CNC",
            order_type: "LIMIT",
            transaction_type: "SELL",
            quantity,
            price: 1,
            meta: '{"app_id":12617,"gtt":105099}',
            timestamp: "2019-09-09 15:15:08",
            triggered_at: 103.7,
            order_result: {
              status: "failed",
              order_id: "",
              rejection_reason: "Below the lower circuit limit of 70.65.",
            },
          },
  })),
  meta: null,
};
