import {
  type CallOptions,
  defineEndpoint,
  type Encoded,
  type Endpoint,
  type KiteClient,
  requireOneOf,
} from "@kite/core";
import {
  type BasketMargin,
  BasketMarginSchema,
  type BasketMarginWire,
  type CompactBasketMargin,
  CompactBasketMarginSchema,
  type CompactBasketMarginWire,
} from "@kite/models";
import { marginBody } from "../params/calculation-body.ts";
import type { Calculation } from "../params/calculation-call.ts";
import type { MarginOrder } from "../params/margin-order.ts";
import { ifGiven, requireBoolean } from "../params/require.ts";

export interface BasketMarginsParams {
  readonly orders: readonly MarginOrder[];
  /** Whether open positions count: they may cover an order. Default true; always sent, because the server's own default is not known. */
  readonly consider_positions?: boolean | undefined;
  /** `compact` leaves all but the totals away. */
  readonly mode?: "compact" | undefined;
}

type Margins<Client extends unknown[]> = Calculation<
  Client,
  BasketMarginsParams,
  [BasketMargin, BasketMarginWire],
  [CompactBasketMargin, CompactBasketMarginWire]
>;
/** `getBasketMargins` with the client as its first argument. */
export interface GetBasketMargins extends Margins<[kite: KiteClient]> {}
/** `kite.orders.getBasketMargins`. */
export interface BoundGetBasketMargins extends Margins<[]> {}

const facts = {
  id: "getBasketMargins",
  method: "POST",
  path: "/margins/basket",
  // Pure computation: asked twice, the server answers twice, and no order, margin or count has changed.
  idempotent: true,
  stales: [],
  encode: ({ orders, consider_positions = true, mode }: BasketMarginsParams): Encoded => ({
    json: marginBody(orders),
    query: {
      consider_positions: requireBoolean("consider_positions", consider_positions),
      mode: ifGiven(mode, (value) => requireOneOf("mode", value, ["compact"])),
    },
  }),
} as const;
const full: Endpoint<BasketMarginsParams, BasketMargin, BasketMarginWire> = defineEndpoint({
  ...facts,
  response: BasketMarginSchema,
});
const compact: Endpoint<BasketMarginsParams, CompactBasketMargin, CompactBasketMarginWire> = defineEndpoint({
  ...facts,
  response: CompactBasketMarginSchema,
});

/**
 * Computes the margin that several orders need together, in rupees: `initial` without and `final` with the benefit of covering each
 * other. Nothing is placed or blocked.
 *
 * @example
 * const { initial, final } = await getBasketMargins(kite, { orders: [hedge, sale] });
 * console.log(`saves ₹${initial.total - final.total}`);
 *
 * @see https://kite.trade/docs/connect/v3/margins/#basket-margins
 * @function
 */
export const getBasketMargins: GetBasketMargins = Object.assign(
  (kite: KiteClient, params: BasketMarginsParams, options?: CallOptions): Promise<unknown> =>
    params?.mode === "compact" ? compact(kite, params, options) : full(kite, params, options),
  { raw: full.raw, spec: full.spec },
) as GetBasketMargins;
