import {
  createTicker,
  type Mode,
  type OrderEvent,
  type Subscription,
  type Tick,
  type Ticker,
  type TickerState,
} from "@kite/ticker";
import { kite } from "../api/kite.ts";
import { type LivePrice, nextPrice } from "./live-price.ts";
import { isSessionOver } from "./session-over.ts";
import { type UpstreamState, upstreamIn } from "./upstream.ts";

/** How the stream is: the page's own connection to the gateway, and the gateway's to the exchange. */
export interface FeedState {
  readonly own: TickerState;
  /** Undefined until the gateway has told. */
  readonly upstream: UpstreamState | undefined;
}

/** Somebody who looks at an instrument. */
interface Claim {
  readonly token: number;
  readonly mode: Mode;
  /** Undefined while there is no ticker. */
  subscription?: Subscription | undefined;
}

/**
 * The page's stream. Prices change once a frame of the screen at most, and only who looks at an instrument hears of it: the
 * market does not make the whole page work. It connects while somebody looks.
 */
class Feed {
  /** Undefined before the first wish, and after the session has ended. */
  #ticker: Ticker | undefined;
  readonly #claims = new Set<Claim>();
  readonly #prices = new Map<number, LivePrice>();
  /** Since the last frame of the screen, the newest of each instrument. */
  readonly #pending = new Map<number, Tick>();
  readonly #listeners = new Map<number, Set<() => void>>();
  readonly #tickListeners = new Map<number, Set<(tick: Tick) => void>>();
  readonly #orderListeners = new Set<(event: OrderEvent) => void>();
  readonly #stateListeners = new Set<() => void>();
  #state: FeedState = {
    own: { status: "idle", reason: undefined, detail: undefined, since: new Date(), connections: [] },
    upstream: undefined,
  };
  #frame: number | undefined;
  #endOrders: (() => void) | undefined;

  get state(): FeedState {
    return this.#state;
  }

  price(token: number): LivePrice | undefined {
    return this.#prices.get(token);
  }

  /** Asks for an instrument. The function returned ends that. */
  watch(token: number, mode: Mode): () => void {
    const claim: Claim = { token, mode };
    this.#claims.add(claim);
    if (this.#ticker) claim.subscription = this.#ticker.subscribe([token], { mode });
    else this.start();
    return () => {
      this.#claims.delete(claim);
      claim.subscription?.close();
    };
  }

  /** Calls `listener` when the price of an instrument is another one on the page. */
  onPrice(token: number, listener: () => void): () => void {
    return added(this.#listeners, token, listener);
  }

  /** Calls `listener` at each tick of an instrument, as it comes. */
  onTick(token: number, listener: (tick: Tick) => void): () => void {
    return added(this.#tickListeners, token, listener);
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  onOrder(listener: (event: OrderEvent) => void): () => void {
    this.#orderListeners.add(listener);
    this.start();
    this.#listenToOrders();
    return () => {
      this.#orderListeners.delete(listener);
      this.#listenToOrders();
    };
  }

  /** Connects, where somebody looks at something; begins anew after the session has ended. */
  start(): void {
    if (this.#ticker || (this.#claims.size === 0 && this.#orderListeners.size === 0)) return;
    // the server is on this machine: there is no crowd to keep away from
    const backoff = { first: 1_000, longest: 5_000 };
    const ticker = createTicker(kite, { keepLatest: false, backoff, onWarning: () => {} });
    this.#ticker = ticker;
    ticker.on("tick", (tick) => this.#take(tick));
    ticker.on("text", (message) => {
      const upstream = upstreamIn(message);
      if (upstream) this.#setState({ ...this.#state, upstream });
    });
    ticker.on("state", (own) => this.#follow(ticker, own));
    for (const claim of this.#claims) claim.subscription = ticker.subscribe([claim.token], { mode: claim.mode });
    this.#listenToOrders();
  }

  /** A ticker connects for orders alone, too: it is asked for them while somebody wants to know. */
  #listenToOrders(): void {
    if (this.#orderListeners.size > 0) {
      this.#endOrders ??= this.#ticker?.on("order", (event) => {
        for (const listener of this.#orderListeners) listener(event);
      });
    } else {
      this.#endOrders?.();
      this.#endOrders = undefined;
    }
  }

  #follow(ticker: Ticker, own: TickerState): void {
    if (ticker !== this.#ticker) return;
    if (isSessionOver(own)) {
      // it would go on trying for ever
      this.#ticker = undefined;
      this.#endOrders = undefined;
      ticker.close();
      this.#setState({ own: { ...own, status: "closed", reason: "auth" }, upstream: undefined });
      return;
    }
    // a new connection is told anew
    const isLost = ["reconnecting", "closed", "idle"].includes(own.status);
    this.#setState({ own, upstream: isLost ? undefined : this.#state.upstream });
  }

  #take(tick: Tick): void {
    const { instrument_token: token } = tick;
    for (const listener of this.#tickListeners.get(token) ?? []) listener(tick);
    this.#pending.set(token, tick);
    this.#frame ??= requestAnimationFrame(() => this.#show());
  }

  #show(): void {
    this.#frame = undefined;
    for (const [token, tick] of this.#pending) {
      this.#prices.set(token, nextPrice(this.#prices.get(token), tick));
      for (const listener of this.#listeners.get(token) ?? []) listener();
    }
    this.#pending.clear();
  }

  #setState(state: FeedState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }
}

function added<Value>(all: Map<number, Set<Value>>, token: number, listener: Value): () => void {
  const listeners = all.get(token) ?? new Set();
  all.set(token, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && all.get(token) === listeners) all.delete(token);
  };
}

/** One for the page, whatever looks at it. */
export const feed: Feed = new Feed();
