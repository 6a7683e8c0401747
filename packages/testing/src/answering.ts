import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Decoded pairs, in order, repeated keys kept. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** Number of the connection it came on, from 1. */
  readonly connection: number;
}

/** What the server does with one request. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly json: unknown;
      readonly delay?: number;
    }
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly text: string;
      readonly delay?: number;
    }
  /**
   * `hang`: no answer at all; `drop`: the socket is closed without one; `cut`: half of a body, then the socket is closed;
   * `stall`: headers and half of a body, then nothing.
   */
  | { readonly fault: "hang" | "drop" | "cut" | "stall" };

/** A server on loopback. It is closed when the test ends. */
export interface AnsweringServer {
  readonly root: string;
  /** For `createClient({ environment })`. */
  readonly environment: { readonly root: string };
  readonly requests: readonly ReceivedRequest[];
  /** How many of the requests it answers were given up by the client before their answer. */
  abandoned(): number;
}

/** A body that stops in the middle of a word. */
const half = '{"status":"success","data":[{"tradingsymbol":"IN';

/**
 * Starts a real HTTP server that gives the answers in order, the last one again and again; or asks a function for each.
 */
export async function answering(
  first: Answer | ((request: ReceivedRequest) => Answer),
  ...others: Answer[]
): Promise<AnsweringServer> {
  const requests: ReceivedRequest[] = [];
  const scripted = typeof first === "function" ? [] : [first, ...others];
  const decide = (request: ReceivedRequest): Answer =>
    typeof first === "function" ? first(request) : (scripted[Math.min(requests.length, scripted.length) - 1] ?? first);
  let connections = 0;
  let abandoned = 0;
  const numbers = new WeakMap<object, number>();
  const server = createServer(async (incoming, outgoing) => {
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) abandoned += 1;
    });
    const request = await receive(incoming, numbers.get(incoming.socket) ?? 0);
    requests.push(request);
    await answer(outgoing, decide(request));
  });
  // Idle connections stay open, and no header hints at how long: who closes them is the client's own decision.
  server.keepAliveTimeout = 0;
  server.on("connection", (socket) => {
    connections += 1;
    numbers.set(socket, connections);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { root, environment: { root }, requests, abandoned: () => abandoned };
}

async function receive(incoming: IncomingMessage, connection: number): Promise<ReceivedRequest> {
  const at = performance.now();
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? "/", "http://server");
  return {
    method: incoming.method ?? "",
    path: url.pathname,
    query: [...url.searchParams],
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString(),
    at,
    connection,
  };
}

async function answer(outgoing: ServerResponse, what: Answer): Promise<void> {
  if ("fault" in what) {
    if (what.fault === "hang") return;
    if (what.fault === "drop") return void outgoing.destroy();
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": String(half.length * 2) });
    outgoing.write(half, () => {
      if (what.fault === "cut") outgoing.destroy();
    });
    return;
  }
  if (what.delay) await new Promise((resolve) => setTimeout(resolve, what.delay));
  const json = "json" in what;
  const headers = { "content-type": json ? "application/json" : "text/html", ...what.headers };
  outgoing.writeHead(what.status ?? 200, headers).end(json ? JSON.stringify(what.json) : what.text);
}
