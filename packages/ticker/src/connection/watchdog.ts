import type { Clock } from "./clock.ts";

/**
 * Notices that nothing was heard for `silence` milliseconds, and gives up a fifth of that later.
 *
 * The fifth is for a program that was busy itself: what arrived meanwhile is read first, and nothing was lost.
 */
export class Watchdog {
  readonly #clock: Clock;
  readonly #silence: number;
  readonly #onSilent: () => void;
  readonly #onDead: () => void;
  #heard = 0;
  #isSilent = false;
  #cancel: () => void = () => {};

  constructor(clock: Clock, silence: number, onSilent: () => void, onDead: () => void) {
    this.#clock = clock;
    this.#silence = silence;
    this.#onSilent = onSilent;
    this.#onDead = onDead;
  }

  /** Takes note of a sign of life; true when it ends a silence. Costs no timer, for there are thousands a second. */
  heard(): boolean {
    this.#heard = this.#clock.now();
    if (!this.#isSilent) return false;
    this.start();
    return true;
  }

  start(): void {
    this.stop();
    this.#heard = this.#clock.now();
    this.#watch(this.#silence);
  }

  stop(): void {
    this.#isSilent = false;
    this.#cancel();
  }

  #watch(milliseconds: number): void {
    this.#cancel = this.#clock.after(milliseconds, () => {
      const left = this.#heard + this.#silence - this.#clock.now();
      if (left > 0) return this.#watch(left);
      this.#isSilent = true;
      this.#cancel = this.#clock.after(this.#silence / 5, this.#onDead);
      this.#onSilent();
    });
  }
}
