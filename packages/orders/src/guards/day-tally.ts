import { formatIstDate } from "@kite/models";

/** What was ordered in one symbol. */
export interface SymbolTally {
  readonly orders: number;
  readonly quantity: number;
}

const nothing: SymbolTally = { orders: 0, quantity: 0 };

/** Adds up the orders of an Indian day by symbol. */
export class DayTally {
  readonly #symbols = new Map<string, SymbolTally>();
  #date = "";

  of(key: string): SymbolTally {
    const today = formatIstDate(new Date());
    // Forward only: a clock that is set back over midnight must not forget a day's orders.
    if (today > this.#date) {
      this.#date = today;
      this.#symbols.clear();
    }
    return this.#symbols.get(key) ?? nothing;
  }

  /** Counts, and gives a function that takes it back. */
  add(key: string, orders: number, quantity: number): () => void {
    const before = this.of(key);
    const date = this.#date;
    this.#symbols.set(key, { orders: before.orders + orders, quantity: before.quantity + quantity });
    return () => {
      const now = this.of(key);
      // After midnight there is nothing left to take it from.
      if (this.#date === date)
        this.#symbols.set(key, { orders: now.orders - orders, quantity: now.quantity - quantity });
    };
  }
}
