import { array, type InferInput, type InferOutput, number, object } from "valibot";

/** One price of the order book. An empty row is all zeros. */
export const DepthLevelSchema = object({
  /** Rupees. */
  price: number(),
  /** What is wanted or offered at the price: shares, units of a contract, or lots on MCX and the currency exchanges. */
  quantity: number(),
  /** Number of orders behind the quantity. */
  orders: number(),
});
export interface DepthLevel extends InferOutput<typeof DepthLevelSchema> {}

/** The five best prices of each side, the best first. */
export const DepthSchema = object({
  buy: array(DepthLevelSchema),
  sell: array(DepthLevelSchema),
});
export interface Depth extends InferOutput<typeof DepthSchema> {}
export interface DepthWire extends InferInput<typeof DepthSchema> {}
