import type { Hono } from "hono";
import { streamPath } from "../../shared/stream-api.ts";
import type { Connection } from "../connection.ts";
import { Failure } from "../failure.ts";

interface StreamRouteParts {
  readonly connection: Connection;
  readonly origin: string;
}

/**
 * Says whether a browser may open the stream: 204. Whether it may see the account was asked before. A browser lets pages of every
 * site open sockets to everywhere, and sends the cookies along: only the Origin header tells them apart.
 */
export function streamRoute(app: Hono, { connection, origin }: StreamRouteParts): void {
  app.get(streamPath, (context) => {
    if (context.req.header("origin") !== origin) {
      throw refuse(403, "WrongOrigin", "The stream is for the dashboard itself.");
    }
    if (context.req.header("upgrade") !== "websocket") {
      throw refuse(426, "NotASocket", "The stream is for WebSockets.");
    }
    if (connection.state !== "logged-in") throw refuse(401, "NotLoggedIn", "Nobody is logged in.");
    return context.body(null, 204);
  });

  const refuse = (status: 401 | 403 | 426, code: string, message: string): Failure =>
    new Failure(status, { code, message, what_to_do: `Open ${origin} in your browser.` });
}
