import type { KiteClient, Session } from "@kite/core";
import { type Clock, systemClock } from "./connection/clock.ts";
import type { Loss } from "./connection/loss.ts";
import { socketRoot } from "./connection/socket-root.ts";
import type { LiveTick } from "./decode/live-tick.ts";
import { TickReaders } from "./dispatch/tick-readers.ts";
import { EngineOnDemand, type LoadEngine } from "./engine/engine-on-demand.ts";
import { limitsOf, type TickerOptions } from "./options.ts";
import { OrderStream } from "./order-book/order-stream.ts";
import { closedError } from "./stream/errors.ts";
import { StateWatch } from "./stream/state-watch.ts";
import { StreamEvents } from "./stream/stream-events.ts";
import { TickStreams } from "./stream/tick-streams.ts";
import { Subscriptions } from "./subscriptions/subscriptions.ts";
import { tokensOf } from "./subscriptions/tokens.ts";
import type {
  InstrumentRef,
  Mode,
  SubscribeOptions,
  Subscription,
  Ticker,
  TickerEvents,
  TickerState,
  TickerStats,
  TickStream,
  TicksOptions,
} from "./ticker-api.ts";

/** What tests replace. */
export interface TickerParts {
  readonly clock: Clock;
  readonly random: () => number;
  /** Milliseconds that a connection which is not needed any more is kept. */
  readonly linger: number;
  readonly loadEngine: LoadEngine;
}

const usual: TickerParts = {
  clock: systemClock,
  random: Math.random,
  linger: 5_000,
  loadEngine: () => import("./engine/engine.ts"),
};

/** Puts the parts of a ticker together. */
export class TickerStream implements Ticker {
  readonly session: Session;
  readonly #options: TickerOptions;
  readonly #clock: Clock;
  readonly #events: StreamEvents;
  readonly #watch: StateWatch;
  readonly #orders: OrderStream;
  readonly #engine: EngineOnDemand;
  readonly #subscriptions: Subscriptions;
  readonly #loops: TickStreams;
  #isAskedToConnect = false;

  constructor(
    kite: KiteClient,
    options: TickerOptions = {},
    { clock, random, linger, loadEngine }: TickerParts = usual,
  ) {
    const limits = { ...limitsOf(options), linger };
    const { signal, keepLatest = true, readMissedOrders = true, divisors, userId } = options;
    const events = new StreamEvents(kite.session, options.onWarning);
    const orders = new OrderStream({
      kite,
      clock,
      readMissedOrders,
      onOrder: (event) => events.emit("order", event),
      onError: (error) => events.report(error),
    });
    const readers = new TickReaders();
    const engine = new EngineOnDemand(loadEngine, {
      ...{ kite, clock, random, userId, divisors, keepLatest, limits, events, orders, readers },
      root: socketRoot(kite),
      changed: () => this.#watch.update(engine.states()),
      exhausted: (loss) => this.#finish(loss),
    });
    this.session = kite.session;
    this.#options = options;
    this.#clock = clock;
    this.#events = events;
    this.#watch = new StateWatch(clock, (state) => events.emit("state", state));
    this.#orders = orders;
    this.#engine = engine;
    this.#subscriptions = new Subscriptions({
      ...{ engine, limits, clock },
      onStale: (stale) => events.emit("stale", stale),
    });
    this.#loops = new TickStreams(this, readers);
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort);
  }

  get state(): TickerState {
    return { ...this.#watch.state, connections: this.#watch.end ? [] : this.#engine.states() };
  }

  connect(): Promise<void> {
    this.#isAskedToConnect = true;
    this.#keepOpen();
    return this.#watch.whenLive();
  }

  subscribe(instruments: Iterable<InstrumentRef>, options?: SubscribeOptions): Subscription {
    if (this.#watch.end) throw closedError(this.#watch.end);
    return this.#subscriptions.subscribe(instruments, options);
  }

  unsubscribe(instruments: Iterable<InstrumentRef>): void {
    this.#subscriptions.unsubscribe(instruments);
  }

  setMode(instruments: Iterable<InstrumentRef>, mode: Mode): void {
    this.#subscriptions.setMode(instruments, mode);
  }

  on<Name extends keyof TickerEvents>(event: Name, listener: (payload: TickerEvents[Name]) => void): () => void {
    const remove = this.#events.on(event, listener);
    if (this.#watch.end) remove();
    if (event !== "order") return remove;
    this.#orders.begin();
    this.#keepOpen();
    return () => {
      remove();
      this.#keepOpen();
    };
  }

  once<Name extends keyof TickerEvents>(event: Name, listener: (payload: TickerEvents[Name]) => void): () => void {
    const remove = this.on(event, (payload) => {
      remove();
      return listener(payload);
    });
    return remove;
  }

  ticks(instruments: Iterable<InstrumentRef>, options?: TicksOptions): TickStream {
    const stream = this.#loops.open(tokensOf(instruments, "ticks"), options);
    if (this.#watch.end) stream.close();
    return stream;
  }

  latest(instrument: InstrumentRef): LiveTick | undefined {
    const token = tokenOf(instrument);
    return this.#subscriptions.has(token) ? this.#engine.latest(token) : undefined;
  }

  isStale(instrument: InstrumentRef, milliseconds: number): boolean {
    const arrival = this.#engine.arrivalOf(tokenOf(instrument));
    return arrival === undefined || this.#clock.date() - arrival > milliseconds;
  }

  stats(): TickerStats {
    return { ...this.#engine.stats(), dropped: this.#loops.dropped };
  }

  close(): void {
    this.#finish({ reason: "asked", detail: "close was called" });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  /** Who listens to orders wants a connection, with or without instruments. */
  #keepOpen(): void {
    this.#engine.keep(this.#isAskedToConnect || this.#events.has("order"));
  }

  #finish(end: Loss): void {
    if (this.#watch.end) return;
    const error = end.reason === "asked" ? undefined : closedError(end);
    this.#watch.close(end, () => {
      this.#options.signal?.removeEventListener("abort", this.#onAbort);
      for (const part of [this.#orders, this.#subscriptions]) part.close();
      this.#engine.close(end);
      if (error) this.#events.report(error);
    });
    this.#loops.close(error);
    this.#events.clear();
  }

  readonly #onAbort = (): void => this.#finish({ reason: "asked", detail: "the signal fired" });
}

const tokenOf = (instrument: InstrumentRef): number =>
  typeof instrument === "number" ? instrument : instrument.instrument_token;
