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
export { budget, type OrdersLeft } from "./budget/budget.ts";
export { type DayStore, type DayUse, memoryDayStore } from "./budget/day-store.ts";
export { createOrderBudget, type OrderBudget, type OrderBudgetLeft } from "./budget/order-budget.ts";
export type { OrderBudgetOptions, OrderPlaces } from "./budget/order-budget-options.ts";
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
  placeAndConfirm,
  placeOrders,
  reconcileOrder,
  recoverIntents,
  type TradesWithPnl,
  type TradesWithPnlParams,
  waitForOrder,
} from "./calls/index.ts";
export type { OrderFilter } from "./calls/order-filter.ts";
export type { OrderResult } from "./calls/order-result.ts";
export { type CheckOrderOptions, checkOrder } from "./check/check-order.ts";
export type { CheckedInstrument, CheckedQuote, OrderFinding, OrderRule } from "./check/finding.ts";
export { type TradingHours, tradingHours } from "./check/trading-hours.ts";
export type { LookOptions, PlaceAndConfirmOptions } from "./confirm/confirm-options.ts";
export type {
  ConfirmedPlaced,
  ConfirmedRejected,
  ConfirmedUnknown,
  ConfirmFacts,
  ConfirmResult,
} from "./confirm/confirm-result.ts";
export type { ConfirmStage, ConfirmStep } from "./confirm/confirm-stage.ts";
export * from "./endpoints/index.ts";
export type { GuardHours, GuardOptions, GuardRules } from "./guards/guard-options.ts";
export type { GuardRule } from "./guards/guard-refusal.ts";
export { type Guards, guards } from "./guards/guards.ts";
export type { IntentLog, IntentOutcome, OrderIntent } from "./intents/intent.ts";
export { memoryIntentLog } from "./intents/memory-intent-log.ts";
export type { RecoveredIntent } from "./intents/recovered-intent.ts";
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
export type { OrderNews, OrderStream } from "./wait/order-stream.ts";
export type { OrderWish, WaitForOrderOptions } from "./wait/wait-options.ts";
