/** Something that can be held or traded. */
export interface Instrument {
  readonly exchange: "NSE" | "BSE" | "NFO" | "MCX";
  readonly tradingsymbol: string;
  /** Exchange token × 256 + segment code (NSE 1, NFO 2, BSE 4, MCX 7). */
  readonly instrument_token: number;
  /** Empty for derivatives. */
  readonly isin: string;
  /** Quantities are multiples of this: 1 in cash and on MCX, where they count lots. */
  readonly lot_size: number;
  /** Rupees per unit of quantity for a price of one rupee: 1, or what an MCX lot holds. */
  readonly multiplier: number;
  /** Smallest price step, in paise. */
  readonly tick: number;
  /** Price around which the seeds vary, in paise. */
  readonly typicalPrice: number;
  /** First day of trading: there is no previous close. */
  readonly firstDay: boolean;
}

/** Exchanges where shares change hands for delivery; the others trade contracts. */
export function isEquity(exchange: string): boolean {
  return exchange === "NSE" || exchange === "BSE";
}
