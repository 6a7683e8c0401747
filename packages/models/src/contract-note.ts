import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ChargesSchema } from "./charges.ts";
import { ExchangeSchema } from "./enums/exchange.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { VarietySchema } from "./enums/variety.ts";

/**
 * What one executed order costs, as on the contract note. Its order id does not come back: go by the place in the list.
 *
 * @see https://kite.trade/docs/connect/v3/margins/#virtual-contract-note
 */
export const ContractNoteSchema = object({
  transaction_type: TransactionTypeSchema,
  tradingsymbol: string(),
  exchange: ExchangeSchema,
  variety: VarietySchema,
  product: ProductSchema,
  order_type: OrderTypeSchema,
  quantity: number(),
  /** Rupees per unit; the request's `average_price`. */
  price: number(),
  charges: ChargesSchema,
});
export interface ContractNote extends InferOutput<typeof ContractNoteSchema> {}
export interface ContractNoteWire extends InferInput<typeof ContractNoteSchema> {}
