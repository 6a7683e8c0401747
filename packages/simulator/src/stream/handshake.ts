import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Exchange } from "../exchange.ts";
import type { Caller } from "./connection.ts";
import type { Stream } from "./stream.ts";

/** Longest message of a client, in bytes: room for a subscription of everything, many times over. */
const LONGEST_MESSAGE = 1_048_576;

/**
 * Lets clients of the stream in at `/?api_key=…&access_token=…`. A wrong path is refused with 404, a wrong key or token
 * with 403, one socket too many with 429.
 */
export function answerHandshakes(server: Server, exchange: Exchange, stream: Stream): void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LONGEST_MESSAGE,
    // a connection that is to be silent does not answer pings either
    autoPong: false,
  });
  server.on("upgrade", (request, socket, head) => {
    // who goes away during the handshake is not worth an error
    socket.on("error", () => {});
    // the query carries the token: the path alone is kept
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const caller = identify(exchange, new URLSearchParams(query));
    const note = (status: number): void => record(exchange, request, path, status, caller);
    const refusal = path === "/" ? stream.refusalOf(caller) : 404;
    if (refusal !== undefined || !caller) {
      note(refusal ?? 403);
      refuse(socket, refusal ?? 403);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      note(101);
      stream.join(opened, caller);
    });
  });
}

/** Who may listen; an app without market data may not, whoever asks. */
function identify({ plan, sessions }: Exchange, query: URLSearchParams): Caller | undefined {
  if (plan === "personal") return undefined;
  const accessToken = query.get("access_token") ?? "";
  const apiKey = query.get("api_key") ?? "";
  const user_id = sessions.userOf(accessToken, apiKey);
  return user_id === undefined ? undefined : { user_id, apiKey, accessToken };
}

function record(
  { clock, log }: Exchange,
  { method = "GET" }: IncomingMessage,
  path: string,
  status: number,
  caller: Caller | undefined,
): void {
  log.add({ method, path, at: new Date(clock.now()), status, ...(caller && { user_id: caller.user_id }) });
}

function refuse(socket: Duplex, status: number): void {
  const reason = STATUS_CODES[status] ?? "";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
