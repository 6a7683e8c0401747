import { isKiteError } from "@kite/core";
import type { Ticker } from "@kite/ticker";
import type { GatewayLimits } from "../options.ts";
import type { BrowserSession } from "../session/session.ts";
import type { Counts } from "../stats.ts";
import { closeCodes } from "./close-codes.ts";
import { frameOf, type Packet, packetsOf } from "./packets.ts";
import { Tab, type TabSocket } from "./tab.ts";
import { TabIndex } from "./tab-index.ts";
import { readTabMessage } from "./tab-message.ts";
import { errorText, messageText, orderText, upstreamText } from "./texts.ts";

/** Milliseconds between two heartbeats. A tab takes five seconds of silence for a dead connection. */
const heartbeatEvery = 2_000;
/** Milliseconds between two looks at tabs that are slow. */
const catchUpEvery = 100;

export interface RelayOptions {
  readonly ticker: Ticker;
  readonly limits: GatewayLimits;
  readonly counts: Counts;
  readonly now: () => number;
  /** Whether tabs get order updates. */
  readonly tellsOrders: boolean;
  /** Asks whether a session has not been ended by another server. */
  readonly isAlive: (sessionId: string) => Promise<boolean>;
  /** Called when Kite refuses the stream's token. */
  readonly onRefused: () => void;
}

/** What the server of a WebSocket tells the relay. */
export interface TabEvents {
  message(text: string): void;
  closed(): void;
}

/**
 * Hands the stream of an account on to its tabs. Each speaks to it as it would to Kite, without a key and a token, and gets the
 * instruments that it has asked for. The connection to Kite is one for all of them, and gone when nobody looks.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #tabs = new Set<Tab>();
  readonly #index = new TabIndex();
  /** The newest packet of each instrument: a tab that comes later gets it at once. */
  readonly #latest = new Map<number, Packet>();
  #stop: (() => void) | undefined;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /** Open tabs. */
  get tabs(): number {
    return this.#tabs.size;
  }

  /** A session that has a tab open. */
  anySession(): BrowserSession | undefined {
    return [...this.#tabs][0]?.session;
  }

  /** Takes on a tab that may see the account. */
  join(socket: TabSocket, session: BrowserSession): TabEvents {
    const { ticker, limits, counts, now } = this.#options;
    if (this.#tabs.size >= limits.tabs) {
      socket.close(closeCodes.tooMuch, `no more than ${limits.tabs} tabs of one account`);
      return { message() {}, closed() {} };
    }
    const tab = new Tab({ socket, session, ticker, limits, counts, now });
    this.#tabs.add(tab);
    this.#stop ??= this.#listen();
    tab.tell(upstreamText(ticker.state));
    return {
      message: (text) => this.#tabs.has(tab) && this.#heed(tab, text),
      closed: () => this.#leave(tab),
    };
  }

  /** Tells the tabs of some sessions that these are over. */
  endSessions(isOver: (session: BrowserSession) => boolean): void {
    for (const tab of this.#tabs) {
      if (isOver(tab.session)) this.#dismiss(tab, closeCodes.sessionOver, "the session is over; sign in again");
    }
  }

  /** Ends every tab because the server stops. */
  close(): void {
    for (const tab of this.#tabs) this.#dismiss(tab, closeCodes.goingAway, "the server stops");
  }

  /** Ends it for good, with the connection to Kite. */
  end(): void {
    this.endSessions(() => true);
    this.#options.ticker.close();
  }

  #heed(tab: Tab, text: string): void {
    if (tab.isNoisy()) {
      this.#dismiss(tab, closeCodes.tooMuch, "too many messages");
      return;
    }
    const message = readTabMessage(text);
    if (!message) {
      tab.tell(errorText("a message that cannot be understood"));
      return;
    }
    const problem = tab.follow(message);
    if (problem) tab.tell(errorText(problem));
    for (const token of message.tokens) {
      if (message.a === "subscribe" && tab.has(token)) this.#index.add(token, tab);
      else if (message.a === "unsubscribe") this.#forget(token, tab);
    }
    if (message.a !== "unsubscribe") this.#greet(tab, message.tokens);
  }

  /** Kite answers a subscription with a packet. For what another tab looks at already, none comes from there. */
  #greet(tab: Tab, tokens: readonly number[]): void {
    const known = tokens.flatMap((token) => (tab.has(token) ? (this.#latest.get(token) ?? []) : []));
    if (known.length > 0) tab.deliver(frameOf(known), known);
  }

  #listen(): () => void {
    const { ticker, tellsOrders, counts } = this.#options;
    const heartbeat = setInterval(() => this.#heartbeat(), heartbeatEvery);
    const catchUp = setInterval(() => this.#each((tab) => tab.catchUp()), catchUpEvery);
    const ends = [
      ticker.on("frame", (frame) => {
        counts.framesIn += 1;
        // On Node it is a Buffer, whose `slice` is a view: what is kept of one packet would hold all that came with it.
        this.#frame(new Uint8Array(frame));
      }),
      ticker.on("state", (state) => this.#tell(upstreamText(state))),
      ticker.on("message", (text) => this.#tell(messageText(text))),
      ticker.on("text", (text) => this.#tell(JSON.stringify(text))),
      ticker.on("error", (error) => {
        if (isKiteError(error, "TokenException")) this.#options.onRefused();
        this.#tell(errorText(error.message));
      }),
      ...(tellsOrders ? [ticker.on("order", (event) => this.#tell(orderText(event)))] : []),
    ];
    return () => {
      clearInterval(heartbeat);
      clearInterval(catchUp);
      for (const end of ends) end();
    };
  }

  #frame(frame: Uint8Array): void {
    const packets = packetsOf(frame);
    for (const { token, bytes } of packets) {
      if (this.#index.isWanted(token)) this.#latest.set(token, { token, bytes: bytes.slice() });
    }
    this.#index.deal(frame, packets);
  }

  #tell(text: string): void {
    this.#each((tab) => tab.tell(text));
  }

  #each(act: (tab: Tab) => void): void {
    for (const tab of [...this.#tabs]) act(tab);
  }

  #heartbeat(): void {
    const { now, isAlive } = this.#options;
    this.endSessions(({ expires }) => expires.getTime() <= now());
    this.#each((tab) => {
      tab.heartbeat();
      const { id } = tab.session;
      // A store that cannot be asked ends nobody's stream.
      isAlive(id).then(
        (alive) => alive || this.endSessions((session) => session.id === id),
        () => {},
      );
    });
  }

  #dismiss(tab: Tab, code: number, reason: string): void {
    tab.close(code, reason);
    this.#leave(tab);
  }

  #leave(tab: Tab): void {
    if (!this.#tabs.delete(tab)) return;
    for (const token of [...tab.tokens]) this.#forget(token, tab);
    tab.release();
    if (this.#tabs.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
  }

  #forget(token: number, tab: Tab): void {
    this.#index.remove(token, tab);
    // What nobody asks for any more grows old.
    if (!this.#index.isWanted(token)) this.#latest.delete(token);
  }
}
