/** What a replay takes from `GET /quote` at the beginning: what packets do not carry, and where things stood. */
export interface QuoteRow {
  readonly last_price: number;
  readonly volume: number;
  readonly oi: number;
  readonly ohlc: { readonly open: number; readonly high: number; readonly low: number; readonly close: number };
  /** Undefined for an index, or when the answer did not say. */
  readonly band: { readonly lower: number; readonly upper: number } | undefined;
}

/** Reads the quotes of a recording. Rows without a price are left out. */
export function readQuoteRows(json: string): Map<string, QuoteRow> {
  const rows = Object(JSON.parse(json)) as Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  return new Map(
    Object.entries(rows).flatMap(([key, row]) => (isNumber(row?.last_price) ? [[key, quoteRow(row)]] : [])),
  );
}

function quoteRow(row: Readonly<Record<string, unknown>> | null): QuoteRow {
  const { last_price, volume, oi, ohlc, lower_circuit_limit: lower, upper_circuit_limit: upper } = Object(row);
  const price = (value: unknown): number => (isNumber(value) ? value : 0);
  const { open, high, low, close } = Object(ohlc);
  return {
    last_price: price(last_price),
    volume: price(volume),
    oi: price(oi),
    ohlc: { open: price(open), high: price(high), low: price(low), close: price(close) },
    band: isNumber(lower) && isNumber(upper) && upper > 0 ? { lower, upper } : undefined,
  };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
