export { type Alert, AlertSchema, type AlertWire } from "./alert.ts";
export { type AlertBasket, AlertBasketSchema, type AlertBasketWire } from "./alert-basket.ts";
export { type AlertEvent, AlertEventSchema, type AlertEventWire } from "./alert-event.ts";
export { type AlertSnapshot, AlertSnapshotSchema, type AlertSnapshotWire } from "./alert-snapshot.ts";
export { type Auction, AuctionSchema, type AuctionWire } from "./auction.ts";
export {
  type AuthorisationRequest,
  AuthorisationRequestSchema,
  type AuthorisationRequestWire,
} from "./authorisation-request.ts";
export { type BasketMargin, BasketMarginSchema, type BasketMarginWire } from "./basket-margin.ts";
export { type Candle, CandleSchema, type CandleWire } from "./candle.ts";
export { type Charges, ChargesSchema, type ChargesWire } from "./charges.ts";
export {
  type CompactBasketMargin,
  CompactBasketMarginSchema,
  type CompactBasketMarginWire,
} from "./compact-basket-margin.ts";
export { type CompactHolding, CompactHoldingSchema, type CompactHoldingWire } from "./compact-holding.ts";
export { type CompactMargin, CompactMarginSchema, type CompactMarginWire } from "./compact-margin.ts";
export { type ContractNote, ContractNoteSchema, type ContractNoteWire } from "./contract-note.ts";
export { type Depth, type DepthLevel, DepthLevelSchema, DepthSchema, type DepthWire } from "./depth.ts";
export { type AlertAttribute, AlertAttributeSchema, alertAttributes } from "./enums/alert-attribute.ts";
export { type AlertOperator, AlertOperatorSchema, alertOperators } from "./enums/alert-operator.ts";
export { type AlertRhsType, AlertRhsTypeSchema, alertRhsTypes } from "./enums/alert-rhs-type.ts";
export { type AlertStatus, AlertStatusSchema, alertStatuses } from "./enums/alert-status.ts";
export { type AlertType, AlertTypeSchema, alertTypes } from "./enums/alert-type.ts";
export { type DematConsent, DematConsentSchema, dematConsents } from "./enums/demat-consent.ts";
export { type Exchange, ExchangeSchema, exchanges } from "./enums/exchange.ts";
export { finalStatuses, isFinalStatus } from "./enums/final-status.ts";
export { type GTTOrderStatus, GTTOrderStatusSchema, gttOrderStatuses } from "./enums/gtt-order-status.ts";
export { type GTTStatus, GTTStatusSchema, gttStatuses } from "./enums/gtt-status.ts";
export { type GTTType, GTTTypeSchema, gttTypes } from "./enums/gtt-type.ts";
export { type InstrumentType, InstrumentTypeSchema, instrumentTypes } from "./enums/instrument-type.ts";
export { type Interval, intervals } from "./enums/interval.ts";
export { type MarginSegment, marginSegments } from "./enums/margin-segment.ts";
export { type MFDividendType, MFDividendTypeSchema, mfDividendTypes } from "./enums/mf-dividend-type.ts";
export { type MFOrderStatus, MFOrderStatusSchema, mfOrderStatuses } from "./enums/mf-order-status.ts";
export { type MFPlan, MFPlanSchema, mfPlans } from "./enums/mf-plan.ts";
export { type MFPurchaseType, MFPurchaseTypeSchema, mfPurchaseTypes } from "./enums/mf-purchase-type.ts";
export { type MFSchemeType, MFSchemeTypeSchema, mfSchemeTypes } from "./enums/mf-scheme-type.ts";
export { type MFSettlementType, MFSettlementTypeSchema, mfSettlementTypes } from "./enums/mf-settlement-type.ts";
export { type MFSIPFrequency, MFSIPFrequencySchema, mfSIPFrequencies } from "./enums/mf-sip-frequency.ts";
export { type MFSIPStatus, MFSIPStatusSchema, mfSIPStatuses } from "./enums/mf-sip-status.ts";
export { type MFSIPType, MFSIPTypeSchema, mfSIPTypes } from "./enums/mf-sip-type.ts";
export { type MFVariety, MFVarietySchema, mfVarieties } from "./enums/mf-variety.ts";
export { type OrderStatus, OrderStatusSchema, orderStatuses } from "./enums/order-status.ts";
export { type OrderType, OrderTypeSchema, orderTypes } from "./enums/order-type.ts";
export { type PositionType, PositionTypeSchema, positionTypes } from "./enums/position-type.ts";
export { type Product, ProductSchema, products } from "./enums/product.ts";
export { type Segment, SegmentSchema, segments } from "./enums/segment.ts";
export {
  type TransactionTaxType,
  TransactionTaxTypeSchema,
  transactionTaxTypes,
} from "./enums/transaction-tax-type.ts";
export { type TransactionType, TransactionTypeSchema, transactionTypes } from "./enums/transaction-type.ts";
export { type UserType, UserTypeSchema, userTypes } from "./enums/user-type.ts";
export { type Validity, ValiditySchema, validities } from "./enums/validity.ts";
export { type Variety, VarietySchema, varieties } from "./enums/variety.ts";
export { type FullProfile, FullProfileSchema, type FullProfileWire } from "./full-profile.ts";
export { type GTT, GTTSchema, type GTTWire } from "./gtt.ts";
export { type GTTResult, GTTResultSchema, type GTTResultWire } from "./gtt-result.ts";
export { type HistoricalData, HistoricalDataSchema, type HistoricalDataWire } from "./historical-data.ts";
export { type Holding, HoldingSchema, type HoldingWire } from "./holding.ts";
export { type HoldingsSummary, HoldingsSummarySchema, type HoldingsSummaryWire } from "./holdings-summary.ts";
export { type Instrument, InstrumentSchema, type InstrumentWire } from "./instrument.ts";
export { InstrumentTokenSchema } from "./instrument-token.ts";
export { type JsonObject, JsonObjectTextSchema } from "./json-object-text.ts";
export { type LTPQuote, LTPQuoteSchema, type LTPQuoteWire } from "./ltp-quote.ts";
export { type MFHolding, MFHoldingSchema, type MFHoldingWire } from "./mf-holding.ts";
export { type MFHoldingTrade, MFHoldingTradeSchema, type MFHoldingTradeWire } from "./mf-holding-trade.ts";
export { type MFInstrument, MFInstrumentSchema, type MFInstrumentWire } from "./mf-instrument.ts";
export { type MFOrder, MFOrderSchema, type MFOrderWire } from "./mf-order.ts";
export { type MFOrderId, MFOrderIdSchema, type MFOrderIdWire } from "./mf-order-id.ts";
export { type MFSIP, MFSIPSchema, type MFSIPWire } from "./mf-sip.ts";
export { type MFSIPId, MFSIPIdSchema, type MFSIPIdWire } from "./mf-sip-id.ts";
export { type OHLC, OHLCSchema, type OHLCWire } from "./ohlc.ts";
export { type OHLCQuote, OHLCQuoteSchema, type OHLCQuoteWire } from "./ohlc-quote.ts";
export { type Order, OrderSchema, type OrderWire } from "./order.ts";
export { type OrderId, OrderIdSchema, type OrderIdWire } from "./order-id.ts";
export { type OrderMargin, OrderMarginSchema, type OrderMarginWire } from "./order-margin.ts";
export { type OrderMeta, OrderMetaSchema, type OrderMetaWire } from "./order-meta.ts";
export type { FailedSlice, OrderSlice, OrderSliceWire } from "./order-slice.ts";
export { type OrderSnapshot, OrderSnapshotSchema, type OrderSnapshotWire } from "./order-snapshot.ts";
export { compareProgress, isOpen, isTerminal, mergeOrder, type OrderProgress } from "./order-state.ts";
export { type OrderUpdate, OrderUpdateSchema, type OrderUpdateWire } from "./order-update.ts";
export {
  type PlacedOrder,
  PlacedOrderSchema,
  type PlacedOrderWire,
  type SlicedOrder,
} from "./placed-order.ts";
export { type Position, PositionSchema, type PositionWire } from "./position.ts";
export { type Positions, PositionsSchema, type PositionsWire } from "./positions.ts";
export * as price from "./price/index.ts";
export { type Profile, ProfileSchema, type ProfileWire } from "./profile.ts";
export { type Quote, QuoteSchema, type QuoteWire } from "./quote.ts";
export { type RenewedSession, RenewedSessionSchema, type RenewedSessionWire } from "./renewed-session.ts";
export { type SegmentMargin, SegmentMarginSchema, type SegmentMarginWire } from "./segment-margin.ts";
export { type Session, SessionSchema, type SessionWire } from "./session.ts";
export { formatIst } from "./time/format-ist.ts";
export { formatIstDate } from "./time/format-ist-date.ts";
export { IstTimeSchema } from "./time/ist-time.ts";
export { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";
export { nextIstTime } from "./time/next-ist-time.ts";
export { parseIst } from "./time/parse-ist.ts";
export { type Trade, TradeSchema, type TradeWire } from "./trade.ts";
export { type TriggerId, TriggerIdSchema, type TriggerIdWire } from "./trigger-id.ts";
export { type TriggerRange, TriggerRangeSchema, type TriggerRangeWire } from "./trigger-range.ts";
export { type UserMargins, UserMarginsSchema, type UserMarginsWire } from "./user-margins.ts";
