import type { KiteError } from "@kite/core";
import type { Mode, Ticker, TickerState } from "@kite/ticker";
import { LegacyError } from "../wire/legacy-error.ts";
import { bringers } from "./bringers.ts";
import { type Ending, endingOf, errorOf } from "./ending.ts";
import type { Listeners, OldEvent } from "./listeners.ts";
import { openStream, type Place } from "./open-stream.ts";
import type { Persistence } from "./ticker-params.ts";

/** What a run needs of its ticker. */
export interface RunHost {
  readonly place: Place;
  readonly listeners: Listeners;
  /** Tokens that are subscribed, and their modes. */
  readonly wanted: ReadonlyMap<number, Mode>;
  /** In force now: it can be changed while a run lasts. */
  readonly persistence: () => Persistence;
  readonly warn: (message: string) => void;
  /** Called when nothing more will come, before the last events. */
  readonly ended: () => void;
}

/** From a `connect()` to its end: follows a stream and tells of it in the old events. */
export class Run {
  readonly stream: Ticker;
  readonly #host: RunHost;
  readonly #brought = new Set<OldEvent>();
  /** Moments of the next try that have been told. */
  readonly #told = new WeakSet<Date>();
  #isOver = false;
  #isUp = false;
  #tries = 0;

  constructor(host: RunHost) {
    this.#host = host;
    this.stream = openStream(host.place, host.persistence().longestWait, host.warn);
    this.stream.on("state", (state) => this.#follow(state));
    this.stream.on("error", (error) => this.#hear(error));
  }

  /** True while the connection is open. */
  get isUp(): boolean {
    return this.#isUp;
  }

  start(): void {
    for (const event of Object.keys(bringers)) this.bring(event as OldEvent);
    for (const mode of ["ltp", "quote", "full"] as const) {
      const tokens = [...this.#host.wanted].filter(([, wanted]) => wanted === mode).map(([token]) => token);
      if (tokens.length > 0) this.stream.subscribe(tokens, { mode });
    }
    if (this.#host.place.access_token === undefined) this.#refused("no access_token: give one to the constructor");
    // A failure is told by events.
    else this.stream.connect().catch(() => {});
  }

  /** Has the stream bring what somebody listens to, and nothing else: frames are copied, and order updates load more code. */
  bring(event: OldEvent): void {
    const { listeners } = this.#host;
    const bring = bringers[event];
    if (!bring || this.#brought.has(event) || !listeners.has(event)) return;
    this.#brought.add(event);
    bring(this.stream, (value) => listeners.tell(event, value));
  }

  /** Ends everything, and tells nothing. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#isUp = false;
    this.#host.ended();
    this.stream.close();
  }

  #follow({ status, connections }: TickerState): void {
    if (this.#isOver) return;
    const { listeners } = this.#host;
    if (status === "live" && !this.#isUp) {
      this.#isUp = true;
      this.#tries = 0;
      listeners.tell("connect");
    }
    for (const { retryAt, reason, detail } of connections) {
      // There is one while a failed connection waits for its next try.
      if (!retryAt || this.#told.has(retryAt) || this.#isOver) continue;
      this.#told.add(retryAt);
      const error = errorOf({ reason, detail });
      if (error) listeners.tell("error", error);
      const ending = endingOf(detail);
      this.#lost(ending, reason === "idle" ? undefined : ending, (retryAt.getTime() - Date.now()) / 1_000);
    }
  }

  #lost(close: Ending, disconnect: Ending | undefined, wait: number): void {
    const { listeners, persistence } = this.#host;
    this.#isUp = false;
    tellEnd(listeners, close, disconnect);
    // A listener may have ended it.
    if (this.#isOver) return;
    const { isOn, tries } = persistence();
    if (isOn && this.#tries <= tries) {
      this.#tries += 1;
      listeners.tell("reconnect", this.#tries, Math.max(0, wait));
      return;
    }
    this.end();
    if (isOn) listeners.tell("noreconnect");
  }

  /** No further try helps: the token is dead, and there is no way to another one. */
  #refused(message: string): void {
    const { listeners, persistence } = this.#host;
    this.end();
    listeners.tell(
      "error",
      new LegacyError({ code: "TokenException", endpoint: "ticker", error_type: "TokenException", message }),
    );
    tellEnd(listeners, endingOf(message), endingOf(message));
    if (persistence().isOn) listeners.tell("noreconnect");
  }

  #hear(error: KiteError): void {
    if (this.#isOver) return;
    if (error.code === "TokenException") this.#refused(error.message);
    // Told with the state, in the old words.
    else if (error.code !== "HttpError") this.#host.listeners.tell("error", error);
  }
}

/** Tells of an end as the old client does, whatever brought it. */
export function tellEnd(listeners: Listeners, close: Ending, disconnect: Ending | undefined): void {
  listeners.tell("close", close);
  listeners.tell("disconnect", disconnect);
}
