import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { streamPath } from "../../shared/stream-api.ts";

/** Most that a page can have to say: a few thousand instruments. */
const MOST_BYTES = 65_536;

interface UpgradeParts {
  /** Answers 204 to whom the stream is for, as it would any other request: by the same rules. */
  readonly ask: (request: Request) => Response | Promise<Response>;
  readonly accept: (socket: WebSocket) => void;
}

/** Makes a server take WebSockets at the stream's address. Gives a function that cuts off those that are open. */
export function acceptUpgrades(server: Server, { ask, accept }: UpgradeParts): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on("upgrade", async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // a visitor who leaves early must not end the process
    socket.on("error", () => socket.destroy());
    const status = await statusFor(request, ask);
    if (status !== 204) return refuse(socket, status);
    sockets.handleUpgrade(request, socket, head, accept);
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

async function statusFor({ method, url, headers }: IncomingMessage, ask: UpgradeParts["ask"]): Promise<number> {
  if (method !== "GET" || url !== streamPath) return 404;
  const { host, origin, cookie } = headers;
  const told = Object.entries({ host, origin, cookie }).filter((entry): entry is [string, string] => !!entry[1]);
  const asked = { ...Object.fromEntries(told), upgrade: "websocket" };
  try {
    return (await ask(new Request(`http://127.0.0.1${url}`, { headers: asked }))).status;
  } catch {
    return 400;
  }
}

function refuse(socket: Duplex, status: number): void {
  // a way to another address is none for a socket
  const shown = status >= 400 ? status : 403;
  socket.end(`HTTP/1.1 ${shown} ${STATUS_CODES[shown]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
