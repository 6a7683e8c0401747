import { WebSocket } from "ws";
import type { Source } from "./source.ts";

/** Kite sends a byte every couple of seconds when there is nothing else. */
const SILENCE_MS = 7000;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 60_000;
/** After "too many connections", which does not pass by itself soon. */
const BUSY_DELAY_MS = 30_000;
/** Tokens in one message. */
const TOKENS_AT_ONCE = 500;

/** Who hears of what a stream does. */
export interface FrameListener {
  frame(bytes: Uint8Array): void;
  /** The stream is gone, and will be tried again. */
  lost(why: string): void;
  /** It is there, for the first time or again. */
  back(): void;
  /** It will not come back: the access token is not, or no longer, taken. */
  refused(): void;
}

/** The stream of market data in mode `full`, for as long as it is wanted: a connection that is lost is opened again. */
export class FrameSource {
  readonly #source: Source;
  readonly #tokens: readonly number[];
  readonly #listener: FrameListener;
  readonly #silenceMs: number;
  #socket: WebSocket | undefined;
  #silence: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  /** @param silenceMs - After how long without anything, heartbeats included, a connection counts as lost. */
  constructor(source: Source, tokens: readonly number[], listener: FrameListener, silenceMs: number = SILENCE_MS) {
    this.#source = source;
    this.#tokens = tokens;
    this.#listener = listener;
    this.#silenceMs = silenceMs;
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#socket?.terminate();
  }

  #connect(): void {
    const { ws, apiKey, accessToken } = this.#source;
    const query = new URLSearchParams({ api_key: apiKey, access_token: accessToken });
    const socket = new WebSocket(`${ws}/?${query}`, { headers: { "x-kite-version": "3" } });
    this.#socket = socket;
    let status = 0;
    this.#expectLife();
    socket.on("unexpected-response", (request, response) => {
      status = response.statusCode ?? 0;
      // with a listener here, ending the handshake is up to it
      response.resume();
      request.destroy();
      this.#gone(socket, status === 0 ? "no answer" : `refused with ${status}`, status);
    });
    socket.on("open", () => {
      this.#failures = 0;
      this.#listener.back();
      this.#subscribe(socket);
    });
    socket.on("message", (data, isBinary) => {
      this.#expectLife();
      // text is about orders and notices, and nobody else's business; a byte alone is a heartbeat
      if (isBinary && (data as Buffer).length > 2) this.#listener.frame(data as Buffer);
    });
    // the text of an error may hold the address, and so the token
    socket.on("error", () => this.#gone(socket, "cut off", status));
    socket.on("close", (code) => this.#gone(socket, `closed with ${code}`, status));
  }

  #subscribe(socket: WebSocket): void {
    for (let first = 0; first < this.#tokens.length; first += TOKENS_AT_ONCE) {
      const tokens = this.#tokens.slice(first, first + TOKENS_AT_ONCE);
      socket.send(JSON.stringify({ a: "subscribe", v: tokens }));
      socket.send(JSON.stringify({ a: "mode", v: ["full", tokens] }));
    }
  }

  #expectLife(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      const socket = this.#socket;
      if (socket) this.#gone(socket, `silent for ${this.#silenceMs / 1000} s`, 0);
    }, this.#silenceMs);
  }

  /** Only the first thing that happens to a socket counts. */
  #gone(socket: WebSocket, why: string, status: number): void {
    if (this.#closed || this.#socket !== socket) return;
    this.#socket = undefined;
    clearTimeout(this.#silence);
    socket.terminate();
    if (status === 403) {
      this.#closed = true;
      this.#listener.refused();
      return;
    }
    this.#listener.lost(why);
    const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures);
    this.#failures += 1;
    // not all at the same moment when many have lost it together
    const wait = (status === 429 ? Math.max(delay, BUSY_DELAY_MS) : delay) * (0.75 + Math.random() / 2);
    this.#retry = setTimeout(() => this.#connect(), wait);
  }
}
