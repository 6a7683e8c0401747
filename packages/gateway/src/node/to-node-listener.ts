import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Gateway } from "../gateway.ts";
import { refusalAnswer } from "../http/answer.ts";
import { refuse } from "../refusal.ts";
import { toRequest } from "./to-request.ts";

/** A listener for `node:http`, and a handler for Express: `next` gets what is not below the gateway's path. */
export type NodeListener = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void;

/**
 * Makes a listener for Node's own server, Express, Connect and the like. Mount it at the root and before anything that reads bodies:
 * it knows its path, and limits bodies itself.
 *
 * @example
 * createServer(toNodeListener(gateway)).listen(3000);
 * express().use(toNodeListener(gateway));
 */
export function toNodeListener(gateway: Gateway): NodeListener {
  return (incoming, outgoing, next) => {
    const target = targetOf(incoming);
    const path = target.split(/[?#]/, 1)[0] ?? "";
    if (next && path !== gateway.path && !path.startsWith(`${gateway.path}/`)) {
      next();
      return;
    }
    void respond(gateway, incoming, outgoing, target);
  };
}

/** Express cuts the mount off `url`. */
const targetOf = (incoming: IncomingMessage & { readonly originalUrl?: string }): string =>
  incoming.originalUrl ?? incoming.url ?? "/";

/** Something before this has read the body: what the browser sent is not there to be sent on. */
const isBodyGone = ({ method, readableDidRead }: IncomingMessage): boolean => method !== "GET" && readableDidRead;

const bodyGone = (): Response =>
  refusalAnswer(refuse(500, "the gateway must be mounted before anything that reads bodies, such as express.json()"));

async function respond(
  gateway: Gateway,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
): Promise<void> {
  const left = new AbortController();
  outgoing.on("close", () => left.abort());
  try {
    const response = isBodyGone(incoming) ? bodyGone() : await gateway(toRequest(incoming, target, left.signal));
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
    // What is left of a body that nobody wants would be read to its end, however long it is.
    if (!incoming.complete) outgoing.setHeader("connection", "close");
    if (response.body)
      await pipeline(Readable.fromWeb(response.body as import("node:stream/web").ReadableStream), outgoing);
    else outgoing.end();
  } catch {
    // The browser has left, or Kite broke off in the middle: there is nobody, or no way, to tell.
    outgoing.destroy();
  }
}
