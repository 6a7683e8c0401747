import { array, type InferInput, type InferOutput, nullable, object, string, unknown } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { UserTypeSchema } from "./enums/user-type.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * A user with contact, bank and demat details. Kite does not document this answer.
 *
 * @see https://kite.trade/docs/connect/v3/user/
 */
export const FullProfileSchema = object({
  /** Permanent client id. */
  user_id: string(),
  user_name: string(),
  user_shortname: string(),
  email: string(),
  user_type: UserTypeSchema,
  broker: string(),
  /** Exchanges the account is enabled for; `MF` stands for mutual funds. */
  exchanges: array(ExchangeSchema),
  /** Margin products the account is enabled for; may name some that Kite no longer takes. */
  products: array(ProductSchema),
  order_types: array(OrderTypeSchema),
  avatar_url: nullable(string()),
  /** Kind of second factor, e.g. `totp`. */
  twofa_type: string(),
  /** Masked to the last digits. */
  phone: string(),
  /** Income-tax number, masked. */
  pan: string(),
  bank_accounts: array(
    object({
      name: string(),
      /** May be empty. */
      branch: string(),
      /** Masked to the last digits. */
      account: string(),
    }),
  ),
  /** Demat accounts at the depository. */
  dp_ids: array(string()),
  tags: array(string()),
  /** When the password was set; null when the server does not say. */
  password_timestamp: IstTimeOrNoneSchema,
  /** When the second factor was set up; null when the server does not say. */
  twofa_timestamp: IstTimeOrNoneSchema,
  meta: object({
    poa: string(),
    silo: string(),
    /** Blocks on the account, of a shape that Kite does not document. */
    account_blocks: array(unknown()),
  }),
});
export interface FullProfile extends InferOutput<typeof FullProfileSchema> {}
export interface FullProfileWire extends InferInput<typeof FullProfileSchema> {}
