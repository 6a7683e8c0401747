import type { Instrument } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import type { Quote } from "../market/quote.ts";
import type { Desk } from "./desk.ts";

/** The market at one moment. However many orders look at an instrument, it is asked for once. */
export class Glance {
  /** Epoch ms. */
  readonly now: number;
  readonly #market: Market;
  readonly #quotes = new Map<Instrument, Quote>();
  readonly #open = new Map<Instrument, boolean>();

  constructor({ clock, market }: Pick<Desk, "clock" | "market">) {
    this.now = clock.now();
    this.#market = market;
  }

  quote(instrument: Instrument): Quote {
    const known = this.#quotes.get(instrument);
    if (known) return known;
    const quote = this.#market.quote(instrument);
    this.#quotes.set(instrument, quote);
    return quote;
  }

  isOpen(instrument: Instrument): boolean {
    const known = this.#open.get(instrument);
    if (known !== undefined) return known;
    const open = this.#market.isOpen(instrument);
    this.#open.set(instrument, open);
    return open;
  }
}
