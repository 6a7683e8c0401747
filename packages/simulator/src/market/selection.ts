import { type Instrument, isEquity, isIndex, keyOf } from "./instrument.ts";

/**
 * What is listed: everything, or for tests that want to start quickly a small market or the instruments of these keys alone,
 * e.g. `NSE:INFY`.
 */
export type MarketSelection = "all" | "small" | readonly string[];

/** The contracts of a selection begin with these; the others need not be made. */
export interface Selection {
  has(instrument: Instrument): boolean;
  /** Whether there may be contracts on an underlying, by exchange and first part of the symbols. */
  mayHave(exchange: string, symbol: string): boolean;
}

const SMALL = {
  indices: ["NIFTY 50", "NIFTY BANK", "SENSEX"],
  shares: [
    ...["ASHOKLEY", "AXISBANK", "HDFCBANK", "ICICIBANK", "INFY", "ITC", "M&M"],
    ...["NTPC", "RELIANCE", "SBIN", "SIMLIST", "TATASTEEL", "TCS", "WIPRO"],
  ],
  underlyings: ["NFO:NIFTY", "NFO:RELIANCE", "CDS:USDINR", "MCX:GOLDGUINEA", "MCX:LEADMINI"],
  /** Rupees between the strikes of its options. */
  strikes: 500,
};

const small: Selection = {
  has: ({ exchange, expiry, instrument_type, segment, spot, strike, tradingsymbol }) => {
    if (expiry === "") return (isIndex({ segment }) ? SMALL.indices : SMALL.shares).includes(tradingsymbol);
    if (instrument_type === "FUT")
      return SMALL.underlyings.some((name) => `${exchange}:${tradingsymbol}`.startsWith(name));
    return spot.name === "NIFTY 50" && strike % SMALL.strikes === 0 && /\d\d[A-Z]{3}\d+[CP]E$/.test(tradingsymbol);
  },
  mayHave: (exchange, symbol) => SMALL.underlyings.includes(`${exchange}:${symbol}`),
};

const all: Selection = { has: () => true, mayHave: () => true };

export function selectionOf(market: MarketSelection): Selection {
  if (market === "all") return all;
  if (market === "small") return small;
  const keys = new Set(market);
  return {
    has: (instrument) => keys.has(keyOf(instrument)),
    mayHave: (exchange, symbol) => market.some((key) => !isEquity(exchange) && key.startsWith(`${exchange}:${symbol}`)),
  };
}

/** @throws {TypeError} for what is no selection. Whether its keys are listed is another question. */
export function checkSelection(market: MarketSelection): void {
  if (market === "all" || market === "small") return;
  if (!Array.isArray(market) || market.length === 0 || !market.every((key) => typeof key === "string")) {
    throw new TypeError(`market: expected "all", "small" or a list of keys such as "NSE:INFY"`);
  }
}
