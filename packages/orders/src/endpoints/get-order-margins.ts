import {
  type CallOptions,
  defineEndpoint,
  type Encoded,
  type Endpoint,
  type KiteClient,
  requireOneOf,
} from "@kite/core";
import {
  type CompactMargin,
  CompactMarginSchema,
  type CompactMarginWire,
  type OrderMargin,
  OrderMarginSchema,
  type OrderMarginWire,
} from "@kite/models";
import { array } from "valibot";
import { marginBody } from "../params/calculation-body.ts";
import type { Calculation } from "../params/calculation-call.ts";
import type { MarginOrder } from "../params/margin-order.ts";
import { ifGiven } from "../params/require.ts";

export interface OrderMarginsParams {
  readonly orders: readonly MarginOrder[];
  /** `compact` leaves all but the totals away. */
  readonly mode?: "compact" | undefined;
}

type Margins<Client extends unknown[]> = Calculation<
  Client,
  OrderMarginsParams,
  [OrderMargin[], OrderMarginWire[]],
  [CompactMargin[], CompactMarginWire[]]
>;
/** `getOrderMargins` with the client as its first argument. */
export interface GetOrderMargins extends Margins<[kite: KiteClient]> {}
/** `kite.orders.getOrderMargins`. */
export interface BoundGetOrderMargins extends Margins<[]> {}

const facts = {
  id: "getOrderMargins",
  method: "POST",
  path: "/margins/orders",
  // Pure computation: asked twice, the server answers twice, and no order, margin or count has changed.
  idempotent: true,
  stales: [],
  encode: ({ orders, mode }: OrderMarginsParams): Encoded => ({
    json: marginBody(orders),
    query: { mode: ifGiven(mode, (value) => requireOneOf("mode", value, ["compact"])) },
  }),
} as const;
const full: Endpoint<OrderMarginsParams, OrderMargin[], OrderMarginWire[]> = defineEndpoint({
  ...facts,
  response: array(OrderMarginSchema),
});
const compact: Endpoint<OrderMarginsParams, CompactMargin[], CompactMarginWire[]> = defineEndpoint({
  ...facts,
  response: array(CompactMarginSchema),
});

/**
 * Computes the margin that each order needs by itself, in rupees, in the order of the request. Nothing is placed or blocked.
 *
 * @example
 * const [margin] = await getOrderMargins(kite, { orders: [order] });
 *
 * @see https://kite.trade/docs/connect/v3/margins/#order-margins
 * @function
 */
export const getOrderMargins: GetOrderMargins = Object.assign(
  (kite: KiteClient, params: OrderMarginsParams, options?: CallOptions): Promise<unknown> =>
    params?.mode === "compact" ? compact(kite, params, options) : full(kite, params, options),
  { raw: full.raw, spec: full.spec },
) as GetOrderMargins;
