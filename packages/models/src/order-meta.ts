import { type InferInput, type InferOutput, lazy, number, object, optional, string } from "valibot";

const Text = string();
const Details = object({
  /** Where this order stands among the legs of its iceberg. */
  iceberg: optional(
    object({
      /** Number of this leg. */
      leg: number(),
      legs: number(),
      leg_quantity: number(),
      total_quantity: number(),
      remaining_quantity: number(),
    }),
  ),
});

/** Extra facts on an order: usually an empty object; Kite's documentation allows text too. */
export const OrderMetaSchema = lazy((input) => (typeof input === "string" ? Text : Details));
export type OrderMeta = InferOutput<typeof OrderMetaSchema>;
export type OrderMetaWire = InferInput<typeof OrderMetaSchema>;
