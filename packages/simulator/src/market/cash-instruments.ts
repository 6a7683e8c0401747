import { EXCHANGES, type Instrument, SEGMENT_CODES } from "./instrument.ts";
import { isin } from "./isin.ts";
import { sectorOf } from "./sectors.ts";
import { type ShareFacts, shares } from "./share-list.ts";
import type { Factor, Spot } from "./spot.ts";
import { shareTick } from "./tick.ts";

/** Since when there are candles. */
export const FIRST_DAY_EVER = "2015-02-02";

/**
 * Everything in the cash markets.
 *
 * @param today - First trading day, `yyyy-mm-dd`, of the share that is always new: it has no previous close.
 */
export function listShares(today: string): Instrument[] {
  return shares.flatMap((facts, index) => {
    const spot = shareSpot(facts);
    const listed = facts.symbol === NEWCOMER ? today : (facts.listed ?? FIRST_DAY_EVER);
    const common = {
      name: facts.name,
      instrument_type: "EQ",
      isin: facts.isin ?? isin(`INE9S${index.toString(36).toUpperCase().padStart(2, "0")}0101`),
      expiry: "",
      strike: 0,
      lot_size: 1,
      multiplier: 1,
      tick: shareTick(facts.price),
      freezeQuantity: 100_000,
      listed,
      spot,
      activity: facts.activity ?? 1,
    } as const;
    const volume = 2_000_000 / facts.price + 5;
    return EXCHANGES.flatMap((exchange): Instrument[] => {
      const token = exchange === "NSE" ? facts.nse : exchange === "BSE" ? facts.bse : undefined;
      if (token === undefined) return [];
      return [
        {
          ...common,
          exchange,
          segment: exchange,
          tradingsymbol: exchange === "NSE" && facts.series ? `${facts.symbol}-${facts.series}` : facts.symbol,
          instrument_token: token * 256 + SEGMENT_CODES[exchange],
          // most of the trading is on NSE
          typicalVolume: exchange === "NSE" ? volume : volume / 8,
        },
      ];
    });
  });
}

/** Symbol of the share whose first day is the day the exchange starts on. */
const NEWCOMER = "SIMLIST";

/** What all shares have in common. */
export const MARKET_FACTOR = "the market";

/** How a share moves with others: half of its way is everybody's, a quarter that of its trade. */
const MARKET: Factor = { name: MARKET_FACTOR, part: 0.5 };
const SECTOR_PART = 0.25;

export function shareSpot({ symbol, price, series, lot }: ShareFacts): Spot {
  const sector = sectorOf(symbol);
  return {
    name: symbol,
    typicalPrice: price * 100,
    // a share in a series with a narrow price band is held to half the movement
    volatility: series ? 0.5 : 1,
    hours: "equity",
    factors: sector === undefined ? [MARKET] : [MARKET, { name: `shares of ${sector}`, part: SECTOR_PART }],
    ...(lot !== undefined && { closesByAuction: true }),
  };
}
