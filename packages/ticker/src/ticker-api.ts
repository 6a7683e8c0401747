/// <reference lib="esnext.disposable" preserve="true" />
import type { KiteError, Session } from "@kite/core";
import type { Order, OrderUpdate } from "@kite/models";
import type { LiveTick } from "./decode/live-tick.ts";
import type { Tick } from "./decode/tick.ts";
import type { TickBuffering } from "./reading/tick-buffer.ts";

/** How much the server sends of an instrument. `full` adds the book, open interest and times; an index has neither volume nor book. */
export type Mode = "ltp" | "quote" | "full";

/** An instrument by its token, or any row that holds it. */
export type InstrumentRef = number | { readonly instrument_token: number };

/**
 * - `idle`: nothing is asked for, so no connection is open.
 * - `connecting`: the first try of a connection, or of one more.
 * - `live`: every connection is open, and none is silent.
 * - `stale`: a connection is open and silent for longer than `silence`; it is about to be given up.
 * - `reconnecting`: a connection was lost; the next try waits, runs, or needs a new token (reason `auth`).
 * - `closed`: `close()` was called, the signal fired, `maxRetries` are used up, or a gateway says that nobody is signed in (reason
 *   `auth`). Final.
 */
export type TickerStatus = "idle" | "connecting" | "live" | "stale" | "reconnecting" | "closed";

/**
 * Why a state is not `live`, or why there was a gap.
 *
 * - `auth`: the token is missing or refused, or was replaced; behind a gateway, nobody is signed in (close codes 4001 and 4003).
 * - `limit`: the server has too many connections of this `api_key` (HTTP 429), a gateway too many of this account or too many
 *   messages (close code 4008).
 * - `network`: no connection, or it broke without a word. All that a browser can see of a refused handshake.
 * - `server`: the server ended it, or answered the handshake with a failure.
 * - `idle`: no frame, not even a heartbeat, for longer than `silence`.
 * - `asked`: by this program.
 */
export type Reason = "auth" | "limit" | "network" | "server" | "idle" | "asked";

/** One of up to three connections. */
export interface ConnectionState {
  readonly status: TickerStatus;
  readonly reason: Reason | undefined;
  /** The fact behind the reason, for people: `HTTP 503`, `ECONNREFUSED`, `close code 1011`. */
  readonly detail: string | undefined;
  /** When it came into this status. */
  readonly since: Date;
  /** Instruments that it carries. */
  readonly instruments: number;
  /** Failures in a row. Ten seconds of life make them history. */
  readonly failures: number;
  /** When the next try leaves; undefined while none is planned. */
  readonly retryAt: Date | undefined;
}

/** The whole stream. The status is that of the connection that is worst off. */
export interface TickerState {
  readonly status: TickerStatus;
  readonly reason: Reason | undefined;
  readonly detail: string | undefined;
  readonly since: Date;
  /** Those that are in use. */
  readonly connections: readonly ConnectionState[];
}

/** A stretch without data, told when it is over and the subscriptions stand again. */
export interface Gap {
  /** The last frame before. */
  readonly from: Date;
  /** When the subscriptions were sent again. */
  readonly to: Date;
  readonly reason: Reason;
  /** Instruments that had no ticks meanwhile. */
  readonly tokens: readonly number[];
}

/** News about an order. */
export interface OrderEvent {
  readonly order: OrderUpdate | Order;
  /** `book`: it happened while the connection was gone, and was found in the order book afterwards. */
  readonly source: "stream" | "book";
  /** What the server sent, untouched, fields that nobody has documented included. Only `stream` has it. */
  readonly raw?: unknown;
}

/** An instrument that has been silent for longer than the `staleAfter` of a subscription. */
export interface StaleInstrument {
  readonly instrument_token: number;
  /** Its last tick; undefined when there was none since it was subscribed. */
  readonly lastTick: Date | undefined;
}

export interface TickerEvents {
  /** Each tick. */
  tick: Tick;
  /** All ticks of one frame. */
  ticks: readonly Tick[];
  order: OrderEvent;
  state: TickerState;
  gap: Gap;
  stale: StaleInstrument;
  /** What went wrong: a refusal by the server, a message that cannot be read, a listener that threw. The stream goes on. */
  error: KiteError;
  /** A notice by the broker, for people. */
  message: string;
  /** A text message that is none of these, parsed; of a type that is not known, as it came. */
  text: Readonly<Record<string, unknown>>;
  /** Each market data frame as it came, before it is decoded; heartbeats are left out. Copy what you keep. */
  frame: Uint8Array;
}

