import { isKiteError } from "@kite/core";
import type { Ticker, TickerState } from "@kite/ticker";
import { WebSocket } from "ws";
import type { UpstreamMessage } from "../../shared/stream-api.ts";
import { orderText } from "./order-text.ts";
import { frameOf, type Packet, packetsOf } from "./packets.ts";
import { MOST_CLAIMS, PageClaims } from "./page-claims.ts";
import { readPageMessage } from "./page-message.ts";

/** Bytes that a page may leave unread; beyond that it misses frames until it has caught up. */
const MOST_UNREAD = 1024 * 1024;
/** Milliseconds between two heartbeats. A page takes five seconds of silence for a dead connection. */
const HEARTBEAT_MS = 2_000;
/** Tells a page that somebody else is logged in now, or nobody. */
const SESSION_OVER = 4001;

/**
 * Hands the stream of the account on to the pages that look at it. Each page speaks to it as it would to Kite, without a key and a
 * token, and gets what it has asked for; the connection to the exchange is one for all, and gone when nobody looks.
 */
export class Relay {
  readonly #ticker: Ticker;
  readonly #pages = new Map<WebSocket, PageClaims>();
  /** The newest packet of each instrument: a page that comes later gets it at once. */
  readonly #latest = new Map<number, Uint8Array>();
  readonly #endSession: () => void;
  #stopListening: (() => void) | undefined;

  constructor(ticker: Ticker) {
    this.#ticker = ticker;
    this.#endSession = ticker.session.onChange(() => this.#endAll());
  }

  /** Instruments that pages look at. */
  get watched(): ReadonlySet<number> {
    return new Set([...this.#pages.values()].flatMap((claims) => [...claims.tokens]));
  }

  /** Takes on a page that may see the account. */
  readonly accept = (socket: WebSocket): void => {
    const claims = new PageClaims(this.#ticker);
    this.#pages.set(socket, claims);
    socket.on("error", () => {});
    socket.on("close", () => this.#leave(socket, claims));
    socket.on("message", (data, isBinary) => {
      if (!isBinary && socket.readyState === WebSocket.OPEN) this.#heed(socket, claims, String(data));
    });
    this.#stopListening ??= this.#listen();
    socket.send(upstreamText(this.#ticker.state));
  };

  /** Ends it for good. */
  close(): void {
    this.#endSession();
    this.#endAll();
  }

  #heed(socket: WebSocket, claims: PageClaims, text: string): void {
    const message = readPageMessage(text);
    if (!message) return void socket.send(errorText("a message that cannot be understood"));
    try {
      if (!claims.follow(message)) socket.send(errorText(`no more than ${MOST_CLAIMS} instruments`));
    } catch (error) {
      // more than the connections of the account carry
      if (!isKiteError(error)) throw error;
      socket.send(errorText(error.message));
    }
    if (message.a === "unsubscribe") this.#forget(message.tokens);
    else if (message.a === "mode") this.#greet(socket, claims, message.tokens);
  }

  /** Kite answers a new mode with a packet. What another page looks at already brings none from there. */
  #greet(socket: WebSocket, claims: PageClaims, tokens: readonly number[]): void {
    const known = tokens.flatMap((token): Packet[] => {
      const bytes = claims.has(token) ? this.#latest.get(token) : undefined;
      return bytes ? [{ token, bytes }] : [];
    });
    if (known.length > 0) socket.send(frameOf(known));
  }

  #listen(): () => void {
    const ticker = this.#ticker;
    const heartbeat = setInterval(() => this.#toAll(() => Uint8Array.of(0)), HEARTBEAT_MS);
    const ends = [
      ticker.on("frame", (frame) => this.#frame(packetsOf(frame))),
      ticker.on("order", (event) => this.#toAll(() => orderText(event))),
      ticker.on("state", (state) => this.#toAll(() => upstreamText(state))),
    ];
    return () => {
      clearInterval(heartbeat);
      for (const end of ends) end();
    };
  }

  #frame(packets: readonly Packet[]): void {
    for (const { token, bytes } of packets) this.#latest.set(token, new Uint8Array(bytes));
    this.#toAll((claims) => {
      const asked = packets.filter(({ token }) => claims.has(token));
      return asked.length > 0 ? frameOf(asked) : undefined;
    });
  }

  #toAll(messageFor: (claims: PageClaims) => Uint8Array | string | undefined): void {
    for (const [socket, claims] of this.#pages) {
      const message = messageFor(claims);
      if (message === undefined || socket.readyState !== WebSocket.OPEN) continue;
      // an order or a state is told once, a price again and again
      if (typeof message === "string" || socket.bufferedAmount <= MOST_UNREAD) socket.send(message);
    }
  }

  #leave(socket: WebSocket, claims: PageClaims): void {
    const tokens = [...claims.tokens];
    claims.close();
    this.#pages.delete(socket);
    this.#forget(tokens);
    if (this.#pages.size > 0) return;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** What nobody asks for any more grows old. */
  #forget(tokens: readonly number[]): void {
    const pages = [...this.#pages.values()];
    for (const token of tokens) {
      if (!pages.some((claims) => claims.has(token))) this.#latest.delete(token);
    }
  }

  #endAll(): void {
    for (const [socket, claims] of this.#pages) {
      socket.close(SESSION_OVER);
      this.#leave(socket, claims);
    }
  }
}

function upstreamText({ status, reason, detail, connections }: TickerState): string {
  const times = connections.flatMap(({ retryAt }) => (retryAt ? [retryAt.getTime()] : []));
  const retry_at = times.length > 0 ? Math.min(...times) : null;
  const data = { status, reason: reason ?? null, detail: detail ?? null, retry_at };
  return JSON.stringify({ type: "upstream", data } satisfies UpstreamMessage);
}

const errorText = (data: string): string => JSON.stringify({ type: "error", data });
