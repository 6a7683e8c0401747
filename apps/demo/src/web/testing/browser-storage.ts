/** A storage of the browser's, in memory. */
export class TestStorage implements Storage {
  readonly #values = new Map<string, string>();
  /** What it has room for. */
  readonly #room: number;

  constructor(room = 1_000) {
    this.#room = room;
  }

  get length(): number {
    return this.#values.size;
  }
  key(index: number): string | null {
    return [...this.#values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.length >= this.#room) throw new DOMException("no room", "QuotaExceededError");
    this.#values.set(key, value);
  }
  removeItem(key: string): void {
    this.#values.delete(key);
  }
  clear(): void {
    this.#values.clear();
  }
}

/** The locks of a browser: one page after the other. A page that is gone lets go of its own. */
export class TestLocks {
  /** By name, when the last one who asked lets go. */
  readonly #queues = new Map<string, Promise<unknown>>();

  /** Gives the locks as one page has them, and what ends that page. */
  page(): { readonly locks: LockManager; readonly close: () => void } {
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const request = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
      const before = this.#queues.get(name);
      const turn = (async () => {
        await before;
        return Promise.race([work(), closed]);
      })();
      this.#queues.set(name, turn);
      return turn;
    };
    return { locks: { request } as unknown as LockManager, close };
  }
}
