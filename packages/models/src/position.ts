import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { ProductSchema } from "./enums/product.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { readPosition } from "./quick/position.ts";
import { quick } from "./quick/quick.ts";

/**
 * A position in one instrument and product. Prices are rupees per unit, values and gains are rupees.
 *
 * Quantities are shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD; negative means sold short. No
 * figure includes charges.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#positions
 */
export const PositionSchema = object({
  tradingsymbol: string(),
  exchange: ExchangeSchema,
  instrument_token: InstrumentTokenSchema,
  product: ProductSchema,
  /** What is open; 0 once the position is closed, though the row stays for the day. */
  quantity: number(),
  /** What was carried over from the day before. */
  overnight_quantity: number(),
  /** What one unit of `quantity` gains in rupees when the price rises by one rupee; above 1 where quantities are lots. */
  multiplier: number(),
  /** Price at which the open quantity was taken on; 0 when flat. */
  average_price: number(),
  /** Close of the previous session; may be 0. */
  close_price: number(),
  /** A cached price, not a live one. */
  last_price: number(),
  /** `sell_value` - `buy_value`. */
  value: number(),
  /** `value` + `quantity` × `last_price` × `multiplier`. */
  pnl: number(),
  /** Gain since the previous close: `sell_m2m` - `buy_m2m` + `quantity` × `last_price` × `multiplier`. */
  m2m: number(),
  /** The same as `pnl` so far, even for closed positions. */
  unrealised: number(),
  /** 0 so far, even for closed positions. */
  realised: number(),
  /** Bought, including what was carried over. */
  buy_quantity: number(),
  /** Average price of `buy_quantity`. */
  buy_price: number(),
  /** `buy_quantity` × `buy_price` × `multiplier`. */
  buy_value: number(),
  /** `buy_value` with what was carried over at the previous close. */
  buy_m2m: number(),
  /** Sold, including what was carried over. */
  sell_quantity: number(),
  /** Average price of `sell_quantity`. */
  sell_price: number(),
  /** `sell_quantity` × `sell_price` × `multiplier`. */
  sell_value: number(),
  /** `sell_value` with what was carried over at the previous close. */
  sell_m2m: number(),
  /** Bought today. */
  day_buy_quantity: number(),
  day_buy_price: number(),
  day_buy_value: number(),
  /** Sold today. */
  day_sell_quantity: number(),
  day_sell_price: number(),
  day_sell_value: number(),
});
quick(PositionSchema, readPosition);
export interface Position extends InferOutput<typeof PositionSchema> {}
export interface PositionWire extends InferInput<typeof PositionSchema> {}
