import { waitAfter } from "../connection/backoff.ts";
import type { Loss } from "../connection/loss.ts";
import type { LiveTick } from "../decode/live-tick.ts";
import { streamError } from "../stream/errors.ts";
import type { ConnectionState, Mode, TickerStatus } from "../ticker-api.ts";
import type { Engine, EngineOptions } from "./engine.ts";

const none: ReturnType<Engine["stats"]> = {
  frames: 0,
  heartbeats: 0,
  bytes: 0,
  ticks: 0,
  texts: 0,
  problems: 0,
  reconnects: 0,
  lag: undefined,
};

const notLoaded: Loss = { reason: "network", detail: "a part of the program could not be loaded" };

/** Loads the engine; an `import()` that a bundler makes a chunk of. */
export type LoadEngine = () => Promise<{ readonly Engine: typeof Engine }>;

/**
 * The engine, loaded when the first connection is needed: it is most of what a ticker has, and a page that is opening needs none of it.
 * Until then this keeps what is asked for. A load that fails is a failed try of a connection, with the same waits.
 */
export class EngineOnDemand {
  readonly #load: LoadEngine;
  readonly #options: EngineOptions;
  readonly #wanted = new Map<number, Mode>();
  #isKept = false;
  #engine: Engine | undefined;
  /** The connection that waits for the engine, from the moment it is needed. */
  #first: Omit<ConnectionState, "instruments"> | undefined;
  #isReviewing = false;
  #isLoading = false;
  /** The engine begins with a try that was told of when it began to load. */
  #isTold = false;
  #isClosed = false;
  #cancelTimer: () => void = () => {};

  constructor(load: LoadEngine, options: EngineOptions) {
    this.#load = load;
    this.#options = options;
  }

  /** The connections that are in use. */
  states(): ConnectionState[] {
    if (this.#engine) return this.#engine.states();
    return this.#first ? [{ ...this.#first, instruments: this.#wanted.size }] : [];
  }

  /** Asks for an instrument in a mode, or with `undefined` for nothing more of it. */
  want(token: number, mode: Mode | undefined): void {
    if (this.#engine) this.#engine.want(token, mode);
    else if (mode === undefined) this.#wanted.delete(token);
    else this.#wanted.set(token, mode);
    this.#reviewSoon();
  }

  /** Keeps one connection without instruments. */
  keep(isKept: boolean): void {
    this.#engine?.keep(isKept);
    this.#isKept = isKept;
    this.#reviewSoon();
  }

  latest(token: number): LiveTick | undefined {
    return this.#engine?.latest(token);
  }

  arrivalOf(token: number): number | undefined {
    return this.#engine?.arrivalOf(token);
  }

  forget(token: number): void {
    this.#engine?.forget(token);
  }

  stats(): ReturnType<Engine["stats"]> {
    return this.#engine?.stats() ?? none;
  }

  close(end: Loss): void {
    this.#isClosed = true;
    this.#cancelTimer();
    this.#engine?.close(end);
  }

  /** What is asked for in one turn counts together. */
  #reviewSoon(): void {
    if (this.#isReviewing || this.#engine) return;
    this.#isReviewing = true;
    queueMicrotask(() => {
      this.#isReviewing = false;
      if (!this.#isClosed && !this.#engine) this.#review();
    });
  }

  #review(): void {
    const isNeeded = this.#isKept || this.#wanted.size > 0;
    if (isNeeded === (this.#first !== undefined)) return;
    if (isNeeded) {
      void this.#begin();
      return;
    }
    this.#cancelTimer();
    this.#first = undefined;
    this.#options.changed();
  }

  async #begin(): Promise<void> {
    const { failures = 0 } = this.#first ?? {};
    this.#become(failures > 0 ? "reconnecting" : "connecting", failures);
    // One that was given up and is asked for again waits for the load that is under way.
    if (this.#isLoading || this.#isClosed) return;
    this.#isLoading = true;
    try {
      const { Engine } = await this.#load();
      if (!this.#isClosed) this.#start(Engine);
    } catch (cause) {
      if (!this.#isClosed && this.#first) this.#fail(this.#first.failures + 1, cause);
    }
    this.#isLoading = false;
  }

  #start(Loaded: typeof Engine): void {
    this.#isTold = this.#first?.status === "connecting";
    const engine = new Loaded({ ...this.#options, changed: () => this.#changed() });
    this.#engine = engine;
    for (const [token, mode] of this.#wanted) engine.want(token, mode);
    this.#wanted.clear();
    engine.keep(this.#isKept);
  }

  #fail(failures: number, cause: unknown): void {
    const { clock, events, exhausted, limits, random } = this.#options;
    const message = "the connection waits: the part of this package that opens it could not be loaded";
    events.report(streamError("ConnectionFailed", message, { cause }));
    if (this.#isClosed) return;
    if (failures > limits.maxRetries) {
      exhausted(notLoaded);
      return;
    }
    const wait = waitAfter(notLoaded, failures, limits.backoff, random);
    this.#cancelTimer = clock.after(wait, () => void this.#begin());
    this.#become("reconnecting", failures, new Date(clock.date() + wait));
  }

  #become(status: TickerStatus, failures: number, retryAt?: Date): void {
    const { changed, clock } = this.#options;
    const { reason, detail } = failures > 0 ? notLoaded : { reason: undefined, detail: undefined };
    const since = this.#first?.status === status ? this.#first.since : new Date(clock.date());
    this.#first = { status, reason, detail, since, failures, retryAt };
    changed();
  }

  #changed(): void {
    const { status, reason } = this.states()[0] ?? {};
    const isRepetition = this.#isTold && status === "connecting" && reason === undefined;
    this.#isTold = false;
    if (!isRepetition) this.#options.changed();
  }
}
