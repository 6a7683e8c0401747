import { FIRST_MODE, type StreamMode } from "./stream-mode.ts";

/** Most instruments of one socket. */
export const MOST_INSTRUMENTS = 3000;

/** What one socket wants to hear of one instrument. */
export interface Subscription {
  readonly token: number;
  mode: StreamMode;
  /** Version of the packet that was sent last; 0 for none of this mode. */
  sent: number;
}

/**
 * What one socket has asked for. A token that nothing is listed under counts as well: it may be listed tomorrow, and
 * until then there is nothing to send.
 */
export class Subscriptions {
  readonly #byToken = new Map<number, Subscription>();

  get size(): number {
    return this.#byToken.size;
  }

  [Symbol.iterator](): IterableIterator<Subscription> {
    return this.#byToken.values();
  }

  /** Takes tokens up, as many as there is room for. Those already there keep their mode. */
  add(tokens: readonly number[]): { readonly added: Subscription[]; readonly refused: number } {
    const added: Subscription[] = [];
    let refused = 0;
    for (const token of new Set(tokens)) {
      const subscription = this.#byToken.get(token) ?? this.#open(token);
      if (subscription) added.push(subscription);
      else refused += 1;
    }
    return { added, refused };
  }

  remove(tokens: readonly number[]): void {
    for (const token of tokens) this.#byToken.delete(token);
  }

  /** Changes the mode of those among the tokens that are subscribed, and gives these. */
  setMode(mode: StreamMode, tokens: readonly number[]): Subscription[] {
    const known = [...new Set(tokens)].flatMap((token) => this.#byToken.get(token) ?? []);
    for (const subscription of known) Object.assign(subscription, { mode, sent: 0 });
    return known;
  }

  #open(token: number): Subscription | undefined {
    if (this.#byToken.size >= MOST_INSTRUMENTS) return undefined;
    const subscription: Subscription = { token, mode: FIRST_MODE, sent: 0 };
    this.#byToken.set(token, subscription);
    return subscription;
  }
}
