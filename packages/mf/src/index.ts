export type {
  MFDividendType,
  MFHolding,
  MFHoldingTrade,
  MFHoldingTradeWire,
  MFHoldingWire,
  MFInstrument,
  MFOrder,
  MFOrderId,
  MFOrderStatus,
  MFOrderWire,
  MFPlan,
  MFPurchaseType,
  MFSchemeType,
  MFSettlementType,
  MFSIP,
  MFSIPFrequency,
  MFSIPId,
  MFSIPStatus,
  MFSIPType,
  MFSIPWire,
  MFVariety,
} from "@kite/models";
export * from "./endpoints/index.ts";
export type { MFSIPSchedule } from "./params/sip-schedule.ts";
export { type MFApi, mf } from "./plugin.ts";
