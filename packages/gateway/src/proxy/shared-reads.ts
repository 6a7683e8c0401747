interface Kept<Value> {
  readonly value: Promise<Value>;
  /** Epoch ms; undefined while the answer is on its way. */
  until: number | undefined;
}

/** Most answers that are kept. */
const most = 64;

/** Lets tabs that ask for the same thing at the same time share one answer, and keeps it for as long as its route says. */
export class SharedReads<Value> {
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Gives the answer of another tab, or undefined. */
  find(key: string): Promise<Value> | undefined {
    const kept = this.#kept.get(key);
    if (!kept) return undefined;
    if (kept.until === undefined || kept.until > this.#now()) return kept.value;
    this.#kept.delete(key);
    return undefined;
  }

  /** Starts a read that others may share. `keep` tells how many ms the answer is good for once it is there. */
  start(key: string, read: () => Promise<Value>, keep: (value: Value) => number): Promise<Value> {
    const kept: Kept<Value> = { value: read(), until: undefined };
    this.#kept.set(key, kept);
    const forget = (): void => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    };
    kept.value.then((value) => {
      const milliseconds = keep(value);
      if (milliseconds <= 0) return forget();
      kept.until = this.#now() + milliseconds;
      this.#trim();
    }, forget);
    return kept.value;
  }

  /** Something has been changed: what was asked before may be over, so those under way are for nobody who asks from now on. */
  leaveBehind(): void {
    for (const [key, { until }] of this.#kept) if (until === undefined) this.#kept.delete(key);
  }

  #trim(): void {
    for (const [key, { until }] of this.#kept) {
      if (this.#kept.size <= most) return;
      if (until !== undefined) this.#kept.delete(key);
    }
  }
}
