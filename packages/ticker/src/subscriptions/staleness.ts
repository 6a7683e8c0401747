import type { Clock } from "../connection/clock.ts";
import type { StaleInstrument } from "../ticker-api.ts";

/** Watches the instruments of a subscription, each by itself, and tells once of each silence. */
export class Staleness {
  readonly #told = new Set<number>();
  readonly #begun: number;
  readonly #check: () => void;
  #cancel: () => void = () => {};

  constructor(
    clock: Clock,
    staleAfter: number,
    tokens: () => readonly number[],
    arrivalOf: (token: number) => number | undefined,
    tell: (stale: StaleInstrument) => void,
  ) {
    this.#begun = clock.date();
    this.#check = () => {
      const limit = clock.date() - staleAfter;
      // Before telling: a listener may end the watch.
      this.#cancel = clock.after(Math.max(100, staleAfter / 4), this.#check);
      for (const instrument_token of tokens()) {
        const arrival = arrivalOf(instrument_token);
        if ((arrival ?? this.#begun) > limit) this.#told.delete(instrument_token);
        else if (!this.#told.has(instrument_token)) {
          this.#told.add(instrument_token);
          tell({ instrument_token, lastTick: arrival === undefined ? undefined : new Date(arrival) });
        }
      }
    };
    this.#cancel = clock.after(Math.max(100, staleAfter / 4), this.#check);
  }

  close(): void {
    this.#cancel();
  }
}
