import type { Mode } from "@kite/ticker";
import type { FeedState } from "../live/feed.ts";
import type { LivePrice } from "../live/live-price.ts";
import type { Prices } from "./portfolio-rows.ts";

/** Milliseconds between two snapshots at least: more often than that nobody reads sums. */
const PACE_MS = 250;
/** Instruments that are followed at most; the gateway gives a tab 1,000, and the rest of the page wants some too. */
const MOST = 900;

/** Where prices come from: the page's feed. */
export interface PriceSource {
  readonly state: Pick<FeedState, "upstream"> & { readonly own: Pick<FeedState["own"], "status"> };
  price(token: number): { readonly tick: Pick<LivePrice["tick"], "last_price"> } | undefined;
  watch(token: number, mode: Mode): () => void;
  onPrice(token: number, listener: () => void): () => void;
  onState(listener: () => void): () => void;
}

/** Prices as they were at one moment. */
export interface LivePrices {
  /** Both ways of the stream stand. While one does not, no price is known. */
  readonly isLive: boolean;
  readonly byToken: Prices;
}

const none: LivePrices = { isLive: false, byToken: new Map() };

/**
 * Gathers the prices of many instruments into snapshots, so that sums and their parts are of one moment, and the market does not make
 * the page work more than four times a second.
 */
export class PriceBoard {
  readonly #source: PriceSource;
  readonly #ends = new Map<number, () => void>();
  readonly #prices = new Map<number, number>();
  readonly #listeners = new Set<() => void>();
  #snapshot: LivePrices = none;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endState: (() => void) | undefined;

  constructor(source: PriceSource) {
    this.#source = source;
  }

  get snapshot(): LivePrices {
    return this.#snapshot;
  }

  /** Follows these instruments, and no others. None ends everything. */
  follow(tokens: readonly number[]): void {
    const wanted = new Set(tokens.slice(0, MOST));
    for (const [token, end] of this.#ends) if (!wanted.has(token)) this.#forget(token, end);
    for (const token of wanted) if (!this.#ends.has(token)) this.#follow(token);
    if (wanted.size > 0) {
      this.#endState ??= this.#source.onState(() => this.#changeState());
      this.#changeState();
    } else {
      this.#endState?.();
      this.#endState = undefined;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#snapshot = none;
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #follow(token: number): void {
    // what the feed knew before may be as old as the last visit to this view
    const endPrice = this.#source.onPrice(token, () => {
      const price = this.#source.price(token)?.tick.last_price;
      // 0 where nothing was ever traded
      if (!price || this.#prices.get(token) === price) return;
      this.#prices.set(token, price);
      this.#timer ??= setTimeout(() => this.#tell(), PACE_MS);
    });
    const endWatch = this.#source.watch(token, "ltp");
    this.#ends.set(token, () => {
      endPrice();
      endWatch();
    });
  }

  #forget(token: number, end: () => void): void {
    end();
    this.#ends.delete(token);
    this.#prices.delete(token);
  }

  #changeState(): void {
    const isLive = this.#isLive();
    if (isLive === this.#snapshot.isLive) return;
    // what moves while nobody tells is not known
    if (!isLive) this.#prices.clear();
    this.#tell();
  }

  #isLive(): boolean {
    const { own, upstream } = this.#source.state;
    return own.status === "live" && upstream?.status === "live";
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const isLive = this.#isLive();
    this.#snapshot = isLive ? { isLive, byToken: new Map(this.#prices) } : none;
    for (const listener of this.#listeners) listener();
  }
}
