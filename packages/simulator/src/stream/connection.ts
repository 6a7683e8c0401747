import type { WebSocket } from "ws";
import { Refusal } from "../refusal.ts";
import { type ClientMessage, readMessage } from "./client-message.ts";
import { frameOf } from "./frame.ts";
import type { PacketBoard } from "./packet-board.ts";
import { MOST_INSTRUMENTS, type Subscription, Subscriptions } from "./subscriptions.ts";

/** Frames a client has not taken yet, in bytes; beyond this it misses rounds. Room for the largest frame there is. */
const MOST_WAITING_BYTES = 1_000_000;

const HEARTBEAT = Buffer.alloc(1);

/** Who opens a socket. */
export interface Caller {
  readonly user_id: string;
  readonly apiKey: string;
  readonly accessToken: string;
}

/** Rules that all sockets share. */
export interface House {
  readonly board: PacketBoard;
  readonly heartbeatEveryMs: number;
  /** While true, nothing leaves. */
  silent: boolean;
}

/** One socket: what it has asked for, and everything that is sent to it. */
export class Connection {
  readonly user_id: string;
  readonly apiKey: string;
  readonly #accessToken: string;
  readonly subscriptions: Subscriptions = new Subscriptions();
  readonly #socket: WebSocket;
  readonly #house: House;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(socket: WebSocket, { user_id, apiKey, accessToken }: Caller, house: House) {
    this.user_id = user_id;
    this.apiKey = apiKey;
    this.#accessToken = accessToken;
    this.#socket = socket;
    this.#house = house;
    this.#heartbeat = setInterval(() => this.send(HEARTBEAT), house.heartbeatEveryMs).unref();
    socket.on("message", (data, isBinary) => this.#receive(isBinary ? undefined : String(data)));
    socket.on("ping", (data) => {
      if (!house.silent) socket.pong(data);
    });
    // what a client does wrong closes its socket, and is nobody else's business
    socket.on("error", () => {});
    socket.on("close", () => clearInterval(this.#heartbeat));
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Whether the token that opened the socket still stands for somebody. */
  isAllowed(userOf: (accessToken: string) => string | undefined): boolean {
    return userOf(this.#accessToken) === this.user_id;
  }

  send(data: Uint8Array | string): void {
    if (this.#house.silent || !this.isOpen) return;
    this.#heartbeat.refresh();
    this.#socket.send(data);
  }

  /** Sends the packets of a round. A client that is slow to take them misses it, and gets the newest ones later. */
  sendTicks(which: "changed" | "all"): void {
    if (this.#socket.bufferedAmount <= MOST_WAITING_BYTES) this.#sendFrames(1, this.subscriptions, which);
  }

  /** Sends everything that is subscribed so many times, however slow the client is. */
  flood(count: number): void {
    this.#sendFrames(count, this.subscriptions, "all");
  }

  /** Asks the client to end it, with a close code. */
  close(code: number): void {
    this.#socket.close(code);
  }

  /** Ends it without a word; the client sees 1006. */
  cut(): void {
    this.#socket.terminate();
  }

  #receive(text: string | undefined): void {
    try {
      if (text === undefined) throw new Refusal(400, "InputException", "Expected text, got bytes.");
      this.#do(readMessage(text));
    } catch (error) {
      if (!(error instanceof Refusal)) console.error("A message to the simulated stream failed:", error);
      this.#sendError(error instanceof Refusal ? error.message : "Something unexpected happened.");
    }
  }

  #do(message: ClientMessage): void {
    if (message.action === "unsubscribe") {
      this.subscriptions.remove(message.tokens);
    } else if (message.action === "mode") {
      this.#sendSnapshot(this.subscriptions.setMode(message.mode, message.tokens));
    } else {
      const { added, refused } = this.subscriptions.add(message.tokens);
      this.#sendSnapshot(added);
      if (refused > 0) this.#sendError(`${refused} instruments were not added: the limit is ${MOST_INSTRUMENTS}.`);
    }
  }

  #sendSnapshot(subscriptions: readonly Subscription[]): void {
    this.#house.board.lookAgain();
    this.#sendFrames(1, subscriptions, "all");
  }

  #sendFrames(count: number, subscriptions: Iterable<Subscription>, which: "changed" | "all"): void {
    // making a frame marks its packets as sent
    if (this.#house.silent || !this.isOpen) return;
    const frame = frameOf(this.#house.board, subscriptions, which);
    for (let sent = 0; frame && sent < count; sent += 1) this.send(frame);
  }

  #sendError(data: string): void {
    this.send(JSON.stringify({ type: "error", data }));
  }
}
