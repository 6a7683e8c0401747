import { _addIssue, type GenericSchema } from "valibot";
import type { OrderId } from "./order-id.ts";
import { fieldsOf, isSlice, type OrderSlice, type OrderSliceWire, readSlice } from "./order-slice.ts";
import { ownSchema } from "./own-schema.ts";

/** An order that Kite cut into slices. Each slice stands in the order book by itself, and there is no cancel for all of them. */
export interface SlicedOrder {
  /** Umbrella over the slices, which need not occur in the order book; null where the server names none. */
  readonly order_id: string | null;
  /** Slices that were placed and slices that were refused, at most 10. */
  readonly children: OrderSlice[];
}

/** Answer to a new order. Only orders with `autoslice` can have `children`. */
export type PlacedOrder = (OrderId & { readonly children?: undefined }) | SlicedOrder;

/** The three shapes on the wire: a plain order, an umbrella with slices, slices alone. */
export type PlacedOrderWire =
  | { order_id: string; children?: undefined }
  | { order_id: string | null; children: OrderSliceWire[] }
  | OrderSliceWire[];

/**
 * Reads the answer to a new order; slices alone get a null as their umbrella. One odd slice hides no other.
 *
 * Written out, and not made of object schemas: this answer comes with every order placed, and its three shapes as schemas are a fifth
 * of what a bundle of `placeOrder` weighs.
 */
export const PlacedOrderSchema: GenericSchema<PlacedOrderWire, PlacedOrder> = ownSchema(function (dataset, config) {
  const value = readPlacedOrder(dataset.value);
  const message = problemOf(value);
  const read = { typed: true, value } as const;
  if (message) _addIssue(this, "type", read, config, { message });
  return read;
});

function problemOf(order: unknown): string | undefined {
  const { order_id, children } = fieldsOf(order);
  const list = Array.isArray(children) ? children : [];
  const odd = list.findIndex((child) => !isSlice(child));
  if (odd >= 0) return `children[${odd}]: Expected an order`;
  const isNamed = typeof order_id === "string" || (order_id === null && Array.isArray(children));
  return isNamed ? undefined : "order_id: Expected string";
}

function readPlacedOrder(answer: unknown): unknown {
  if (Array.isArray(answer)) return { order_id: null, children: answer.map(readSlice) };
  const { order_id, children } = fieldsOf(answer);
  if (Array.isArray(children)) return { order_id, children: children.map(readSlice) };
  return typeof order_id === "string" && !children ? { order_id } : answer;
}
