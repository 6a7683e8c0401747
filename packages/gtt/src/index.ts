export type {
  Exchange,
  GTT,
  GTTOrderStatus,
  GTTResult,
  GTTResultWire,
  GTTStatus,
  GTTType,
  GTTWire,
  JsonObject,
  TriggerId,
} from "@kite/models";
export { type SingleTriggerOptions, singleTrigger } from "./builders/single-trigger.ts";
export type { TriggerLeg, TriggerOptions } from "./builders/trigger-options.ts";
export { type TwoLegTriggerOptions, twoLegTrigger } from "./builders/two-leg-trigger.ts";
export * from "./endpoints/index.ts";
export type {
  GTTChanges,
  GTTConditionChanges,
  GTTConditionParams,
  GTTOrderChanges,
  GTTOrderParams,
  GTTProduct,
  PlaceGTTParams,
  SingleGTTParams,
  TwoLegGTTParams,
} from "./params/gtt-params.ts";
export { type GTTApi, gtt } from "./plugin.ts";
