import { type CallOptions, defineEndpoint, type Endpoint, type KiteClient, type WireResponse } from "@kite/core";
import { type OrderId, type PlacedOrder, PlacedOrderSchema, type PlacedOrderWire } from "@kite/models";
import { orderForm } from "../params/order-form.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { staleRoutes } from "../stale-routes.ts";

/** A call whose answer may hold slices where `autoslice` is on. */
interface Placing<Client extends unknown[]> {
  (
    ...args: [...Client, params: PlaceOrderParams & { readonly autoslice?: false | undefined }, options?: CallOptions]
  ): Promise<OrderId>;
  (...args: [...Client, params: PlaceOrderParams, options?: CallOptions]): Promise<PlacedOrder>;
  readonly raw: (
    ...args: [...Client, params: PlaceOrderParams, options?: CallOptions]
  ) => Promise<WireResponse<PlacedOrderWire>>;
}

/** `placeOrder` with the client as its first argument. */
export interface PlaceOrder extends Placing<[kite: KiteClient]> {
  readonly spec: Endpoint<PlaceOrderParams, PlacedOrder, PlacedOrderWire>["spec"];
}

/** `kite.orders.placeOrder`. */
export interface BoundPlaceOrder extends Placing<[]> {}

/**
 * Places an order. Resolves when Kite has registered it, which does not mean that the risk system or the exchange will take it:
 * watch `getOrderHistory` for that.
 *
 * Sent once, whatever happens. After an error whose `outcome` is `unknown` the order may be live: look for it in `getOrders`, by its tag,
 * before placing another. With `autoslice` the answer may hold `children`, of which some were placed and some refused; refused ones
 * do not throw.
 *
 * Throws `InvalidInput`, with nothing sent, for a field that cannot be right. Prices are sent as decimal text without binary noise.
 *
 * @example
 * const { order_id } = await placeOrder(kite, {
 *   variety: "regular",
 *   exchange: "NSE",
 *   tradingsymbol: "INFY",
 *   transaction_type: "BUY",
 *   quantity: 10,
 *   product: "CNC",
 *   order_type: "LIMIT",
 *   price: 1_420.5,
 *   tag: "rebalance7",
 * });
 *
 * @see https://kite.trade/docs/connect/v3/orders/#placing-orders
 * @function
 */
export const placeOrder: PlaceOrder = defineEndpoint<PlaceOrderParams, PlacedOrder, PlacedOrderWire>({
  id: "placeOrder",
  method: "POST",
  path: "/orders/{variety}",
  bucket: "order",
  stales: staleRoutes,
  response: PlacedOrderSchema,
  encode: (params) => ({
    form: orderForm(params),
    path: { variety: params.variety },
    // The exchange counts each leg, and each of the slices that there can be.
    dayCost: (params.iceberg_legs ?? 1) * (params.autoslice ? 10 : 1),
  }),
}) as PlaceOrder;
