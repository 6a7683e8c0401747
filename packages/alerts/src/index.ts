export type {
  Alert,
  AlertAttribute,
  AlertBasket,
  AlertBasketWire,
  AlertEvent,
  AlertEventWire,
  AlertOperator,
  AlertRhsType,
  AlertSnapshot,
  AlertSnapshotWire,
  AlertStatus,
  AlertType,
  AlertWire,
  Exchange,
} from "@kite/models";
export * from "./endpoints/index.ts";
export type {
  AlertSubject,
  ConstantTarget,
  CreateAlertParams,
  InstrumentTarget,
  OrderAlert,
  SimpleAlert,
} from "./params/alert-params.ts";
export type { AlertBasketItem, AlertBasketParams, AlertOrderParams } from "./params/basket-params.ts";
export { type AlertsApi, alerts } from "./plugin.ts";
