import type { Answer } from "@kite/testing";
import {
  candles,
  fundsAnswer,
  gtt,
  instrumentsAnswer,
  mfOrder,
  order,
  ordersAnswer,
  quote,
  session,
  sip,
  trade,
} from "./answers.ts";
import { type AnyClient, success } from "./observe.ts";

type Case = readonly [name: string, call: (client: AnyClient) => unknown, answer: Answer];

const limit = {
  exchange: "NSE",
  tradingsymbol: "M&M",
  transaction_type: "BUY",
  quantity: 10,
  product: "CNC",
  order_type: "LIMIT",
  price: 1420.5,
  trigger_price: 0,
};
const marginOrder = { ...limit, variety: "regular" };
const trigger = {
  trigger_type: "two-leg",
  exchange: "NSE",
  tradingsymbol: "INFY",
  trigger_values: [1450, 1600],
  last_price: 1520,
  orders: [
    { transaction_type: "SELL", quantity: "5", product: "CNC", order_type: "LIMIT", price: "1445.5", tag: "dropped" },
    { transaction_type: "SELL", quantity: 5, product: "MIS", order_type: "SL", price: 1605 },
  ],
};
const placed = success({ order_id: "151220000000000" });

/** Each call of the old surface that sends something, in the shapes that programs use. */
export const calls: readonly Case[] = [
  ["getProfile", (kc) => kc.getProfile(), success({ user_id: "XX0000", avatar_url: null, new_field: 1 })],
  ["getMargins", (kc) => kc.getMargins(), success({ equity: { net: 1.5 }, commodity: { net: 0 } })],
  ["getMargins, one segment", (kc) => kc.getMargins("equity"), success({ net: 1.5, enabled: true })],
  ["placeOrder", (kc) => kc.placeOrder("regular", { ...limit }), placed],
  [
    "placeOrder with fields that no documentation knows, null, undefined, lists and flags",
    (kc) =>
      kc.placeOrder("iceberg", {
        ...limit,
        iceberg_legs: 5,
        price: null,
        validity: undefined,
        autoslice: true,
        squareoff: 2.5,
        tags: ["a", "b"],
        nested: { deep: [1] },
        moment: new Date(0),
      }),
    placed,
  ],
  [
    "placeOrder, sliced",
    (kc) => kc.placeOrder("regular", { ...limit, autoslice: true }),
    success({ order_id: "1", children: [{ order_id: "2" }, { error: { code: 400, message: "no" } }] }),
  ],
  ["placeOrder, sliced, the older shape", (kc) => kc.placeOrder("regular", { ...limit }), success([{ order_id: "2" }])],
  ["modifyOrder", (kc) => kc.modifyOrder("co", 151220000000000, { price: 1421, parent_order_id: "15" }), placed],
  ["cancelOrder", (kc) => kc.cancelOrder("regular", "151220000000000"), placed],
  ["cancelOrder of a second leg", (kc) => kc.cancelOrder("co", "151", { parent_order_id: "150" }), placed],
  ["exitOrder", (kc) => kc.exitOrder("co", "151", { parent_order_id: "150" }), placed],
  ["getOrders", (kc) => kc.getOrders(), ordersAnswer],
  ["getOrders, none", (kc) => kc.getOrders(), success([])],
  ["getOrderHistory", (kc) => kc.getOrderHistory("1914227164488687616"), success([order])],
  ["getTrades", (kc) => kc.getTrades(), success([trade])],
  ["getOrderTrades", (kc) => kc.getOrderTrades(151220000000000), success([trade])],
  ["orderMargins", (kc) => kc.orderMargins([marginOrder]), success([{ type: "equity", total: 1 }])],
  ["orderMargins, mode null", (kc) => kc.orderMargins([marginOrder], "full"), success([{ type: "equity" }])],
  ["orderBasketMargins", (kc) => kc.orderBasketMargins([marginOrder]), success({ initial: {}, final: {}, orders: [] })],
  ["orderBasketMargins, alone", (kc) => kc.orderBasketMargins([marginOrder], false, "x"), success({ initial: {} })],
  ["getvirtualContractNote", (kc) => kc.getvirtualContractNote([{ ...limit, order_id: 1 }]), success([{ price: 1 }])],
  ["getHoldings", (kc) => kc.getHoldings(), success([{ quantity: 1, authorised_date: "2026-03-02 00:00:00" }])],
  ["getAuctionInstruments", (kc) => kc.getAuctionInstruments(), success([{ auction_number: "20" }])],
  ["getPositions", (kc) => kc.getPositions(), success({ net: [{ quantity: -5 }], day: [] })],
  [
    "convertPosition",
    (kc) => kc.convertPosition({ exchange: "NSE", quantity: "10", new_product: "CNC" }),
    success(true),
  ],
  ["getInstruments", (kc) => kc.getInstruments(), instrumentsAnswer],
  ["getInstruments, one exchange", (kc) => kc.getInstruments("NFO"), instrumentsAnswer],
  [
    "getQuote",
    (kc) => kc.getQuote(["NSE:INFY", "NSE:NIFTY 50"]),
    success({ "NSE:INFY": quote, "NSE:NIFTY 50": quote }),
  ],
  ["getOHLC, one", (kc) => kc.getOHLC("NSE:M&M"), success({ "NSE:M&M": { last_price: 1, ohlc: { close: 1 } } })],
  ["getLTP", (kc) => kc.getLTP(["NSE:INFY", "NSE:INFY"]), success({ "NSE:INFY": { last_price: 1 } })],
  [
    "getHistoricalData",
    (kc) => kc.getHistoricalData("408065", "5minute", "2026-03-02 09:15:00", "2026-03-02", true, true),
    success(candles),
  ],
  [
    "getHistoricalData between Dates",
    (kc) => kc.getHistoricalData(408065, "day", new Date(1_772_420_400_999), new Date(1_772_442_000_000)),
    success(candles),
  ],
  ["getMFOrders", (kc) => kc.getMFOrders(), success([mfOrder])],
  ["getMFOrders, one", (kc) => kc.getMFOrders("271989e0"), success(mfOrder)],
  ["placeMFOrder", (kc) => kc.placeMFOrder({ tradingsymbol: "INF1", amount: 1000, tag: null }), placed],
  ["cancelMFOrder", (kc) => kc.cancelMFOrder("271989e0"), placed],
  ["getMFSIPS", (kc) => kc.getMFSIPS(), success([sip])],
  ["getMFSIPS, one", (kc) => kc.getMFSIPS("846"), success(sip)],
  ["placeMFSIP", (kc) => kc.placeMFSIP({ tradingsymbol: "INF1", instalments: -1 }), success({ sip_id: "846" })],
  ["modifyMFSIP", (kc) => kc.modifyMFSIP("846", { status: "paused" }), success({ sip_id: "846" })],
  ["cancelMFSIP", (kc) => kc.cancelMFSIP("846"), success({ sip_id: "846" })],
  ["getMFHoldings", (kc) => kc.getMFHoldings(), success([{ last_price_date: "", quantity: 1.5 }])],
  ["getMFInstruments", (kc) => kc.getMFInstruments(), fundsAnswer],
  ["getGTTs", (kc) => kc.getGTTs(), success([gtt])],
  ["getGTT", (kc) => kc.getGTT(105099), success(gtt)],
  ["placeGTT", (kc) => kc.placeGTT(trigger), success({ trigger_id: 123 })],
  [
    "placeGTT, single",
    (kc) =>
      kc.placeGTT({ ...trigger, trigger_type: "single", trigger_values: [1450], orders: [{ quantity: 1, price: 1 }] }),
    success({ trigger_id: 123 }),
  ],
  ["modifyGTT", (kc) => kc.modifyGTT("123", trigger), success({ trigger_id: 123 })],
  ["deleteGTT", (kc) => kc.deleteGTT("123"), success({ trigger_id: 123 })],
  ["generateSession", (kc) => kc.generateSession("request", "secret"), success(session)],
  ["renewAccessToken", (kc) => kc.renewAccessToken("refresh", "secret"), success({ access_token: "next" })],
  ["invalidateAccessToken", (kc) => kc.invalidateAccessToken("other"), success(true)],
  ["invalidateAccessToken, its own", (kc) => kc.invalidateAccessToken(), success(true)],
  ["invalidateRefreshToken", (kc) => kc.invalidateRefreshToken("refresh"), success(true)],
];
