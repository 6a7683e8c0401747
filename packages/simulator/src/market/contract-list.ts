import { shareSpot } from "./cash-instruments.ts";
import { indexSpot } from "./index-list.ts";
import type { ExchangeName } from "./instrument.ts";
import type { Hours } from "./session.ts";
import { shares } from "./share-list.ts";
import type { Spot } from "./spot.ts";
import { indexFutureTick, optionTick, shareTick } from "./tick.ts";

/** The options on an underlying. Strikes in rupees. */
export interface OptionFacts {
  readonly step: number;
  /** Strikes above and below the one in the middle, of the monthly contracts and of the weekly ones. */
  readonly monthly: number;
  readonly weekly?: number;
  /** Paise. */
  readonly tick: number;
}

/** Something that futures and options are written on. */
export interface Underlying {
  readonly exchange: Exclude<ExchangeName, "NSE" | "BSE">;
  /** First part of the symbols. */
  readonly symbol: string;
  /** Column of the dump. */
  readonly name: string;
  readonly spot: Spot;
  /** When the contracts of a month end: on the last such weekday (0 is Sunday), or some trading days before the last. */
  readonly expiry: { readonly lastWeekday: number } | { readonly tradingDaysBeforeEnd: number };
  readonly lot_size: number;
  readonly multiplier: number;
  /** Paise. */
  readonly futureTick: number;
  readonly freezeQuantity: number;
  readonly options?: OptionFacts;
}

const TUESDAY = 2;
const THURSDAY = 4;

const NIFTY: OptionFacts = { step: 100, monthly: 30, weekly: 10, tick: optionTick("index", 0) };
const NARROW: OptionFacts = { step: 100, monthly: 15, tick: optionTick("index", 0) };

/** In a fixed order: the contracts' tokens follow from it. */
export const underlyings: readonly Underlying[] = [
  onIndex("NFO", "NIFTY", "NIFTY 50", 65, 1800, NIFTY),
  onIndex("NFO", "BANKNIFTY", "NIFTY BANK", 30, 600, NARROW),
  onIndex("NFO", "FINNIFTY", "NIFTY FIN SERVICE", 60, 1800, NARROW),
  onIndex("NFO", "MIDCPNIFTY", "NIFTY MID SELECT", 120, 2800, { ...NARROW, step: 50 }),
  onIndex("NFO", "NIFTYNXT50", "NIFTY NEXT 50", 25, 600, undefined),
  onIndex("BFO", "SENSEX", "SENSEX", 20, 1000, { ...NIFTY, monthly: 20 }),
  onIndex("BFO", "BANKEX", "BANKEX", 30, 900, undefined),
  ...shares.flatMap(({ symbol, name, price, lot, ...rest }): Underlying[] => {
    if (lot === undefined) return [];
    const spot = shareSpot({ symbol, name, price, ...rest });
    const options = { step: strikeStep(price), monthly: 5, tick: optionTick("share", price) };
    const facts = { lot_size: lot, multiplier: 1, futureTick: shareTick(price), freezeQuantity: lot * 40, options };
    return [{ exchange: "NFO", symbol, name: symbol, spot, expiry: { lastWeekday: TUESDAY }, ...facts }];
  }),
  currency("CDS", "USDINR", 88, { step: 0.5, monthly: 6, tick: 0.25 }),
  currency("CDS", "EURINR", 101),
  currency("CDS", "GBPINR", 117),
  currency("CDS", "JPYINR", 58),
  currency("BCD", "USDINR", 88),
  currency("BCD", "EURINR", 101),
  commodity("GOLD", "commodity", 101_000, 100, 100, { step: 1000, monthly: 5, tick: 50 }),
  commodity("GOLDM", "commodity", 100_500, 10, 100),
  commodity("GOLDGUINEA", "commodity", 82_000, 1, 100),
  commodity("GOLDPETAL", "commodity", 10_200, 1, 100),
  commodity("SILVER", "commodity", 118_000, 30, 100),
  commodity("CRUDEOIL", "commodity", 5_600, 100, 100, { step: 50, monthly: 6, tick: 10 }),
  commodity("NATURALGAS", "commodity", 270, 1250, 10),
  commodity("COPPER", "commodity", 905, 2500, 5),
  commodity("LEADMINI", "commodity", 181, 1000, 5),
  commodity("MENTHAOIL", "agri", 940, 360, 10),
];

function onIndex(
  exchange: "NFO" | "BFO",
  symbol: string,
  index: string,
  lot_size: number,
  freezeQuantity: number,
  options: OptionFacts | undefined,
): Underlying {
  const spot = indexSpot(index);
  const futureTick = indexFutureTick(spot.typicalPrice / 100);
  const expiry = { lastWeekday: exchange === "NFO" ? TUESDAY : THURSDAY };
  const facts = { lot_size, multiplier: 1, futureTick, freezeQuantity, ...(options && { options }) };
  return { exchange, symbol, name: symbol, spot, expiry, ...facts };
}

/** About a sixtieth of the price, in round numbers. */
function strikeStep(rupees: number): number {
  return [1, 2.5, 5, 10, 20, 50, 100].find((step) => step >= rupees / 60) ?? 200;
}

function currency(exchange: "CDS" | "BCD", symbol: string, rupees: number, options?: OptionFacts): Underlying {
  // the two exchanges trade the same currencies
  const spot: Spot = { name: symbol, typicalPrice: rupees * 100, volatility: 0.15, hours: "currency" };
  const facts = {
    lot_size: 1,
    multiplier: 1000,
    futureTick: 0.25,
    freezeQuantity: 10_000,
    ...(options && { options }),
  };
  // one of the two leaves the name of its rows empty
  const name = exchange === "CDS" ? symbol : "";
  return { exchange, symbol, name, spot, expiry: { tradingDaysBeforeEnd: 2 }, ...facts };
}

function commodity(
  symbol: string,
  hours: Hours,
  rupees: number,
  multiplier: number,
  futureTick: number,
  options?: OptionFacts,
): Underlying {
  const spot: Spot = { name: symbol, typicalPrice: rupees * 100, volatility: 0.8, hours };
  const facts = { lot_size: 1, multiplier, futureTick, freezeQuantity: 100, ...(options && { options }) };
  return { exchange: "MCX", symbol, name: symbol, spot, expiry: { tradingDaysBeforeEnd: 0 }, ...facts };
}
