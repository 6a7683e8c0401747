import { type Instrument, keyOf } from "../market/instrument.ts";
import type { Side } from "../portfolio/position.ts";
import type { Offer, Offers } from "./matching.ts";

/** What orders took out of a book, by side and price. */
interface Eaten {
  /** The book as it was seen last, which spares comparing its text when it is seen again. */
  depth: Offers;
  readonly book: string;
  readonly quantities: Map<string, number>;
}

export type SavedLiquidity = readonly (readonly [string, string, readonly (readonly [string, number])[]])[];

/** Remembers what was already bought and sold, so that the same offer is not taken twice. A new book starts full. */
export class Liquidity {
  readonly #eaten = new Map<string, Eaten>();

  /** What is left of the market's book. */
  left(instrument: Instrument, depth: Offers): Offers {
    const { quantities } = this.#eatenOf(instrument, depth);
    const rest = (side: Side, levels: readonly Offer[]): Offer[] =>
      levels.map(({ price, quantity }) => ({ price, quantity: quantity - (quantities.get(`${side} ${price}`) ?? 0) }));
    return { buy: rest("SELL", depth.buy), sell: rest("BUY", depth.sell) };
  }

  /** Notes that an order on `side` took a quantity at a price. */
  take(instrument: Instrument, depth: Offers, side: Side, { price, quantity }: Offer): void {
    const { quantities } = this.#eatenOf(instrument, depth);
    quantities.set(`${side} ${price}`, (quantities.get(`${side} ${price}`) ?? 0) + quantity);
  }

  /** What is gone, by instrument: the book as it was seen, and the quantities by side and price. */
  save(): SavedLiquidity {
    return [...this.#eaten].map(([key, { book, quantities }]) => [key, book, [...quantities]]);
  }

  restore(saved: SavedLiquidity): void {
    this.#eaten.clear();
    for (const [key, book, quantities] of saved) {
      this.#eaten.set(key, { depth: JSON.parse(book), book, quantities: new Map(quantities) });
    }
  }

  #eatenOf(instrument: Instrument, depth: Offers): Eaten {
    const known = this.#eaten.get(keyOf(instrument));
    if (known?.depth === depth) return known;
    const book = JSON.stringify(depth);
    if (known?.book === book) return Object.assign(known, { depth });
    const fresh = { depth, book, quantities: new Map() };
    this.#eaten.set(keyOf(instrument), fresh);
    return fresh;
  }
}
