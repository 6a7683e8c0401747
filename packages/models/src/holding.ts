import {
  boolean,
  type InferInput,
  type InferOutput,
  nullable,
  number,
  object,
  optional,
  string,
  unknown,
} from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { ProductSchema } from "./enums/product.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { readHolding } from "./quick/holding.ts";
import { quick } from "./quick/quick.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * Units of an instrument in the demat account. Prices are rupees per unit. The optional fields are missing in older rows.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#holdings
 */
export const HoldingSchema = object({
  /** Exchange symbol, e.g. `INFY`. */
  tradingsymbol: string(),
  exchange: ExchangeSchema,
  instrument_token: InstrumentTokenSchema,
  isin: string(),
  product: ProductSchema,
  /** Undocumented, 0 so far. */
  price: number(),
  /** Settled net units. Those in `t1_quantity` come on top. */
  quantity: number(),
  /** Units bought but not delivered yet. */
  t1_quantity: number(),
  /** Units in the demat account. */
  realised_quantity: number(),
  /** Units that the depository lets the broker sell. */
  authorised_quantity: number(),
  /** Midnight in India on the day of that authorisation. */
  authorised_date: IstTimeOrNoneSchema,
  /** Units carried over from the day before. */
  opening_quantity: number(),
  /** Units pledged as collateral. */
  collateral_quantity: number(),
  /** Empty or null when nothing is pledged. */
  collateral_type: nullable(string()),
  /** Whether `average_price` is in doubt. */
  discrepancy: boolean(),
  /** What a unit cost. Often has more than two decimals. */
  average_price: number(),
  /** A cached price, not a live one. */
  last_price: number(),
  /** Close of the previous session; 0 for a new listing. */
  close_price: number(),
  /** Rupees gained: (`last_price` - `average_price`) × (`quantity` + `t1_quantity`). */
  pnl: number(),
  /** Rupees per unit since the previous close. */
  day_change: number(),
  /** `day_change` in percent of the previous close. */
  day_change_percentage: number(),
  /** Units sold today. */
  used_quantity: optional(number()),
  /** Of a shape that Kite does not document, empty so far. */
  authorisation: optional(unknown()),
  /** Undocumented. */
  short_quantity: optional(number()),
  /** Units bought with margin funding. In the answers seen, `quantity` and `pnl` are without them. */
  mtf: optional(
    object({
      quantity: number(),
      used_quantity: number(),
      /** Rupees per unit. */
      average_price: number(),
      /** Rupees. */
      value: number(),
      /** Rupees. */
      initial_margin: number(),
    }),
  ),
});
quick(HoldingSchema, readHolding);
export interface Holding extends InferOutput<typeof HoldingSchema> {}
export interface HoldingWire extends InferInput<typeof HoldingSchema> {}
