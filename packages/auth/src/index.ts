export type {
  FullProfile,
  FullProfileWire,
  MarginSegment,
  OrderUpdate,
  OrderUpdateWire,
  Profile,
  ProfileWire,
  RenewedSession,
  RenewedSessionWire,
  SegmentMargin,
  SegmentMarginWire,
  Session,
  SessionWire,
  UserMargins,
  UserMarginsWire,
} from "@kite/models";
export { type GetLoginURLOptions, getLoginURL } from "./calls/get-login-url.ts";
export { type KeepSessionOptions, keepSession } from "./calls/keep-session.ts";
export { type RefreshedSession, type RefreshSessionOptions, refreshSession } from "./calls/refresh-session.ts";
export { validateSession } from "./calls/validate-session.ts";
export * from "./endpoints/index.ts";
export { type AuthApi, auth } from "./plugin.ts";
export { verifyPostback } from "./postback/verify-postback.ts";
export { memoryTokenStore } from "./store/memory-token-store.ts";
export type { StoredToken, TokenStore } from "./store/token-store.ts";
export { tokenExpiry } from "./token-expiry.ts";
