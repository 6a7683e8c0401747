import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ChargesSchema } from "./charges.ts";
import { ExchangeSchema } from "./enums/exchange.ts";

/**
 * The margin that an order needs, or a basket in all. Rupees.
 *
 * @see https://kite.trade/docs/connect/v3/margins/#order-margins
 */
export const OrderMarginSchema = object({
  /** `equity` or `commodity`; empty in the totals of a basket, as are symbol and exchange. */
  type: string(),
  tradingsymbol: string(),
  exchange: ExchangeSchema,
  span: number(),
  exposure: number(),
  /** Can be below 0 in the totals of a basket. */
  option_premium: number(),
  additional: number(),
  bo: number(),
  cash: number(),
  /** Value at risk. */
  var: number(),
  pnl: object({ realised: number(), unrealised: number() }),
  /** Times; 1 for none. */
  leverage: number(),
  charges: ChargesSchema,
  total: number(),
});
export interface OrderMargin extends InferOutput<typeof OrderMarginSchema> {}
export interface OrderMarginWire extends InferInput<typeof OrderMarginSchema> {}
