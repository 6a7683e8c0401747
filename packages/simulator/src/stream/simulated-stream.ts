import type { StreamMode } from "./stream-mode.ts";

/** One open socket. A copy: read it again to see what came since. */
export interface StreamConnection {
  readonly user_id: string;
  /** What it has asked for, by instrument token; tokens that nothing is listed under included. */
  readonly subscriptions: ReadonlyMap<number, StreamMode>;
  /** How many of them are in each mode. */
  readonly modes: Readonly<Record<StreamMode, number>>;
}

/** The hands that a test has on the stream. What is said of sockets concerns all that are open, of every user. */
export interface SimulatedStream {
  /** Sockets that are open, the oldest first. */
  readonly connections: readonly StreamConnection[];
  /** Sends a round now, as the timer does: orders and triggers look at the market, and packets leave. */
  tick(): void;
  /**
   * Ends every open socket.
   *
   * @param code - Close code, 1000 to 1014 or 3000 to 4999. Default 1006: the connection is cut without a word.
   * @throws {TypeError} for any other code, with nothing ended.
   */
  kill(code?: number): void;
  /**
   * Stops sending, on open sockets and on those to come: no packets, heartbeats, messages or pongs. The sockets stay
   * open, and what clients send is still taken. Order messages of this time are lost.
   */
  silence(): void;
  /** Ends the silence. What has changed meanwhile leaves with the next round. */
  resume(): void;
  /**
   * Answers handshakes from now on with an HTTP status, such as 403, 429 or 503. Open sockets stay.
   *
   * @throws {TypeError} for anything but 400 to 599.
   */
  refuse(status: number): void;
  /** Takes handshakes again. */
  accept(): void;
  /**
   * Sends everything that is subscribed `count` times at once, a frame each time.
   *
   * @throws {TypeError} unless it is a whole number from 1.
   */
  flood(count: number): void;
  /** Sends a frame of two packets that ends in the middle of the second one. */
  halfFrame(): void;
  /** Sends a frame of two packets, the second of which has a length that stands for nothing: 16 bytes. */
  oddFrame(): void;
  /** Sends a frame without packets, `00 00`. */
  emptyFrame(): void;
  /** Sends anything: text as a text message, bytes as a binary one. */
  send(data: Uint8Array | string): void;
}
