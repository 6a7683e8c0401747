import { type Bound, bind, type Plugin } from "@kite/core";
import { budget, type OrdersLeft } from "./budget/budget.ts";
import { orderBuilder } from "./builder/order-builder.ts";
import * as calls from "./calls/index.ts";
import { checkOrder } from "./check/check-order.ts";
import type { BoundGetBasketMargins } from "./endpoints/get-basket-margins.ts";
import type { BoundGetOrderMargins } from "./endpoints/get-order-margins.ts";
import * as endpoints from "./endpoints/index.ts";
import type { BoundPlaceOrder } from "./endpoints/place-order.ts";
import { summarizeTrades } from "./pnl/summarize-trades.ts";

/** Calls with several signatures, of which `Bound` would keep one. */
interface OverloadedCalls {
  /** Places an order, once. */
  readonly placeOrder: BoundPlaceOrder;
  /** Computes the margin that each order needs by itself. */
  readonly getOrderMargins: BoundGetOrderMargins;
  /** Computes the margin that several orders need together. */
  readonly getBasketMargins: BoundGetBasketMargins;
}

/** Orders, trades, margins and charges. */
export interface OrdersApi
  extends Omit<Bound<typeof endpoints>, keyof OverloadedCalls>,
    OverloadedCalls,
    Bound<typeof calls> {
  /** Tells how many orders can leave, and how many changes an order still takes; sends nothing. */
  readonly budget: (order_id?: string) => OrdersLeft;
  /** Builds the params of an order step by step; sends nothing. */
  readonly orderBuilder: typeof orderBuilder;
  /** Checks an order against its instrument, a quote and the hours; sends nothing. */
  readonly checkOrder: typeof checkOrder;
  /** Computes the gains of trades you have; sends nothing. */
  readonly summarizeTrades: typeof summarizeTrades;
}

/** Registers `kite.orders`. */
export const orders = (): Plugin<{ readonly orders: OrdersApi }> => (kite) => ({
  orders: {
    ...bind(kite, endpoints),
    ...bind(kite, { ...calls, budget }),
    ...{ orderBuilder, checkOrder, summarizeTrades },
  } as OrdersApi,
});
