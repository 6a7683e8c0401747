import { array, type InferInput, type InferOutput, nullable, object, string } from "valibot";
import { DematConsentSchema } from "./enums/demat-consent.ts";
import { ExchangeSchema } from "./enums/exchange.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { UserTypeSchema } from "./enums/user-type.ts";

/**
 * A user and what the account may trade.
 *
 * @see https://kite.trade/docs/connect/v3/user/#user-profile
 */
export const ProfileSchema = object({
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
  meta: object({
    demat_consent: DematConsentSchema,
  }),
});
export interface Profile extends InferOutput<typeof ProfileSchema> {}
export interface ProfileWire extends InferInput<typeof ProfileSchema> {}
