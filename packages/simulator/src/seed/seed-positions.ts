import type { Instrument } from "../market/instrument.ts";
import type { Holding } from "../portfolio/holding.ts";
import { type Part, type Position, type Product, UNTRADED } from "../portfolio/position.ts";
import type { Random } from "../random.ts";
import type { SeedSource } from "./seed-account.ts";

type Trades = Partial<Omit<Position, "instrument" | "product">>;

/** A book with every kind of position: long, short, closed, carried, delivery and intraday, shares, contracts and lots. */
export function seedPositions(
  random: Random,
  { market, contractMonth }: SeedSource,
  holdings: readonly Holding[],
): Position[] {
  const book: Position[] = [];
  const trade = (exchange: string, symbol: string, product: Product, trades: (part: MakePart) => Trades): void => {
    const instrument = market.instrument(exchange, symbol);
    const make: MakePart = (quantity) => partAt(random, instrument, market.priceOf(instrument).last_price, quantity);
    book.push({ instrument, product, ...UNTRADED, ...trades(make) });
  };
  const contract = (name: string, kind: string): string => `${name}${contractMonth}${kind}`;
  const some = (min: number, max: number): number => random.int(min, max);
  const closed = some(20, 120);

  trade("NFO", contract("NIFTY", "FUT"), "NRML", (part) => ({ carriedLong: part(65 * some(2, 4)), sold: part(65) }));
  trade("NFO", contract("NIFTY", "24500PE"), "MIS", (part) => ({ sold: part(65 * some(1, 3)) }));
  trade("NFO", contract("NIFTY", "25500CE"), "NRML", (part) => ({ bought: part(65 * some(1, 3)) }));
  trade("NFO", contract("RELIANCE", "FUT"), "NRML", (part) => ({ carriedShort: part(500), sold: part(500) }));
  trade("MCX", contract("LEADMINI", "FUT"), "NRML", (part) => ({ carriedLong: part(some(1, 3)) }));
  trade("MCX", contract("GOLDGUINEA", "FUT"), "NRML", (part) => ({
    carriedLong: part(3),
    bought: part(1),
    sold: part(4),
  }));
  trade("NSE", "AXISBANK", "CNC", (part) => ({ bought: part(some(5, 40)) }));
  trade("NSE", "ICICIBANK", "MIS", (part) => ({ bought: part(closed), sold: part(closed) }));
  // shorter than the demat account is long, so that not all of it can become a delivery
  trade("BSE", "SBIN", "MIS", (part) => ({ bought: part(some(5, 20)), sold: part(some(50, 90)) }));
  // what was sold out of the demat account shows here as a short delivery position
  for (const { instrument, used_quantity } of holdings) {
    if (used_quantity > 0) {
      trade(instrument.exchange, instrument.tradingsymbol, "CNC", (part) => ({ sold: part(used_quantity) }));
    }
  }
  // as with the holdings
  return book.filter(({ instrument }) => market.has(instrument));
}

type MakePart = (quantity: number) => Part;

/** Some quantity traded on the tick grid, up to 3 % away from the last price. */
function partAt(random: Random, { tick, multiplier }: Instrument, last_price: number, quantity: number): Part {
  const ticks = Math.round((last_price * 100) / tick);
  const reach = Math.floor(ticks * 0.03);
  const paise = (ticks + random.int(-reach, reach)) * tick;
  return { quantity, value: (quantity * paise * multiplier) / 100 };
}
