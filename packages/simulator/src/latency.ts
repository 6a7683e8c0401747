/** The longest time that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;

/** Holds answers back, until the simulator closes. */
export class Latency {
  readonly #ms: number;
  readonly #waiting = new Set<() => void>();
  #released = false;

  /** @param ms - How long every answer is held back; real milliseconds. */
  constructor(ms: number) {
    this.#ms = ms;
  }

  /**
   * @param ms - Real milliseconds; what is too long for a timer lasts for ever.
   * @param signal - Ends it early.
   */
  async wait(ms: number = this.#ms, signal?: AbortSignal): Promise<void> {
    if (ms === 0 || this.#released || signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timer = ms > LONGEST_MS ? undefined : setTimeout(done, ms);
      this.#waiting.add(done);
      signal?.addEventListener("abort", done);
    });
  }

  /** Lets go of every answer that is being held, and of all later ones at once. */
  release(): void {
    this.#released = true;
    for (const done of this.#waiting) done();
  }
}
