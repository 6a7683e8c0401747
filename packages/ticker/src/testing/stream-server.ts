import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import type { Mode } from "../ticker-api.ts";
import { heartbeat } from "./frames.ts";

/** A connection as the server sees it. */
export interface ServerConnection {
  readonly socket: WebSocket;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** What is subscribed, in the mode in which it streams. */
  readonly subscribed: Map<number, Mode>;
  /** Every message, parsed, in the order it came. */
  readonly received: { readonly a: string; readonly v: readonly unknown[] }[];
}

export type Handshake = "accept" | "hang" | "cut" | number;

/** The stream as the reference describes it, without a market: what it sends is what a test tells it to. */
export class StreamServer {
  /** Milliseconds between heartbeats. */
  beat = 50;
  /** What becomes of a handshake. A number refuses it with that HTTP status; "cut" breaks it, "hang" never answers. */
  handshake: (query: URLSearchParams) => Handshake = () => "accept";
  /** Rows of GET /orders. */
  book: unknown[] = [];
  /** HTTP status of REST calls. */
  restStatus = 200;
  readonly rest: string[] = [];
  /** Every try, in order. */
  readonly tries: URLSearchParams[] = [];
  /** What was asked for, query included. */
  readonly paths: string[] = [];
  readonly refusalHeaders: Record<string, string> = {};
  readonly connections: ServerConnection[] = [];
  port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #upgrader = new WebSocketServer({ noServer: true });
  readonly #server = createServer((request, response) => {
    this.rest.push(request.url ?? "");
    const data = request.url === "/orders" ? this.book : { user_id: "AB1234" };
    const error_type = this.restStatus === 403 ? "TokenException" : "NetworkException";
    const refused = { status: "error", error_type, message: "No", data: null };
    response.writeHead(this.restStatus, { "content-type": "application/json" });
    response.end(JSON.stringify(this.restStatus === 200 ? { status: "success", data } : refused));
  });

  async start(): Promise<this> {
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  get environment(): { readonly root: string } {
    return { root: `http://127.0.0.1:${this.port}` };
  }

  /** The connections that are open. */
  get open(): ServerConnection[] {
    return this.connections.filter(({ socket }) => socket.readyState === socket.OPEN);
  }

  /** All that is subscribed now, over all connections. */
  get subscribed(): Map<number, Mode> {
    return new Map(this.open.flatMap(({ subscribed }) => [...subscribed]));
  }

  send(message: Uint8Array | object): void {
    const data = message instanceof Uint8Array ? message : JSON.stringify(message);
    for (const { socket } of this.open) socket.send(data);
  }

  /** The lines under the connections, for what no WebSocket would send. */
  tcp(): Socket[] {
    return [...this.#sockets];
  }

  /** Breaks every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Forgets connections that are over. */
  forget(): void {
    this.connections.splice(0, this.connections.length, ...this.open);
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const query = new URL(request.url ?? "", "http://here").searchParams;
    this.tries.push(query);
    this.paths.push(request.url ?? "");
    socket.on("error", () => {});
    const handshake = this.handshake(query);
    if (handshake === "hang") return;
    if (handshake === "cut") {
      socket.destroy();
      return;
    }
    if (typeof handshake === "number") {
      const headers = Object.entries(this.refusalHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(`HTTP/1.1 ${handshake} Refused\r\n${headers.join("")}content-length: 0\r\n\r\n`);
      return;
    }
    this.#upgrader.handleUpgrade(request, socket, head, (opened) => this.#serve(opened, query, request));
  }

  #serve(socket: WebSocket, query: URLSearchParams, { headers }: IncomingMessage): void {
    const connection: ServerConnection = { socket, query, headers, subscribed: new Map(), received: [] };
    this.connections.push(connection);
    const beating = setInterval(() => socket.send(heartbeat), this.beat);
    socket.on("error", () => {});
    socket.on("close", () => clearInterval(beating));
    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString());
      connection.received.push(message);
      apply(message, connection.subscribed);
    });
  }
}

function apply({ a, v }: { readonly a: string; readonly v: readonly unknown[] }, subscribed: Map<number, Mode>): void {
  if (a === "subscribe") for (const token of v as number[]) subscribed.set(token, subscribed.get(token) ?? "quote");
  if (a === "unsubscribe") for (const token of v as number[]) subscribed.delete(token);
  if (a !== "mode") return;
  const [mode, tokens] = v as [Mode, number[]];
  // The mode of an instrument that is not subscribed has no effect.
  for (const token of tokens) if (subscribed.has(token)) subscribed.set(token, mode);
}

/** Starts a server that ends with the test. */
export async function serveStream(): Promise<StreamServer> {
  const server = await new StreamServer().start();
  onTestFinished(() => server.stop());
  return server;
}
