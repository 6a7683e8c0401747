/** Keeps the latest results, so that what is asked for again and again is worked out once. */
export class Recent<T> {
  readonly #capacity: number;
  readonly #results = new Map<string, T>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The result that is kept under a name, or a new one. */
  get(name: string, work: () => T): T {
    const result = this.#results.has(name) ? (this.#results.get(name) as T) : work();
    // a map remembers the order in which names came in: taken out and put back, this one is the youngest
    this.#results.delete(name);
    this.#results.set(name, result);
    if (this.#results.size > this.#capacity) this.#forgetOldest();
    return result;
  }

  #forgetOldest(): void {
    for (const name of this.#results.keys()) {
      this.#results.delete(name);
      return;
    }
  }
}
