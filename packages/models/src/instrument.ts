import { type GenericSchema, type InferInput, type InferOutput, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { InstrumentTypeSchema } from "./enums/instrument-type.ts";
import { SegmentSchema } from "./enums/segment.ts";
import { reading } from "./reading.ts";

const number = /^-?\d+(\.\d+)?$/;
const day = /^\d{4}-\d\d-\d\d$/;

const NumberTextSchema: GenericSchema<string, number> = reading("column", "number", (value) =>
  typeof value === "string" && number.test(value) ? Number(value) : undefined,
);

/**
 * A row of the instrument list. Texts on the wire, since it is CSV.
 *
 * Tokens of contracts are used again after their expiry: keep what you store by `exchange` and `tradingsymbol`.
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/#instruments
 */
export const InstrumentSchema = object({
  /** Key for candles and for the stream. */
  instrument_token: NumberTextSchema,
  /** The exchange's own number: `instrument_token` without its last byte. */
  exchange_token: NumberTextSchema,
  tradingsymbol: string(),
  /** Company, or what a contract is on; empty in some rows. */
  name: string(),
  /** Rupees, when the list was made; 0 in the cash segments. */
  last_price: NumberTextSchema,
  /** Calendar date in India, `yyyy-mm-dd`; null for what does not expire. */
  expiry: reading<string, string | null>("column", "yyyy-mm-dd", (value) =>
    value === "" ? null : typeof value === "string" && day.test(value) ? value : undefined,
  ),
  /** Rupees; 0 for what is no option. */
  strike: reading<string, number>("column", "number", (value) =>
    value === "" ? 0 : typeof value === "string" && number.test(value) ? Number(value) : undefined,
  ),
  /** Smallest price step, rupees. */
  tick_size: NumberTextSchema,
  /** Orders are multiples of this; 1 where quantities count lots, on MCX for one. */
  lot_size: NumberTextSchema,
  instrument_type: InstrumentTypeSchema,
  segment: SegmentSchema,
  exchange: ExchangeSchema,
});
export interface Instrument extends InferOutput<typeof InstrumentSchema> {}
export interface InstrumentWire extends InferInput<typeof InstrumentSchema> {}
