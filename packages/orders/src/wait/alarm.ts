/** A sleep that can be cut short. */
export class Alarm {
  #rung = false;
  #wake: (() => void) | undefined;

  /** Ends the sleep under way, or else the next one. */
  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Sleeps that many milliseconds. Gives true when it was rung for; rejects with the signal's reason when that fires first. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const cleared = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", stop);
        this.#wake = undefined;
        const rung = this.#rung;
        this.#rung = false;
        return rung;
      };
      const stop = () => {
        cleared();
        reject(signal.reason);
      };
      const end = () => resolve(cleared());
      // A timer of more than 24 days would fire at once: that long only the ring and the signal count.
      const timer = milliseconds < 2 ** 31 ? setTimeout(end, milliseconds) : undefined;
      signal.addEventListener("abort", stop, { once: true });
      this.#wake = end;
      // Without a turn of the event loop, those who begin together come together, and share what they do next.
      if (this.#rung || milliseconds <= 0) end();
    });
  }
}
