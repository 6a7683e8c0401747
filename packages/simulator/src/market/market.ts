import { createRandom } from "../random.ts";
import type { Instrument } from "./instrument.ts";

/** Rupees per unit. */
export interface Price {
  readonly last_price: number;
  /** Previous session's close; 0 on the first day of trading. */
  readonly close_price: number;
}

/** What trades, and at which price. Prices follow from the seed and stand still. */
export class Market {
  readonly #listed = new Map<string, { readonly instrument: Instrument; readonly price: Price }>();

  constructor(seed: number, instruments: readonly Instrument[]) {
    for (const instrument of instruments) {
      this.#listed.set(key(instrument), { instrument, price: openingPrice(seed, instrument) });
    }
  }

  /** @throws {TypeError} when nothing of that name is listed: seeds name their instruments in code. */
  instrument(exchange: string, tradingsymbol: string): Instrument {
    return this.#entry({ exchange, tradingsymbol }).instrument;
  }

  priceOf(instrument: Instrument): Price {
    return this.#entry(instrument).price;
  }

  #entry(name: Name): { readonly instrument: Instrument; readonly price: Price } {
    const entry = this.#listed.get(key(name));
    if (!entry) throw new TypeError(`${key(name)} is not listed`);
    return entry;
  }
}

type Name = { readonly exchange: string; readonly tradingsymbol: string };

const key = ({ exchange, tradingsymbol }: Name): string => `${exchange}:${tradingsymbol}`;

/** Up to 5 % from the typical price, and up to 2 % from yesterday; both on the tick grid. */
function openingPrice(seed: number, { exchange, tradingsymbol, tick, typicalPrice, firstDay }: Instrument): Price {
  const random = createRandom(seed, `price ${key({ exchange, tradingsymbol })}`);
  const ticks = Math.round(typicalPrice / tick);
  const near = (centre: number, percent: number): number => {
    const reach = Math.floor((centre * percent) / 100);
    return centre + random.int(-reach, reach);
  };
  const close = near(ticks, 5);
  const last = near(close, 2);
  return { last_price: (last * tick) / 100, close_price: firstDay ? 0 : (close * tick) / 100 };
}
