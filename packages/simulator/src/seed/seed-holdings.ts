import { dayOfDate } from "../market/day.ts";
import type { Instrument } from "../market/instrument.ts";
import { sessionBefore } from "../market/session.ts";
import { type Delivery, financedPart, type Holding } from "../portfolio/holding.ts";
import { settlementDay } from "../portfolio/settlement-day.ts";
import type { Random } from "../random.ts";
import type { SeedSource } from "./seed-account.ts";

/** What makes a row different from a plain one. */
interface Traits extends Partial<Omit<Holding, "instrument" | "average_price" | "mtf" | "deliveries">> {
  /** Percent of the last price that was paid, lowest and highest; default 70 to 115. */
  readonly paid?: readonly [number, number];
  /** Shares bought with the broker's money. */
  readonly financed?: number;
}

/** A demat account in which every kind of row occurs that the API is known to send. */
export function seedHoldings(random: Random, { market, today }: SeedSource): Holding[] {
  const hold = (exchange: string, tradingsymbol: string, traits: Traits = {}): Holding => {
    const instrument = market.instrument(exchange, tradingsymbol);
    return holdingOf(random, instrument, market.priceOf(instrument).last_price, today, traits);
  };
  const some = (min: number, max: number): number => random.int(min, max);
  const sold = some(10, 25);
  const holdings = [
    // sold short elsewhere and not delivered, which is why an auction is on
    hold("NSE", "ASHOKLEY", { short_quantity: some(1, 5) }),
    hold("NSE", "HDFCBANK", { t1_quantity: some(5, 20) }),
    hold("NSE", "INFY", { paid: [60, 90] }),
    // what was paid exceeds the price under every seed: a loss
    hold("NSE", "ITC", { paid: [106, 118], collateral_type: null }),
    hold("NSE", "M&M", { financed: some(20, 60) }),
    hold("NSE", "NTPC", { absent: ["used_quantity", "authorisation", "short_quantity", "mtf"] }),
    hold("NSE", "RELIANCE", { realised_quantity: 60, collateral_quantity: some(10, 40), collateral_type: "pledge" }),
    hold("NSE", "SIMLIST"),
    hold("NSE", "TATASTEEL", { realised_quantity: 150, used_quantity: sold, authorised_quantity: sold + some(0, 50) }),
    hold("NSE", "WIPRO", { discrepancy: true, absent: ["mtf"] }),
    hold("BSE", "SBIN", { realised_quantity: some(5, 25) }),
    hold("BSE", "TCS"),
  ];
  // left out at the end, so that a small market leaves the figures of the others as they are
  return holdings.filter(({ instrument }) => market.has(instrument));
}

function holdingOf(random: Random, instrument: Instrument, last: number, today: string, traits: Traits): Holding {
  const { paid = [70, 115], financed = 0, ...own } = traits;
  const average_price = priceWithFiveDecimals(random, last, paid);
  return {
    instrument,
    realised_quantity: random.int(5, 80),
    t1_quantity: 0,
    used_quantity: 0,
    short_quantity: 0,
    collateral_quantity: 0,
    collateral_type: "",
    discrepancy: false,
    average_price,
    authorised_quantity: 0,
    authorised_date: today,
    mtf: financedPart(financed, financed * average_price),
    absent: [],
    ...own,
    deliveries: deliveriesOf(own.t1_quantity ?? 0, today),
  };
}

/** They were bought on the trading day before. */
function deliveriesOf(quantity: number, today: string): Delivery[] {
  if (quantity === 0) return [];
  return [{ quantity, day: settlementDay(sessionBefore("equity", dayOfDate(today)).day) }];
}

/** An average over many purchases; an odd number of 32nds has exactly five decimals. */
function priceWithFiveDecimals(random: Random, last: number, [lowest, highest]: readonly [number, number]): number {
  const rupees = Math.round((last * random.int(lowest, highest)) / 100);
  return rupees + (2 * random.int(0, 15) + 1) / 32;
}