export interface SubscribeOptions {
  /** Default `quote`. */
  readonly mode?: Mode | undefined;
  /** Milliseconds of silence after which `stale` tells of an instrument. Default: never. */
  readonly staleAfter?: number | undefined;
}

/** A claim on instruments. */
export interface Subscription {
  readonly tokens: readonly number[];
  readonly mode: Mode;
  /** Changes the mode of this claim; the highest of all claims is what the server sends. */
  setMode(mode: Mode): void;
  /** Ends the claim. An instrument is unsubscribed with its last one. */
  close(): void;
  [Symbol.dispose](): void;
}

export interface TicksOptions {
  /** Default `quote`. */
  readonly mode?: Mode | undefined;
  /** What a loop that is slower than the market gets. Default `"latest"`: the newest tick of each instrument. */
  readonly buffer?: TickBuffering | undefined;
  /** Ends the loop. */
  readonly signal?: AbortSignal | undefined;
}

/** Ticks for one loop. */
export interface TickStream extends AsyncIterable<Tick> {
  /** Ticks that the loop did not get because it was slower than the market. */
  readonly dropped: number;
  /** Ticks that the loop has yet to get. */
  readonly waiting: number;
}

/** Figures since the start. Times are milliseconds. */
export interface TickerStats {
  readonly frames: number;
  readonly heartbeats: number;
  readonly bytes: number;
  readonly ticks: number;
  readonly texts: number;
  /** Packets that could not be read. */
  readonly problems: number;
  /** Ticks that slow readers did not get. */
  readonly dropped: number;
  /** Connections that stood again after they were lost. */
  readonly reconnects: number;
  /** Arrival minus `exchange_timestamp`, which is in whole seconds: of the last frame that has one, and the longest. */
  readonly lag: { readonly last: number; readonly longest: number } | undefined;
}

/**
 * Live ticks and order updates as one stream, over up to three connections.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/
 */
export interface Ticker {
  readonly state: TickerState;
  /** The login that it uses: that of the client. A new token set here is put to use at once. */
  readonly session: Session;

  /**
   * Opens a connection before anything is asked for, and resolves when all are live. Subscribing connects by itself, and so does
   * listening to `order`. Rejects when the ticker is closed.
   */
  connect(): Promise<void>;

  /** Asks for ticks. Claims on the same instrument are counted: the highest mode counts, the last `close()` unsubscribes. */
  subscribe(instruments: Iterable<InstrumentRef>, options?: SubscribeOptions): Subscription;
  /** Ends every claim on the instruments, whoever made it. */
  unsubscribe(instruments: Iterable<InstrumentRef>): void;
  /** Sets the mode of every claim on the instruments. */
  setMode(instruments: Iterable<InstrumentRef>, mode: Mode): void;

  /** Calls `listener` at each event; the function returned ends that. A listener that throws is reported as an `error`. */
  on<Name extends keyof TickerEvents>(event: Name, listener: (payload: TickerEvents[Name]) => void): () => void;
  /** Calls `listener` at the next event and never again. */
  once<Name extends keyof TickerEvents>(event: Name, listener: (payload: TickerEvents[Name]) => void): () => void;

  /** Subscribes for as long as a loop reads the ticks. A loop that is slow loses ticks, as `buffer` says, never the connection. */
  ticks(instruments: Iterable<InstrumentRef>, options?: TicksOptions): TickStream;

  /**
   * Gives an instrument as it is now: an object whose fields are read from the newest packet when they are asked for. Undefined
   * before the first one, and when nobody asks for the instrument. The cheapest way to follow thousands.
   */
  latest(instrument: InstrumentRef): LiveTick | undefined;

  /** True when an instrument had no tick for `milliseconds`, or none at all. */
  isStale(instrument: InstrumentRef, milliseconds: number): boolean;
  stats(): TickerStats;

  /** Ends everything, at once and for good: no timer, socket or listener is left. */
  close(): void;
  [Symbol.asyncDispose](): Promise<void>;
}
