import {
  cancelOrder,
  getOrderHistory,
  getOrders,
  getOrderTrades,
  getTrades,
  modifyOrder,
  placeOrder,
} from "@kite/orders";
import type { AutosliceOrderResponse, Order, Trade } from "../types/order.ts";
import type { CancelOrderParams, CancelVariety, ModifyOrderParams, PlaceOrderParams } from "../types/order-params.ts";
import type { Variety } from "../types/vocabulary.ts";
import { datedRows } from "../wire/dated-rows.ts";
import { formFields, queryFields } from "../wire/form-fields.ts";
import { requireParams } from "../wire/require-params.ts";
import { SessionCalls } from "./session-calls.ts";

/** Placing, changing and cancelling orders; the book, histories and trades. Each write is sent once. */
export abstract class OrderCalls extends SessionCalls {
  /**
   * Places an order. Every field reaches Kite as it is given; `params` stays as it was. After an error whose `outcome` is
   * `unknown` the order may be live: look for it in `getOrders`.
   * @deprecated Use `kite.orders.placeOrder({ variety, ...params })`.
   */
  placeOrder(variety: Variety, params: PlaceOrderParams): Promise<AutosliceOrderResponse> {
    const order = { ...requireParams("placeOrder", params), variety };
    const dayCost = (Number(params.iceberg_legs) || 1) * (String(params.autoslice) === "true" ? 10 : 1);
    return this.call("placeOrder", placeOrder.spec, { slots: { variety }, form: formFields(order), dayCost });
  }

  /**
   * Changes an order. Every field reaches Kite as it is given; `params` stays as it was.
   * @deprecated Use `kite.orders.modifyOrder({ variety, order_id, ...changes })`.
   */
  modifyOrder(variety: Variety, order_id: number | string, params: ModifyOrderParams): Promise<{ order_id: string }> {
    const form = formFields({ ...requireParams("modifyOrder", params), variety, order_id });
    return this.call("modifyOrder", modifyOrder.spec, { slots: { variety, order_id }, form, dayCost: 0 });
  }

  /**
   * Asks for an order to be cancelled; `params` stays as it was.
   * @deprecated Use `kite.orders.cancelOrder({ variety, order_id })`.
   */
  cancelOrder(
    variety: CancelVariety,
    order_id: number | string,
    params?: CancelOrderParams,
  ): Promise<{ order_id: string }> {
    return this.#cancel("cancelOrder", variety, order_id, params);
  }

  /**
   * Closes the position of a cover order, by cancelling its second leg. Does what `cancelOrder` does.
   * @deprecated Use `kite.orders.exitOrder({ order_id, parent_order_id })`.
   */
  exitOrder(variety: CancelVariety, order_id: string, params?: CancelOrderParams): Promise<{ order_id: string }> {
    return this.#cancel("exitOrder", variety, order_id, params);
  }

  /**
   * Lists the orders of today.
   * @deprecated Use `kite.orders.getOrders()`.
   */
  getOrders(): Promise<Order[]> {
    return this.call("getOrders", getOrders.spec, {}, (rows) => datedRows(rows, this.clock));
  }

  /**
   * Lists the states of an order of today, oldest first.
   * @deprecated Use `kite.orders.getOrderHistory(order_id)`.
   */
  getOrderHistory(order_id: number | string): Promise<Order[]> {
    return this.call("getOrderHistory", getOrderHistory.spec, one(order_id), (rows) => datedRows(rows, this.clock));
  }

  /**
   * Lists the trades of today.
   * @deprecated Use `kite.orders.getTrades()`.
   */
  getTrades(): Promise<Trade[]> {
    return this.call("getTrades", getTrades.spec, {}, (rows) => datedRows(rows, this.clock));
  }

  /**
   * Lists the trades of one order of today.
   * @deprecated Use `kite.orders.getOrderTrades(order_id)`.
   */
  getOrderTrades(order_id: number | string): Promise<Trade[]> {
    return this.call("getOrderTrades", getOrderTrades.spec, one(order_id), (rows) => datedRows(rows, this.clock));
  }

  #cancel(
    name: "cancelOrder" | "exitOrder",
    variety: string,
    order_id: number | string,
    params: object = {},
  ): Promise<{ order_id: string }> {
    const query = queryFields({ ...params, variety, order_id });
    return this.call(name, cancelOrder.spec, { slots: { variety, order_id }, query, dayCost: 0 });
  }
}

/** An order in the route, and once more in the query, as the old client sends it. */
const one = (order_id: number | string) => ({ slots: { order_id }, query: { order_id } });
