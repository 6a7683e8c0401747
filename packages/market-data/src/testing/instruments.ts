import type { Instrument } from "@kite/models";

/** The columns of the list, in Kite's order. */
const columns: readonly (keyof Instrument)[] = [
  ...(["instrument_token", "exchange_token", "tradingsymbol", "name", "last_price", "expiry"] as const),
  ...(["strike", "tick_size", "lot_size", "instrument_type", "segment", "exchange"] as const),
];

/** A share; the rest is made up. */
export const share = (
  token: number,
  tradingsymbol: string,
  name: string,
  more: Partial<Instrument> = {},
): Instrument => ({
  instrument_token: token * 256 + 1,
  exchange_token: token,
  tradingsymbol,
  name,
  last_price: 0,
  expiry: null,
  strike: 0,
  tick_size: 0.05,
  lot_size: 1,
  instrument_type: "EQ",
  segment: "NSE",
  exchange: "NSE",
  ...more,
});

/** An option or a future of NFO; the symbol follows from the rest. */
export const contract = (
  token: number,
  name: string,
  expiry: string,
  instrument_type: "CE" | "PE" | "FUT",
  strike = 0,
  more: Partial<Instrument> = {},
): Instrument => ({
  ...share(token, `${name}${expiry.slice(2).replaceAll("-", "")}${strike || ""}${instrument_type}`, name),
  instrument_token: token * 256 + 2,
  expiry,
  strike,
  lot_size: 75,
  instrument_type,
  segment: instrument_type === "FUT" ? "NFO-FUT" : "NFO-OPT",
  exchange: "NFO",
  ...more,
});

/** A small market of everything. */
export const market: readonly Instrument[] = [
  share(1594, "INFY", "INFOSYS"),
  share(500209, "INFY", "INFOSYS LTD.", { instrument_token: 500209 * 256 + 4, exchange: "BSE", segment: "BSE" }),
  share(2885, "RELIANCE", "RELIANCE INDUSTRIES"),
  share(2031, "M&M", "MAHINDRA & MAHINDRA"),
  share(3456, "TATAMOTORS", "TATA MOTORS"),
  share(3499, "TATASTEEL", "TATA STEEL"),
  share(11_111, "GOLDBEES", 'NIP IND ETF "GOLD", BEES'),
  share(1001, "NIFTY 50", "NIFTY 50", { instrument_token: 256265, segment: "INDICES" }),
  share(1019, "NIFTY BANK", "NIFTY BANK", { instrument_token: 260105, segment: "INDICES" }),
  contract(35_001, "NIFTY", "2026-03-26", "FUT"),
  contract(35_002, "NIFTY", "2026-04-30", "FUT"),
  contract(40_001, "NIFTY", "2026-03-12", "CE", 24_500),
  contract(40_002, "NIFTY", "2026-03-12", "PE", 24_500),
  contract(40_003, "NIFTY", "2026-03-26", "CE", 24_500),
  contract(40_004, "NIFTY", "2026-03-26", "PE", 24_500),
  contract(40_005, "NIFTY", "2026-03-26", "CE", 24_550),
  contract(40_006, "NIFTY", "2026-03-26", "PE", 24_600),
  contract(41_001, "RELIANCE", "2026-03-26", "FUT"),
];

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes rows the way Kite does. */
export function csvOf(rows: readonly Instrument[], lineEnd: "\r\n" | "\n" = "\r\n"): string {
  const lines = rows.map((row) => columns.map((column) => quoted(String(row[column] ?? ""))).join(","));
  return [columns.join(","), ...lines].map((line) => line + lineEnd).join("");
}
