import type { Mode } from "@kite/ticker";
import type { Tick } from "../types/tick.ts";
import { LegacyError } from "../wire/legacy-error.ts";
import { trimmed } from "../wire/trimmed.ts";
import { askedFor } from "./ending.ts";
import { readTicks } from "./legacy-ticks.ts";
import { isOldEvent, Listeners, type OldEvent } from "./listeners.ts";
import { newTickerCall, type OldTickerCall } from "./replacements.ts";
import { Run, tellEnd } from "./run.ts";
import { type KiteTickerParams, type Persistence, persistenceOf } from "./ticker-params.ts";

/**
 * The ticker of npm `kiteconnect` 5: its constructor, calls, events and ticks, on `@kite/ticker`. What is subscribed stays so across
 * connections. Each ticker has a connection of its own, and none ends the program.
 *
 * @example
 * const ticker = new KiteTicker({ api_key, access_token });
 * ticker.on("ticks", (ticks) => console.log(ticks));
 * ticker.on("connect", () => ticker.subscribe([408065]));
 * ticker.connect();
 */
export class KiteTicker {
  readonly modeFull = "full";
  readonly modeQuote = "quote";
  readonly modeLTP = "ltp";
  root: string;
  api_key: string;
  #accessToken: string | undefined;
  #persistence: Persistence;
  readonly #warn: (message: string) => void;
  readonly #warned: Set<string> | undefined;
  readonly #listeners = new Listeners((error, event) => this.#listenerFailed(error, event));
  readonly #wanted = new Map<number, Mode>();
  #run: Run | undefined;

  constructor(params: KiteTickerParams) {
    this.root = params.root || "wss://ws.kite.trade/";
    this.api_key = params.api_key;
    this.#accessToken = trimmed(params.access_token);
    this.#persistence = persistenceOf(params.reconnect ?? true, params.max_retry, params.max_delay);
    this.#warn = params.onWarning ?? ((message) => console.warn(message));
    this.#warned = params.warnDeprecated ? new Set() : undefined;
  }

  /** The token of the next `connect()`; of the one in use at once. */
  get access_token(): string | undefined {
    return this.#accessToken;
  }

  set access_token(value: string | undefined) {
    this.#accessToken = trimmed(value);
    this.#run?.stream.session.setAccessToken(this.#accessToken);
  }

  /**
   * Opens the connection; without effect while there is one, or a try under way.
   * @deprecated Use `ticker.subscribe(tokens, { mode }), which connects`.
   */
  connect(): void {
    this.#deprecated("connect");
    if (this.#run) return;
    this.#run = new Run({
      place: { root: this.root, api_key: this.api_key, access_token: this.#accessToken },
      listeners: this.#listeners,
      wanted: this.#wanted,
      persistence: () => this.#persistence,
      warn: this.#warn,
      ended: () => {
        this.#run = undefined;
      },
    });
    this.#run.start();
  }

  /**
   * Ends the connection and every further try. What is subscribed is kept for another `connect()`.
   * @deprecated Use `ticker.close()`.
   */
  disconnect(): void {
    this.#deprecated("disconnect");
    const wasUp = this.#run?.isUp;
    this.#run?.end();
    // As a socket tells of its end: later, when the caller is done.
    if (wasUp) queueMicrotask(() => tellEnd(this.#listeners, askedFor, askedFor));
  }

  /**
   * Tells whether the connection is open.
   * @deprecated Use `ticker.state.status === "live"`.
   */
  connected(): boolean {
    this.#deprecated("connected");
    return this.#run?.isUp ?? false;
  }

  /**
   * Says how a lost connection is opened again. `max_delay`, in seconds, is that of the next `connect()`.
   * @deprecated Use `createTicker(kite, { maxRetries, backoff })`.
   */
  autoReconnect(enable: boolean, max_retry?: number, max_delay?: number): void {
    this.#deprecated("autoReconnect");
    this.#persistence = persistenceOf(enable, max_retry, max_delay);
  }

  /**
   * Asks for ticks, in mode `quote`. Tokens that are subscribed already stay in their mode.
   * @deprecated Use `ticker.subscribe(tokens, { mode })`.
   */
  subscribe(tokens: number[]): number[] {
    this.#deprecated("subscribe");
    this.#want(tokens, "quote");
    return tokens;
  }

  /**
   * Asks for no more ticks.
   * @deprecated Use `ticker.unsubscribe(tokens)`.
   */
  unsubscribe(tokens: number[]): number[] {
    this.#deprecated("unsubscribe");
    const gone = tokens.map(Number).filter((token) => this.#wanted.delete(token));
    if (gone.length > 0) this.#run?.stream.unsubscribe(gone);
    return tokens;
  }

  /**
   * Sets the mode of tokens, and asks for those that are not subscribed.
   * @deprecated Use `ticker.setMode(tokens, mode)`.
   */
  setMode(mode: Mode, tokens: number[]): number[] {
    this.#deprecated("setMode");
    const known = tokens.map(Number).filter((token) => this.#wanted.has(token));
    this.#want(tokens, mode);
    for (const token of known) this.#wanted.set(token, mode);
    if (known.length > 0) this.#run?.stream.setMode(known, mode);
    return tokens;
  }

  /**
   * Calls a function at each event; other names than those of events have no effect.
   * @deprecated Use `ticker.on("ticks" | "order" | "state" | "gap" | "error", listener)`.
   */
  on(event: "connect" | "noreconnect", callback: () => void): void;
  on(event: "ticks", callback: (ticks: Tick[]) => void): void;
  // biome-ignore lint/suspicious/noExplicitAny: programs written against the old type use ticks as what they like
  on(event: "ticks", callback: (ticks: any[]) => void): void;
  on(event: "disconnect" | "error", callback: (error: Error) => void): void;
  on(event: "close", callback: (reason: string) => void): void;
  on(event: "reconnect", callback: (reconnect_count: number, reconnect_interval: number) => void): void;
  on(event: "message", callback: (binaryData: ArrayBuffer) => void): void;
  // biome-ignore lint/suspicious/noExplicitAny: programs written against the old type use it as what they like
  on(event: "order_update", callback: (order: any) => void): void;
  on(event: string, callback: (...values: never[]) => void): void {
    this.#deprecated("on");
    if (!isOldEvent(event)) return;
    this.#listeners.add(event, callback as () => void);
    this.#run?.bring(event);
  }

  /**
   * Reads the ticks of a binary message.
   * @deprecated Use `decodeFrame(bytes)`.
   */
  parseBinary(binpacks: ArrayBuffer | Uint8Array): Tick[] {
    this.#deprecated("parseBinary");
    return readTicks(binpacks);
  }

  #want(tokens: readonly number[], mode: Mode): void {
    const fresh = tokens.map(Number).filter((token) => !this.#wanted.has(token));
    for (const token of fresh) this.#wanted.set(token, mode);
    if (fresh.length > 0) this.#run?.stream.subscribe(fresh, { mode });
  }

  #listenerFailed(cause: unknown, event: OldEvent): void {
    const message = `a listener of "${event}" threw: ${String(cause)}`;
    const details = { code: "ListenerFailed", endpoint: "ticker", error_type: "GeneralException", message, cause };
    if (event === "error" || !this.#listeners.has("error")) this.#warn(message);
    else this.#listeners.tell("error", new LegacyError(details));
  }

  #deprecated(name: OldTickerCall): void {
    if (!this.#warned || this.#warned.has(name)) return;
    this.#warned.add(name);
    this.#warn(`${name} is deprecated: ${newTickerCall[name]} takes its place`);
  }
}
