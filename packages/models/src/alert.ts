import { type InferInput, type InferOutput, number, object, optional, string } from "valibot";
import { AlertBasketSchema } from "./alert-basket.ts";
import { AlertAttributeSchema } from "./enums/alert-attribute.ts";
import { AlertOperatorSchema } from "./enums/alert-operator.ts";
import { AlertRhsTypeSchema } from "./enums/alert-rhs-type.ts";
import { AlertStatusSchema } from "./enums/alert-status.ts";
import { AlertTypeSchema } from "./enums/alert-type.ts";
import { ExchangeSchema } from "./enums/exchange.ts";
import { IstTimeSchema } from "./time/ist-time.ts";

/**
 * A condition being watched: left side, operator, right side.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 */
export const AlertSchema = object({
  type: AlertTypeSchema,
  user_id: string(),
  uuid: string(),
  name: string(),
  status: AlertStatusSchema,
  /** Empty unless the system has disabled it. */
  disabled_reason: string(),
  lhs_attribute: AlertAttributeSchema,
  lhs_exchange: ExchangeSchema,
  lhs_tradingsymbol: string(),
  operator: AlertOperatorSchema,
  rhs_type: AlertRhsTypeSchema,
  /** The instrument compared with; all three are empty where `rhs_type` is `constant`. */
  rhs_attribute: AlertAttributeSchema,
  rhs_exchange: ExchangeSchema,
  rhs_tradingsymbol: string(),
  /** The number compared with, in the unit of the left side: rupees, or points of an index. */
  rhs_constant: number(),
  /** How often it has fired. */
  alert_count: number(),
  created_at: IstTimeSchema,
  updated_at: IstTimeSchema,
  /** Orders of an `ato` alert. The answer to its creation comes without. */
  basket: optional(AlertBasketSchema),
});
export interface Alert extends InferOutput<typeof AlertSchema> {}
export interface AlertWire extends InferInput<typeof AlertSchema> {}
