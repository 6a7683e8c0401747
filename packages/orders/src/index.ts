export type {
  BasketMargin,
  BasketMarginWire,
  Charges,
  ChargesWire,
  CompactBasketMargin,
  CompactBasketMarginWire,
  CompactMargin,
  CompactMarginWire,
  ContractNote,
  ContractNoteWire,
  Exchange,
  Order,
  OrderId,
  OrderIdWire,
  OrderMargin,
  OrderMarginWire,
  OrderMeta,
  OrderSlice,
  OrderSliceWire,
  OrderSnapshot,
  OrderSnapshotWire,
  OrderStatus,
  OrderType,
  OrderWire,
  PlacedOrder,
  PlacedOrderWire,
  Product,
  SlicedOrder,
  Trade,
  TradeWire,
  TransactionType,
  Validity,
  Variety,
} from "@kite/models";
export type { DetailStep, PricingStep, ProductStep, SideStep } from "./builder/builder-steps.ts";
export { orderBuilder } from "./builder/order-builder.ts";
export {
  type CancelAllOrdersOptions,
  type CancelResult,
  type ChargedInstrumentPnl,
  cancelAllOrders,
  type ExitOrderParams,
  exitOrder,
  getOrdersByStatus,
  getTradesWithPnl,
  type PlaceOrdersOptions,
  placeOrders,
  type TradesWithPnl,
  type TradesWithPnlParams,
} from "./calls/index.ts";
export type { OrderFilter } from "./calls/order-filter.ts";
export type { OrderResult } from "./calls/order-result.ts";
export { type CheckOrderOptions, checkOrder } from "./check/check-order.ts";
export type { CheckedInstrument, CheckedQuote, OrderFinding, OrderRule } from "./check/finding.ts";
export { type TradingHours, tradingHours } from "./check/trading-hours.ts";
export * from "./endpoints/index.ts";
export type { Calculation } from "./params/calculation-call.ts";
export type { DayLifetime, IOCLifetime, Lifetime, TTLLifetime } from "./params/lifetime.ts";
export type { ContractNoteOrder, MarginOrder } from "./params/margin-order.ts";
export type { ModifyOrderParams } from "./params/modify-order-params.ts";
export type { IOCExchange, OrderBasics, OrderExchange, OrderProduct } from "./params/order-basics.ts";
export type { OrderReference } from "./params/order-route.ts";
export type {
  AuctionOrder,
  CoverOrder,
  IcebergOrder,
  PlaceOrderParams,
  PlainOrder,
} from "./params/place-order-params.ts";
export type {
  LimitPricing,
  MarketPricing,
  Pricing,
  StopLimitPricing,
  StopMarketPricing,
} from "./params/pricing.ts";
export { type OrdersApi, orders } from "./plugin.ts";
export type { CarriedQuantity, InstrumentPnl, OpenLot, Realised, TradesReport } from "./pnl/pnl-report.ts";
export { type SummarizeTradesParams, summarizeTrades } from "./pnl/summarize-trades.ts";
