import type { GuardedOrder } from "./guarded-order.ts";

interface Seen {
  readonly text: string;
  readonly at: number;
}

/** Remembers orders for some milliseconds, to notice the same one again. */
export class Duplicates {
  readonly #window: number;
  /** Oldest first. */
  readonly #seen = new Set<Seen>();

  constructor(window: number) {
    this.#window = window;
  }

  /** Milliseconds since the same order, where that is within the window. */
  since(order: GuardedOrder): number | undefined {
    const now = performance.now();
    for (const seen of this.#seen) {
      if (now - seen.at < this.#window) break;
      this.#seen.delete(seen);
    }
    const text = textOf(order);
    const same = [...this.#seen].findLast((seen) => seen.text === text);
    return same && now - same.at;
  }

  /** Remembers an order, and gives a function that forgets it. */
  add(order: GuardedOrder): () => void {
    const seen = { text: textOf(order), at: performance.now() };
    this.#seen.add(seen);
    return () => void this.#seen.delete(seen);
  }
}

const textOf = ({ key, transaction_type, quantity, price, product }: GuardedOrder): string =>
  [key, transaction_type, quantity, price, product].join(" ");
