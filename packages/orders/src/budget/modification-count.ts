import { formatIstDate } from "@kite/models";

interface Changes {
  count: number;
  /** Indian calendar date of the last one. */
  date: string;
}

/** Counts the changes of each order. Forgets an order two days after its last change: those kept for the next session live that long. */
export class ModificationCount {
  readonly #limit: number;
  readonly #changes = new Map<string, Changes>();
  #date = "";

  constructor(limit: number) {
    this.#limit = limit;
  }

  left(order_id: string): number {
    return Math.max(0, this.#limit - (this.#changes.get(order_id)?.count ?? 0));
  }

  take(order_id: string): void {
    const now = Date.now();
    const today = formatIstDate(new Date(now));
    if (today !== this.#date) {
      this.#date = today;
      const yesterday = formatIstDate(new Date(now - 86_400_000));
      for (const [id, { date }] of this.#changes) if (date < yesterday) this.#changes.delete(id);
    }
    const changes = this.#changes.get(order_id) ?? { count: 0, date: today };
    this.#changes.set(order_id, { count: changes.count + 1, date: today });
  }

  /** For a change that has not left. */
  giveBack(order_id: string): void {
    const changes = this.#changes.get(order_id);
    if (changes) changes.count -= 1;
  }
}
