import { requireText } from "@kite/core";
import type { Variety } from "@kite/models";
import { ifGiven } from "./require.ts";

/** An order that exists, as in a row of the order book. */
export interface OrderReference {
  /** Family the order was placed in; part of the route. Another one is answered with 404 or 405. */
  readonly variety: Variety;
  readonly order_id: string;
  /** First order of a cover order, where `order_id` is its second leg. A row's null counts as left out. */
  readonly parent_order_id?: string | null | undefined;
}

/** Gives the parts of the route to an order, or throws `InvalidInput`. */
export const orderRoute = ({ variety, order_id }: OrderReference): { variety: string; order_id: string } => ({
  variety: requireText("variety", variety),
  order_id: requireText("order_id", order_id),
});

/** Gives the parent of a second leg, undefined for every other order. */
export const parentOf = ({ parent_order_id }: OrderReference): string | undefined =>
  ifGiven(parent_order_id ?? undefined, (value) => requireText("parent_order_id", value));
