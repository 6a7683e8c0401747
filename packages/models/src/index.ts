export { type Auction, AuctionSchema, type AuctionWire } from "./auction.ts";
export {
  type AuthorisationRequest,
  AuthorisationRequestSchema,
  type AuthorisationRequestWire,
} from "./authorisation-request.ts";
export { type CompactHolding, CompactHoldingSchema, type CompactHoldingWire } from "./compact-holding.ts";
export { type DematConsent, DematConsentSchema, dematConsents } from "./enums/demat-consent.ts";
export { type Exchange, ExchangeSchema, exchanges } from "./enums/exchange.ts";
export { type MarginSegment, marginSegments } from "./enums/margin-segment.ts";
export { type OrderStatus, OrderStatusSchema, orderStatuses } from "./enums/order-status.ts";
export { type OrderType, OrderTypeSchema, orderTypes } from "./enums/order-type.ts";
export { type PositionType, PositionTypeSchema, positionTypes } from "./enums/position-type.ts";
export { type Product, ProductSchema, products } from "./enums/product.ts";
export { type TransactionType, TransactionTypeSchema, transactionTypes } from "./enums/transaction-type.ts";
export { type UserType, UserTypeSchema, userTypes } from "./enums/user-type.ts";
export { type Validity, ValiditySchema, validities } from "./enums/validity.ts";
export { type Variety, VarietySchema, varieties } from "./enums/variety.ts";
export { type FullProfile, FullProfileSchema, type FullProfileWire } from "./full-profile.ts";
export { type Holding, HoldingSchema, type HoldingWire } from "./holding.ts";
export { type HoldingsSummary, HoldingsSummarySchema, type HoldingsSummaryWire } from "./holdings-summary.ts";
export { InstrumentTokenSchema } from "./instrument-token.ts";
export { type OrderMeta, OrderMetaSchema, type OrderMetaWire } from "./order-meta.ts";
export { type OrderUpdate, OrderUpdateSchema, type OrderUpdateWire } from "./order-update.ts";
export { type Position, PositionSchema, type PositionWire } from "./position.ts";
export { type Positions, PositionsSchema, type PositionsWire } from "./positions.ts";
export * as price from "./price/index.ts";
export { type Profile, ProfileSchema, type ProfileWire } from "./profile.ts";
export { type RenewedSession, RenewedSessionSchema, type RenewedSessionWire } from "./renewed-session.ts";
export { type SegmentMargin, SegmentMarginSchema, type SegmentMarginWire } from "./segment-margin.ts";
export { type Session, SessionSchema, type SessionWire } from "./session.ts";
export { formatIst } from "./time/format-ist.ts";
export { formatIstDate } from "./time/format-ist-date.ts";
export { IstTimeSchema } from "./time/ist-time.ts";
export { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";
export { nextIstTime } from "./time/next-ist-time.ts";
export { parseIst } from "./time/parse-ist.ts";
export { type UserMargins, UserMarginsSchema, type UserMarginsWire } from "./user-margins.ts";
