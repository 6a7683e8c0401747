/** Holds answers back for a fixed time, until the simulator closes. */
export class Latency {
  readonly #ms: number;
  readonly #waiting = new Set<() => void>();
  #released = false;

  constructor(ms: number) {
    this.#ms = ms;
  }

  async wait(): Promise<void> {
    if (this.#ms === 0 || this.#released) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, this.#ms);
      this.#waiting.add(done);
    });
  }

  /** Lets go of every answer that is being held, and of all later ones at once. */
  release(): void {
    this.#released = true;
    for (const done of this.#waiting) done();
  }
}
