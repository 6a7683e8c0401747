import type { Answer } from "@kite/testing";
import { csv, success } from "./observe.ts";

type Row = Readonly<Record<string, unknown>>;

/** A row of the order book, with a field that no documentation knows. */
export const order: Row = {
  order_id: "1914227164488687616",
  parent_order_id: null,
  status: "COMPLETE",
  order_timestamp: "2026-03-02 09:16:39",
  exchange_timestamp: null,
  exchange_update_timestamp: "2026-03-02 09:16:40",
  variety: "regular",
  instrument_token: 408065,
  price: 0,
  average_price: 1420.55,
  meta: {},
  tag: null,
  shiny_new_field: { deep: 1 },
};

export const trade: Row = {
  trade_id: "10000000",
  order_id: "1914227164488687616",
  quantity: 10,
  order_timestamp: "09:16:39",
  fill_timestamp: "2026-03-02 09:16:39",
  exchange_timestamp: "2026-03-02 09:16:39",
};

export const quote: Row = {
  instrument_token: 408065,
  timestamp: "2026-03-02 12:45:56",
  last_trade_time: null,
  last_price: 1412.95,
  depth: { buy: [{ price: 1412.9, quantity: 5, orders: 1 }], sell: [] },
};

export const mfOrder: Row = {
  order_id: "271989e0-a64e-4cf3-b4e4-afb8f38dd203",
  order_timestamp: "2026-03-02 17:25:47",
  exchange_timestamp: "2026-03-02",
  amount: 1000,
};

export const sip: Row = {
  sip_id: "846479755969168",
  created: "2026-01-05 10:00:00",
  last_instalment: "2026-02-05 09:33:52",
  next_instalment: "2026-03-05",
  step_up: { "15-02": 10 },
};

export const gtt: Row = {
  id: 105099,
  created_at: "2026-03-01 10:00:00",
  status: "triggered",
  condition: { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [1450], last_price: 1520, instrument_token: 1 },
  orders: [{ price: 1445, result: { timestamp: "2026-03-02 09:15:01", meta: "{}" } }],
  meta: {},
};

export const session: Row = {
  user_id: "XX0000",
  access_token: "access-of-today",
  refresh_token: "",
  public_token: "public",
  login_time: "2026-03-02 08:45:00",
};

export const candles: Row = {
  candles: [
    ["2026-03-02T09:15:00+0530", 1420.5, 1425, 1419.05, 1422, 12000, 400],
    ["2026-03-02T09:20:00+0530", 1422, 1422, 1422, 1422, 0, 7],
  ],
};

/** Without a line end behind the last row, where the official client finds a row that is not there. */
export const instruments: string = [
  "instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,tick_size,lot_size,instrument_type,segment,exchange",
  '408065,1594,INFY,"INFOSYS, LTD",0.0,,,0.05,1,EQ,NSE,NSE',
  '12295682,48030,NIFTY26MAR24500CE,"NIFTY ""50""",120.55,2026-03-26,24500.0,0.05,75,CE,NFO-OPT,NFO',
].join("\r\n");

const funds: string = [
  "tradingsymbol,amc,name,purchase_allowed,redemption_allowed,minimum_purchase_amount,purchase_amount_multiplier,minimum_additional_purchase_amount,minimum_redemption_quantity,redemption_quantity_multiplier,dividend_type,scheme_type,plan,settlement_type,last_price,last_price_date",
  "INF209K01157,BSLMF,Advantage Fund,1,0,1000.0,1.0,1000.0,0.001,0.001,payout,equity,regular,T3,106.8,2026-02-27",
].join("\n");

export const ordersAnswer: Answer = success([order, { ...order, exchange_timestamp: "2026-03-02 09:16:41" }]);
export const instrumentsAnswer: Answer = csv(instruments);
export const fundsAnswer: Answer = csv(funds);
