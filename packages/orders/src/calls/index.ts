export { placeAndConfirm } from "../confirm/place-and-confirm.ts";
export { reconcileOrder } from "../intents/reconcile-order.ts";
export { recoverIntents } from "../intents/recover-intents.ts";
export { waitForOrder } from "../wait/wait-for-order.ts";
export { type CancelAllOrdersOptions, type CancelResult, cancelAllOrders } from "./cancel-all-orders.ts";
export { type ExitOrderParams, exitOrder } from "./exit-order.ts";
export { getOrdersByStatus } from "./get-orders-by-status.ts";
export {
  type ChargedInstrumentPnl,
  getTradesWithPnl,
  type TradesWithPnl,
  type TradesWithPnlParams,
} from "./get-trades-with-pnl.ts";
export { type PlaceOrdersOptions, placeOrders } from "./place-orders.ts";
