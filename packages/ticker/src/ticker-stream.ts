import type { KiteClient, Session } from "@kite/core";
import { openSocket } from "#socket";
import { Account } from "./connection/account.ts";
import { type Clock, systemClock } from "./connection/clock.ts";
import type { Loss } from "./connection/loss.ts";
import type { LiveTick } from "./decode/live-tick.ts";
import { TickDispatch } from "./dispatch/tick-dispatch.ts";
import { limitsOf, type TickerOptions } from "./options.ts";
import { OrderStream } from "./order-book/order-stream.ts";
import { closedError, streamError } from "./stream/errors.ts";
import { StateWatch } from "./stream/state-watch.ts";
import { StreamEvents } from "./stream/stream-events.ts";
import { tellText } from "./stream/tell-text.ts";
import { TickStreams } from "./stream/tick-streams.ts";
import { Pool } from "./subscriptions/pool.ts";
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
}

const usual: TickerParts = { clock: systemClock, random: Math.random, linger: 5_000 };

/** Puts the parts of a ticker together. */
export class TickerStream implements Ticker {
  readonly session: Session;
  readonly #options: TickerOptions;
  readonly #clock: Clock;
  readonly #events: StreamEvents;
  readonly #watch: StateWatch;
  readonly #account: Account;
  readonly #dispatch: TickDispatch;
  readonly #orders: OrderStream;
  readonly #pool: Pool;
  readonly #subscriptions: Subscriptions;
  readonly #loops: TickStreams;
  #isAskedToConnect = false;
  #texts = 0;
  #reconnects = 0;

  constructor(kite: KiteClient, options: TickerOptions = {}, { clock, random, linger }: TickerParts = usual) {
    const limits = limitsOf(options);
    const { signal, keepLatest = true, readMissedOrders = true, divisors, userId } = options;
    const events = new StreamEvents(kite.session, options.onWarning);
    const onError = events.report.bind(events);
    this.session = kite.session;
    this.#options = options;
    this.#clock = clock;
    this.#events = events;
    this.#watch = new StateWatch(clock, (state) => events.emit("state", state));
    this.#account = new Account({ kite, clock, userId, onError, wake: () => this.#pool.wake() });
    const dispatch = new TickDispatch({ events, keepLatest, divisors });
    this.#dispatch = dispatch;
    this.#orders = new OrderStream({
      kite,
      clock,
      readMissedOrders,
      onOrder: (event) => events.emit("order", event),
      onError,
    });
    const pool = new Pool(
      {
        clock,
        random,
        openSocket,
        limits,
        address: () => this.#account.address(),
        changed: () => this.#watch.update(pool.states()),
        opened: (isBack) => this.#opened(isBack),
        lost: (loss, wasOpen) => this.#lost(loss, wasOpen),
        exhausted: (loss) => this.#finish(loss),
        binary: (frame, arrival) => events.guard(() => this.#dispatch.frame(frame, arrival)),
        text: (text, isFirst) => events.guard(() => this.#text(text, isFirst)),
        gap: (gap) => events.emit("gap", gap),
      },
      { ...limits, linger },
    );
    this.#pool = pool;
    this.#subscriptions = new Subscriptions({ pool, clock, dispatch, onStale: (stale) => events.emit("stale", stale) });
    this.#loops = new TickStreams(this, dispatch);
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort);
  }

  get state(): TickerState {
    return { ...this.#watch.state, connections: this.#watch.end ? [] : this.#pool.states() };
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
    return this.#subscriptions.has(token) ? this.#dispatch.live?.latest(token) : undefined;
  }

  isStale(instrument: InstrumentRef, milliseconds: number): boolean {
    const arrival = this.#dispatch.arrivalOf(tokenOf(instrument));
    return arrival === undefined || this.#clock.date() - arrival > milliseconds;
  }

  stats(): TickerStats {
    const { dropped } = this.#loops;
    return { ...this.#dispatch.stats(), texts: this.#texts, reconnects: this.#reconnects, dropped };
  }

  close(): void {
    this.#finish({ reason: "asked", detail: "close was called" });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  #opened(isBack: boolean): void {
    this.#account.accepted();
    if (isBack) this.#reconnects += 1;
    this.#orders.opened(isBack);
  }

  #lost({ reason, detail, isUnexplained }: Loss, wasOpen: boolean): void {
    if (wasOpen) return;
    if (reason === "auth") this.#account.refused(detail);
    if (isUnexplained) this.#account.unexplained();
    if (reason === "limit") {
      const message =
        "the server has enough connections of this apiKey; the next try waits a quarter of a minute or more";
      this.#events.report(streamError("HttpError", message, { status: 429 }));
    }
  }

  #text(text: string, isFirst: boolean): void {
    this.#texts += 1;
    tellText(this.#events, (payload) => this.#orders.receive(payload), text, isFirst);
  }

  /** Who listens to orders wants a connection, with or without instruments. */
  #keepOpen(): void {
    this.#pool.keep(this.#isAskedToConnect || this.#events.has("order"));
  }

  #finish(end: Loss): void {
    if (this.#watch.end) return;
    const error = end.reason === "asked" ? undefined : closedError(end);
    this.#watch.close(end, () => {
      this.#options.signal?.removeEventListener("abort", this.#onAbort);
      for (const part of [this.#account, this.#orders, this.#subscriptions]) part.close();
      this.#pool.close(end);
      if (error) this.#events.report(error);
    });
    this.#loops.close(error);
    this.#events.clear();
  }

  readonly #onAbort = (): void => this.#finish({ reason: "asked", detail: "the signal fired" });
}

const tokenOf = (instrument: InstrumentRef): number =>
  typeof instrument === "number" ? instrument : instrument.instrument_token;
