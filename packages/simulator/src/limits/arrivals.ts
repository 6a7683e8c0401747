import { SlidingWindow } from "./sliding-window.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** The most that came within any stretch of time of one length. */
export interface Peak {
  /** In any stretch, wherever it begins: what is exactly one length apart is not in the same. */
  readonly sliding: number;
  /** In those stretches that begin with a full second or minute. */
  readonly calendar: number;
}

/** Requests that place, modify or cancel orders, as they arrived by the simulator's clock, whatever became of them. */
export interface OrderArrivals {
  readonly total: number;
  readonly second: Peak;
  readonly minute: Peak;
}

/** Counts order requests, of each user and of all. */
export class Arrivals {
  readonly #all = new Arriving();
  readonly #users = new Map<string, Arriving>();

  /** @param at - Epoch ms. */
  note(user_id: string | undefined, at: number): void {
    this.#all.note(at);
    if (user_id === undefined) return;
    const own = this.#users.get(user_id) ?? new Arriving();
    this.#users.set(user_id, own);
    own.note(at);
  }

  /** @param user_id - Default: everybody, signed in or not. */
  of(user_id?: string): OrderArrivals {
    return (user_id === undefined ? this.#all : (this.#users.get(user_id) ?? new Arriving())).sum();
  }
}

class Arriving {
  readonly #second = new Stretch(SECOND_MS);
  readonly #minute = new Stretch(MINUTE_MS);
  #total = 0;

  note(at: number): void {
    this.#total += 1;
    this.#second.note(at);
    this.#minute.note(at);
  }

  sum(): OrderArrivals {
    return { total: this.#total, second: this.#second.peak, minute: this.#minute.peak };
  }
}

class Stretch {
  readonly #ms: number;
  readonly #window: SlidingWindow;
  #current = Number.NaN;
  #inCurrent = 0;
  #sliding = 0;
  #calendar = 0;

  constructor(ms: number) {
    this.#ms = ms;
    this.#window = new SlidingWindow(ms);
  }

  get peak(): Peak {
    return { sliding: this.#sliding, calendar: this.#calendar };
  }

  note(at: number): void {
    const before = this.#window.count(at);
    this.#window.add(at);
    this.#sliding = Math.max(this.#sliding, before + 1);
    const current = Math.floor(at / this.#ms);
    this.#inCurrent = current === this.#current ? this.#inCurrent + 1 : 1;
    this.#current = current;
    this.#calendar = Math.max(this.#calendar, this.#inCurrent);
  }
}
