import { createTicker, type Mode, type OrderEvent, type Tick, type Ticker, type TickerState } from "@kite/ticker";
import { streamPath, type UpstreamState } from "../../shared/stream-api.ts";
import { type LivePrice, nextPrice } from "./live-price.ts";
import { upstreamIn } from "./upstream.ts";

/** How the stream is: the page's own connection to the demo's server, and that one's to the exchange. */
export interface FeedState {
  readonly own: TickerState;
  /** Undefined until the server has told. */
  readonly upstream: UpstreamState | undefined;
}

/**
 * The page's stream. Prices change once a frame of the screen at most, and only who looks at an instrument hears of it: the
 * market does not make the whole page work. It connects while somebody looks.
 */
class Feed {
  readonly #ticker: Ticker;
  readonly #prices = new Map<number, LivePrice>();
  /** Since the last frame of the screen, the newest of each instrument. */
  readonly #pending = new Map<number, Tick>();
  readonly #listeners = new Map<number, Set<() => void>>();
  readonly #tickListeners = new Map<number, Set<(tick: Tick) => void>>();
  readonly #stateListeners = new Set<() => void>();
  #state: FeedState;
  #frame: number | undefined;

  constructor() {
    this.#ticker = createTicker(
      { environment: { root: "/api", ws: streamPath } },
      // the server reads what was missed, and it is on this machine: there is no crowd to keep away from
      { readMissedOrders: false, keepLatest: false, backoff: { first: 1_000, longest: 5_000 }, onWarning: () => {} },
    );
    this.#state = { own: this.#ticker.state, upstream: undefined };
    this.#ticker.on("tick", (tick) => this.#take(tick));
    this.#ticker.on("state", (own) => this.#setState({ ...this.#state, own }));
    this.#ticker.on("text", (message) => {
      const upstream = upstreamIn(message);
      if (upstream) this.#setState({ ...this.#state, upstream });
    });
  }

  get state(): FeedState {
    return this.#state;
  }

  price(token: number): LivePrice | undefined {
    return this.#prices.get(token);
  }

  /** Asks for an instrument. The function returned ends that. */
  watch(token: number, mode: Mode): () => void {
    const claim = this.#ticker.subscribe([token], { mode });
    return () => claim.close();
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
    return this.#ticker.on("order", listener);
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
