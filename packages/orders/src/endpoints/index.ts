export { type CancelOrderParams, cancelOrder } from "./cancel-order.ts";
export {
  type BasketMarginsParams,
  type BoundGetBasketMargins,
  type GetBasketMargins,
  getBasketMargins,
} from "./get-basket-margins.ts";
export { getContractNote } from "./get-contract-note.ts";
export { getOrderHistory } from "./get-order-history.ts";
export {
  type BoundGetOrderMargins,
  type GetOrderMargins,
  getOrderMargins,
  type OrderMarginsParams,
} from "./get-order-margins.ts";
export { getOrderTrades } from "./get-order-trades.ts";
export { getOrders } from "./get-orders.ts";
export { getTrades } from "./get-trades.ts";
export { modifyOrder } from "./modify-order.ts";
export { type BoundPlaceOrder, type PlaceOrder, placeOrder } from "./place-order.ts";
