import type { WebSocket } from "ws";
import { advance } from "../advance.ts";
import type { Exchange } from "../exchange.ts";
import { istDate } from "../ist.ts";
import { EMPTY_FRAME, halfFrame, oddFrame } from "./broken-frames.ts";
import { type Caller, Connection, type House } from "./connection.ts";
import { type Packet, PacketBoard } from "./packet-board.ts";
import type { SimulatedStream, StreamConnection } from "./simulated-stream.ts";
import type { StreamOptions } from "./stream-options.ts";

/** Most sockets of one `api_key`. */
const MOST_SOCKETS = 3;

/** Everybody who listens, and the timer that tells them. */
export class Stream implements SimulatedStream {
  readonly #exchange: Exchange;
  readonly #tickEveryMs: number;
  readonly #which: "changed" | "all";
  readonly #house: House;
  readonly #connections = new Set<Connection>();
  #rounds: NodeJS.Timeout | undefined;
  #refusal: number | undefined;

  constructor(
    exchange: Exchange,
    { tickEveryMs = 1000, ticks = "changed", heartbeatEveryMs = 2000 }: StreamOptions = {},
  ) {
    this.#exchange = exchange;
    this.#tickEveryMs = tickEveryMs;
    this.#which = ticks;
    this.#house = { board: new PacketBoard(exchange.market), heartbeatEveryMs, silent: false };
    exchange.desk.updates.subscribe((user_id, data) => this.#tellUser(user_id, { type: "order", data }));
  }

  get connections(): readonly StreamConnection[] {
    return this.#open().map(({ user_id, subscriptions }) => {
      const modes = { ltp: 0, quote: 0, full: 0 };
      for (const { mode } of subscriptions) modes[mode] += 1;
      return { user_id, subscriptions: new Map([...subscriptions].map(({ token, mode }) => [token, mode])), modes };
    });
  }

  /** HTTP status with which a handshake is refused; undefined for none. */
  refusalOf(caller: Caller | undefined): number | undefined {
    if (this.#refusal !== undefined) return this.#refusal;
    if (!caller) return 403;
    const own = this.#open().filter(({ apiKey }) => apiKey === caller.apiKey);
    return own.length >= MOST_SOCKETS ? 429 : undefined;
  }

  /** Takes up a socket whose handshake is done. */
  join(socket: WebSocket, caller: Caller): void {
    const connection = new Connection(socket, caller, this.#house);
    this.#connections.add(connection);
    this.#rounds ??= setInterval(() => this.#round(), this.#tickEveryMs).unref();
    socket.on("close", () => this.#leave(connection));
    const { clock, market } = this.#exchange;
    const count = market.list().length;
    const data = { count, etag: `W/"${istDate(clock.now())}-${count}"` };
    connection.send(JSON.stringify({ type: "instruments_meta", data }));
  }

  tick(): void {
    this.dropExpired();
    advance(this.#exchange);
    this.#house.board.lookAgain();
    for (const connection of this.#open()) connection.sendTicks(this.#which);
  }

  /** Cuts the sockets whose access token has died. */
  dropExpired(): void {
    const { sessions } = this.#exchange;
    for (const connection of this.#open()) {
      if (!connection.isAllowed((token) => sessions.userOf(token, connection.apiKey))) connection.cut();
    }
  }

  kill(code = 1006): void {
    if (!isCloseCode(code)) throw new TypeError(`kill: expected a close code, got ${code}`);
    for (const connection of this.#open()) {
      if (code === 1006) connection.cut();
      else connection.close(code);
    }
  }

  silence(): void {
    this.#house.silent = true;
  }

  resume(): void {
    this.#house.silent = false;
  }

  refuse(status: number): void {
    if (!Number.isInteger(status) || status < 400 || status > 599) {
      throw new TypeError(`refuse: expected a status from 400 to 599, got ${status}`);
    }
    this.#refusal = status;
  }

  accept(): void {
    this.#refusal = undefined;
  }

  flood(count: number): void {
    if (!Number.isSafeInteger(count) || count < 1) throw new TypeError(`flood: expected a number from 1, got ${count}`);
    this.#house.board.lookAgain();
    for (const connection of this.#open()) connection.flood(count);
  }

  halfFrame(): void {
    this.#sendBroken(halfFrame);
  }

  oddFrame(): void {
    this.#sendBroken(oddFrame);
  }

  emptyFrame(): void {
    this.send(EMPTY_FRAME);
  }

  send(data: Uint8Array | string): void {
    for (const connection of this.#open()) connection.send(data);
  }

  /** Says goodbye to every socket, and lets no other in. */
  close(): void {
    this.refuse(503);
    this.kill(1001);
  }

  /** Cuts the sockets that have not answered the goodbye. */
  destroy(): void {
    for (const connection of this.#connections) connection.cut();
  }

  /** Those that are closing are not counted: who was cut off may come back before the old socket is gone. */
  #open(): Connection[] {
    return [...this.#connections].filter(({ isOpen }) => isOpen);
  }

  #leave(connection: Connection): void {
    this.#connections.delete(connection);
    if (this.#connections.size > 0) return;
    clearInterval(this.#rounds);
    this.#rounds = undefined;
  }

  /** Nobody waits for a round, so nobody else would hear of its failure. */
  #round(): void {
    try {
      this.tick();
    } catch (error) {
      console.error("A round of the simulated stream failed:", error);
    }
  }

  #tellUser(user_id: string, message: object): void {
    for (const connection of this.#open()) {
      if (connection.user_id === user_id) connection.send(JSON.stringify(message));
    }
  }

  /** Every socket gets it about something it has subscribed, or else about the first instrument there is. */
  #sendBroken(frameOf: (packet: Packet) => Buffer): void {
    const { board } = this.#house;
    board.lookAgain();
    const [first] = this.#exchange.market.list();
    for (const connection of this.#open()) {
      const tokens = [...connection.subscriptions].map(({ token }) => token);
      const packet = [...tokens, first?.instrument_token ?? 0].flatMap((token) => board.packet(token) ?? [])[0];
      if (packet) connection.send(frameOf(packet));
    }
  }
}

/** Codes that a server can send, and 1006 for what happens when it sends none. */
function isCloseCode(code: number): boolean {
  if (code === 1004 || code === 1005) return false;
  return (code >= 1000 && code <= 1014) || (code >= 3000 && code <= 4999);
}
