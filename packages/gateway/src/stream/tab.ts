import { isKiteError } from "@kite/core";
import type { Mode, Subscription, Ticker } from "@kite/ticker";
import type { GatewayLimits } from "../options.ts";
import type { BrowserSession } from "../session/session.ts";
import type { Counts } from "../stats.ts";
import { frameOf, type Packet } from "./packets.ts";
import type { TabMessage } from "./tab-message.ts";

/** The gateway's end of a browser's WebSocket: what `ws`, Bun, Deno and workers have in common. */
export interface TabSocket {
  /** Bytes that the browser has not taken yet. */
  readonly bufferedAmount: number;
  send(data: string | Uint8Array): void;
  close(code: number, reason: string): void;
  /** Cuts the connection at once. */
  terminate(): void;
}

export interface TabOptions {
  readonly socket: TabSocket;
  readonly session: BrowserSession;
  readonly ticker: Ticker;
  readonly limits: GatewayLimits;
  readonly counts: Counts;
  readonly now: () => number;
}

/** A tab that has been slow for so many ms reads nothing at all. */
const longestSlowness = 60_000;
/** Messages of a tab in one heartbeat's time. */
const mostMessages = 400;

/** One browser tab: what it has asked for, and what it has yet to take. */
export class Tab {
  readonly session: BrowserSession;
  readonly #options: TabOptions;
  readonly #claims = new Map<number, Subscription>();
  /** The latest packets that a slow tab has not got. */
  readonly #pending = new Map<number, Packet>();
  #slowSince: number | undefined;
  #messages = 0;

  constructor(options: TabOptions) {
    this.session = options.session;
    this.#options = options;
  }

  get tokens(): Iterable<number> {
    return this.#claims.keys();
  }

  get isSlow(): boolean {
    return this.#slowSince !== undefined;
  }

  has(token: number): boolean {
    return this.#claims.has(token);
  }

  /** Counts a message; true when there are too many of them. */
  isNoisy(): boolean {
    this.#messages += 1;
    return this.#messages > mostMessages;
  }

  /** Does what the tab asks; gives the problem when it cannot. A mode of what was not subscribed means nothing, as with Kite. */
  follow(message: TabMessage): string | undefined {
    if (message.a === "subscribe") return this.#subscribe(message.tokens);
    for (const token of message.tokens) {
      const claim = this.#claims.get(token);
      if (message.a === "mode") claim?.setMode(message.mode);
      else this.#end(token, claim);
    }
    return undefined;
  }

  /** Sends a frame of these packets, or keeps the latest of each instrument while the tab is slow. */
  deliver(frame: Uint8Array, packets: readonly Packet[]): void {
    const { socket, limits, counts, now } = this.#options;
    if (!this.isSlow && socket.bufferedAmount <= limits.unreadBytes) {
      socket.send(frame);
      counts.framesOut += 1;
      return;
    }
    this.#slowSince ??= now();
    for (const { token, bytes } of packets) {
      if (this.#pending.has(token)) counts.conflated += 1;
      // Of its own memory: a view would keep the whole frame.
      this.#pending.set(token, { token, bytes: bytes.slice() });
    }
  }

  /** Sends what was kept when the tab has caught up. */
  catchUp(): void {
    const { socket, limits, counts } = this.#options;
    if (!this.isSlow || socket.bufferedAmount > limits.unreadBytes / 2) return;
    this.#slowSince = undefined;
    if (this.#pending.size === 0) return;
    socket.send(frameOf([...this.#pending.values()]));
    counts.framesOut += 1;
    this.#pending.clear();
  }

  /** Sends a text. It is told once and cannot be replaced by a later one: a tab that leaves too many unread is cut off. */
  tell(text: string): void {
    const { socket, limits } = this.#options;
    if (socket.bufferedAmount > 4 * limits.unreadBytes) this.cutOff();
    else socket.send(text);
  }

  /** Shows the tab that the connection lives, and looks whether the tab does. */
  heartbeat(): void {
    const { socket, now } = this.#options;
    this.#messages = 0;
    if (this.#slowSince === undefined) socket.send(Uint8Array.of(0));
    else if (now() - this.#slowSince > longestSlowness) this.cutOff();
  }

  cutOff(): void {
    this.#options.counts.cutOff += 1;
    this.#options.socket.terminate();
  }

  close(code: number, reason: string): void {
    this.#options.socket.close(code, reason);
  }

  /** Ends its claims. */
  release(): void {
    for (const [token, claim] of this.#claims) this.#end(token, claim);
  }

  #subscribe(tokens: readonly number[]): string | undefined {
    const mode: Mode = "quote";
    const { ticker, limits } = this.#options;
    for (const token of tokens) {
      if (this.#claims.has(token)) continue;
      if (this.#claims.size >= limits.instruments) return `no more than ${limits.instruments} instruments in one tab`;
      try {
        this.#claims.set(token, ticker.subscribe([token], { mode }));
      } catch (error) {
        // More than the connections of the account carry.
        if (!isKiteError(error)) throw error;
        return error.message;
      }
    }
    return undefined;
  }

  #end(token: number, claim: Subscription | undefined): void {
    claim?.close();
    this.#claims.delete(token);
    this.#pending.delete(token);
  }
}
