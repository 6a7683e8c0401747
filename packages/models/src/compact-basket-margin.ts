import { array, type InferInput, type InferOutput, object } from "valibot";
import { CompactMarginSchema } from "./compact-margin.ts";

/** The margin that several orders need together, without its parts. */
export const CompactBasketMarginSchema = object({
  /** Sum of the single orders. */
  initial: CompactMarginSchema,
  /** What is needed once the orders cover each other. */
  final: CompactMarginSchema,
  /** In the order of the request. */
  orders: array(CompactMarginSchema),
});
export interface CompactBasketMargin extends InferOutput<typeof CompactBasketMarginSchema> {}
export interface CompactBasketMarginWire extends InferInput<typeof CompactBasketMarginSchema> {}
