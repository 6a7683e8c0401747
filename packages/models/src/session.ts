import { array, type InferInput, type InferOutput, nullable, object, string } from "valibot";
import { DematConsentSchema } from "./enums/demat-consent.ts";
import { ExchangeSchema } from "./enums/exchange.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { UserTypeSchema } from "./enums/user-type.ts";
import { IstTimeSchema } from "./time/ist-time.ts";

/**
 * A signed-in user with the tokens of the day.
 *
 * The answer does not say when `access_token` ends. Kite documents 06:00 the next day, sooner after a logout.
 *
 * @see https://kite.trade/docs/connect/v3/user/#authentication-and-token-exchange
 */
export const SessionSchema = object({
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
  api_key: string(),
  /** Secret. Signs every request, together with the API key. */
  access_token: string(),
  /** For public session validation. */
  public_token: string(),
  /** Secret. Empty unless Kite has approved the app for renewing sessions. */
  refresh_token: string(),
  login_time: IstTimeSchema,
});
export interface Session extends InferOutput<typeof SessionSchema> {}
export interface SessionWire extends InferInput<typeof SessionSchema> {}
