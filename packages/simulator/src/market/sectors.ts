/** Shares that move together, by trade. Who is in none goes with the whole market, and its own way. */
export const sectors: Readonly<Record<string, readonly string[]>> = {
  banks: ["AXISBANK", "HDFCBANK", "ICICIBANK", "KOTAKBANK", "SBIN"],
  finance: ["360ONE", "M&MFIN"],
  software: ["INFY", "TCS", "WIPRO"],
  energy: ["COALINDIA", "NTPC", "ONGC", "POWERGRID", "RELIANCE"],
  vehicles: ["ASHOKLEY", "BAJAJ-AUTO", "M&M", "MARUTI", "MRF"],
  consumers: ["HINDUNILVR", "ITC", "TITAN", "SUNPHARMA"],
  building: ["LT", "TATASTEEL", "ULTRACEMCO"],
};

const { banks = [], finance = [], software = [], energy = [], vehicles = [], consumers = [], building = [] } = sectors;
const large = [...banks, ...software, ...energy, ...consumers, ...building, "BHARTIARTL", "M&M", "MARUTI"];

/** The shares that an index is the average of, all of the same weight. An index that is missing follows nobody. */
export const baskets: Readonly<Record<string, readonly string[]>> = {
  "NIFTY 50": large,
  "NIFTY BANK": banks,
  "NIFTY NEXT 50": [...finance, ...vehicles, "NTPC", "POWERGRID", "ONGC"],
  "NIFTY FIN SERVICE": [...banks, ...finance],
  "NIFTY MID SELECT": [...finance, "ASHOKLEY", "MRF"],
  "NIFTY IT": software,
  SENSEX: large,
  BANKEX: banks,
};

/** Trade of a company; undefined where it does not matter. */
export function sectorOf(symbol: string): string | undefined {
  return Object.keys(sectors).find((sector) => sectors[sector]?.includes(symbol));
}
