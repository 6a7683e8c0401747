import { once } from "node:events";
import { WebSocket } from "ws";
import type { Simulator } from "../simulator.ts";
import { type Caller, signIn } from "./caller.ts";
import { type ReadPacket, readFrame } from "./stream-reader.ts";

/** Address of the stream for somebody who is signed in. */
export function streamUrl(simulator: Simulator, caller: Caller, changes: Record<string, string> = {}): string {
  const [, access_token = ""] = caller.headers.authorization?.split(":") ?? [];
  return `${simulator.environment.ws}/?${new URLSearchParams({ api_key: simulator.apiKey, access_token, ...changes })}`;
}

/** HTTP status with which a handshake is answered: 101 for a socket, which is closed again. */
export async function statusOf(url: string): Promise<number> {
  const socket = new WebSocket(url);
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("unexpected-response", (_, response) => resolve(response.resume().statusCode ?? 0));
    socket.on("open", () => {
      socket.on("close", () => resolve(101));
      socket.close();
    });
  });
}

/** A socket to the stream of a simulator, with everything that has come through it. */
export class StreamClient {
  readonly caller: Caller;
  readonly socket: WebSocket;
  readonly messages: (Buffer | string)[] = [];
  /** Close code; undefined while it is open. */
  closed: number | undefined;
  readonly #waiting = new Set<() => void>();

  private constructor(simulator: Simulator, caller: Caller) {
    this.caller = caller;
    this.socket = new WebSocket(streamUrl(simulator, caller));
    this.socket.on("message", (data, isBinary) => {
      this.messages.push(isBinary ? (data as Buffer) : String(data));
      this.#wake();
    });
    this.socket.on("error", () => {});
    this.socket.on("close", (code) => {
      this.closed = code;
      this.#wake();
    });
  }

  /** Opens a socket in the name of somebody, or signs the first user in. */
  static async open(simulator: Simulator, caller?: Caller): Promise<StreamClient> {
    const client = new StreamClient(simulator, caller ?? (await signIn(simulator)));
    await once(client.socket, "open");
    // the server is done with the handshake once it has said this
    await client.until(() => client.texts.length > 0);
    return client;
  }

  /** Messages in text, parsed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages whose shape is what they check
  get texts(): any[] {
    return this.messages.flatMap((message) => (typeof message === "string" ? [JSON.parse(message)] : []));
  }

  get frames(): Buffer[] {
    return this.messages.filter((message): message is Buffer => typeof message !== "string");
  }

  /** Orders that were told, in the order they came in. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get orders(): any[] {
    return this.texts.filter(({ type }) => type === "order").map(({ data }) => data);
  }

  send(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** Waits for something to be true of what has arrived. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Does something and gives the frame that comes of it. */
  async frameAfter(cause: () => void): Promise<ReadPacket[]> {
    const before = this.frames.length;
    cause();
    await this.until(() => this.frames.length > before);
    return readFrame(this.frames[before] ?? Buffer.alloc(0));
  }

  /** Waits until the server has taken everything that was sent, and until all its answers are here. */
  async settled(): Promise<void> {
    const before = this.texts.length;
    this.send({ a: "settle" });
    await this.until(() => this.texts.slice(before).some(({ data }) => data === 'Unknown action "settle".'));
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }
}
