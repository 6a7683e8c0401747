import { FIRST_DAY_EVER, MARKET_FACTOR, shareSpot } from "./cash-instruments.ts";
import { type Instrument, SEGMENT_CODES } from "./instrument.ts";
import { baskets } from "./sectors.ts";
import { shares } from "./share-list.ts";
import type { Spot } from "./spot.ts";

interface IndexFacts {
  readonly exchange: "NSE" | "BSE";
  readonly symbol: string;
  /** Exchange token. */
  readonly token: number;
  /** Points around which it moves. */
  readonly points: number;
}

const indices: readonly IndexFacts[] = [
  { exchange: "NSE", symbol: "NIFTY 50", token: 1001, points: 24_800 },
  { exchange: "NSE", symbol: "NIFTY BANK", token: 1016, points: 55_500 },
  { exchange: "NSE", symbol: "NIFTY NEXT 50", token: 1058, points: 67_000 },
  { exchange: "NSE", symbol: "NIFTY FIN SERVICE", token: 1034, points: 26_000 },
  { exchange: "NSE", symbol: "NIFTY MID SELECT", token: 1130, points: 12_900 },
  { exchange: "NSE", symbol: "NIFTY IT", token: 1013, points: 36_000 },
  { exchange: "NSE", symbol: "INDIA VIX", token: 1030, points: 14 },
  { exchange: "BSE", symbol: "SENSEX", token: 1, points: 81_000 },
  { exchange: "BSE", symbol: "BANKEX", token: 47, points: 61_000 },
];

export function listIndices(): Instrument[] {
  return indices.map(({ exchange, symbol, token }) => ({
    exchange,
    tradingsymbol: symbol,
    name: symbol,
    instrument_token: token * 256 + SEGMENT_CODES.INDICES,
    instrument_type: "EQ",
    segment: "INDICES",
    isin: "",
    expiry: "",
    strike: 0,
    lot_size: 1,
    multiplier: 1,
    tick: 5,
    freezeQuantity: 0,
    listed: FIRST_DAY_EVER,
    spot: indexSpot(symbol),
    activity: 1,
    typicalVolume: 0,
  }));
}

/** @throws {TypeError} when there is no such index. */
export function indexSpot(symbol: string): Spot {
  const facts = indices.find((index) => index.symbol === symbol);
  if (!facts) throw new TypeError(`no index ${symbol}`);
  // a mixture of shares moves less than each of them
  const spot: Spot = { name: symbol, typicalPrice: facts.points * 100, volatility: 0.5, hours: "equity" };
  const basket = shares.filter((share) => baskets[symbol]?.includes(share.symbol)).map(shareSpot);
  if (basket.length > 0) return { ...spot, basket };
  // fear grows when prices fall
  return { ...spot, factors: [{ name: MARKET_FACTOR, part: -0.6 }] };
}
