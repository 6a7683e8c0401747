import { type GenericSchema, type InferInput, type InferOutput, nullable, number, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { ProductSchema } from "./enums/product.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { preparing } from "./preparing.ts";
import { IstTimeSchema } from "./time/ist-time.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

const Fields = object({
  /** The exchange's number for it. */
  trade_id: string(),
  order_id: string(),
  exchange_order_id: nullable(string()),
  exchange: ExchangeSchema,
  tradingsymbol: string(),
  instrument_token: InstrumentTokenSchema,
  product: ProductSchema,
  transaction_type: TransactionTypeSchema,
  /** Price of this fill. */
  average_price: number(),
  /** Filled here: shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  quantity: number(),
  fill_timestamp: IstTimeSchema,
  /**
   * When Kite took the order. The wire has the time of day alone; the day is that of the fill, so an order from the evening before
   * seems to be later than its trade.
   */
  order_timestamp: IstTimeSchema,
  exchange_timestamp: IstTimeOrNoneSchema,
});
export interface Trade extends InferOutput<typeof Fields> {}
export interface TradeWire extends Omit<InferInput<typeof Fields>, "quantity"> {
  quantity?: number;
  /** What Kite's documentation calls `quantity`. */
  filled?: number;
}

/**
 * One fill of an order. Prices are rupees per unit.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-all-trades
 */
export const TradeSchema: GenericSchema<TradeWire, Trade> = preparing(complete, Fields);

/** Gives the quantity its name, and the time of the order its day. */
function complete(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  const { quantity, filled, order_timestamp, fill_timestamp } = row as Record<string, unknown>;
  const day = typeof fill_timestamp === "string" ? fill_timestamp.slice(0, 10) : "";
  const isTimeOnly = typeof order_timestamp === "string" && /^\d\d:\d\d:\d\d$/.test(order_timestamp);
  return {
    ...row,
    quantity: quantity ?? filled,
    order_timestamp: isTimeOnly ? `${day} ${order_timestamp}` : order_timestamp,
  };
}
