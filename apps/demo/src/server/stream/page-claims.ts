import type { Mode, Subscription, Ticker } from "@kite/ticker";
import type { PageMessage } from "./page-message.ts";

/** Most instruments of one page: more than anybody can look at, and no more than a connection carries. */
export const MOST_CLAIMS = 1_000;

/** What one page has asked for. Claims of several pages on an instrument are counted by the ticker. */
export class PageClaims {
  readonly #ticker: Ticker;
  readonly #claims = new Map<number, Subscription>();

  constructor(ticker: Ticker) {
    this.#ticker = ticker;
  }

  get tokens(): Iterable<number> {
    return this.#claims.keys();
  }

  has(token: number): boolean {
    return this.#claims.has(token);
  }

  /** Does what a page asks; false when that is too much. A mode of what was not subscribed means nothing, as with Kite. */
  follow(message: PageMessage): boolean {
    if (message.a === "subscribe") return this.#add(message.tokens);
    for (const token of message.tokens) {
      const claim = this.#claims.get(token);
      if (message.a === "mode") claim?.setMode(message.mode);
      else this.#end(token, claim);
    }
    return true;
  }

  close(): void {
    for (const [token, claim] of this.#claims) this.#end(token, claim);
  }

  #add(tokens: readonly number[]): boolean {
    const mode: Mode = "quote";
    for (const token of tokens) {
      if (this.#claims.has(token)) continue;
      if (this.#claims.size >= MOST_CLAIMS) return false;
      this.#claims.set(token, this.#ticker.subscribe([token], { mode }));
    }
    return true;
  }

  #end(token: number, claim: Subscription | undefined): void {
    claim?.close();
    this.#claims.delete(token);
  }
}
