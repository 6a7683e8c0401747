import { formatIstDate } from "@kite/models";
import { type DayStore, isDayUse } from "./day-store.ts";

/** Counts the orders of an Indian calendar day, and keeps the count in a store before the order leaves. */
export class DayCount {
  readonly #limit: number;
  readonly #store: DayStore | undefined;
  #date: string = formatIstDate(new Date());
  #used = 0;
  /** The question to the store; undefined when it has failed. */
  #loading: Promise<void> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #nextWrite: Promise<void> | undefined;

  constructor(limit: number, store: DayStore | undefined) {
    this.#limit = limit;
    this.#store = store;
    if (store) this.#ask(store);
  }

  /** Places left today. */
  left(): number {
    const today = formatIstDate(new Date());
    // Forward only: a clock that is set back over midnight must not forget a day's orders.
    if (today > this.#date) {
      this.#date = today;
      this.#used = 0;
    }
    return Math.max(0, this.#limit - this.#used);
  }

  /** Resolves when the count is known. Rejects with the store's error; the next call asks the store again. */
  async known(): Promise<void> {
    if (!this.#loading && this.#store) this.#ask(this.#store);
    await this.#loading;
  }

  /** Uses places, and resolves when the store has them. Rejects with the store's error; then the places are free again. */
  async take(cost: number): Promise<void> {
    let date: string;
    do {
      this.left();
      date = this.#date;
      this.#used += cost;
      try {
        await this.#save();
      } catch (error) {
        if (this.#date === date) this.#used -= cost;
        throw error;
      }
      this.left();
      // A write that took until after midnight: the order leaves on the new day.
    } while (this.#date !== date);
  }

  /** Counts places without asking the store: for an order that has to leave although the store fails. */
  takeUnsaved(cost: number): void {
    this.left();
    this.#used += cost;
  }

  #ask(store: DayStore): void {
    const loading = this.#load(store);
    this.#loading = loading;
    // Whoever waits for it hears of it; alone it must not end the process.
    loading.catch(() => {
      this.#loading = undefined;
    });
  }

  /** Adopts the store's count: in this very turn where the store answers at once. */
  async #load(store: DayStore): Promise<void> {
    const answer = store.load();
    const saved: unknown = answer && "then" in answer ? await answer : answer;
    if (saved === undefined) return;
    if (!isDayUse(saved)) throw new TypeError("the store gave something else than a day's count");
    this.left();
    // A date to come means that some clock is wrong: its count may be of today.
    if (saved.date >= this.#date) this.#used += saved.used;
  }

  /** One write at a time: whoever comes during one shares the next. */
  #save(): Promise<void> {
    const store = this.#store;
    if (!store) return Promise.resolve();
    this.#nextWrite ??= this.#writing
      .catch(() => {})
      .then(() => {
        this.#writing = this.#nextWrite ?? this.#writing;
        this.#nextWrite = undefined;
        return store.save({ date: this.#date, used: this.#used });
      });
    return this.#nextWrite;
  }
}
