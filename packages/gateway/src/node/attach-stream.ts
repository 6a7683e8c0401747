import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Gateway } from "../gateway.ts";
import { toRequest } from "./to-request.ts";

/** Milliseconds between two pings. A browser that does not answer one until the next is gone. */
const pingEvery = 30_000;

/** The stream on a server, until it is taken off. */
export interface AttachedStream {
  /** Takes no more handshakes and cuts off the sockets that are still open. Close the gateway first: it says goodbye. */
  close(): void;
}

/**
 * Makes a Node server take the browsers' WebSockets at the gateway's path. Handshakes for other paths are left to other listeners; when
 * there are none, they get 404.
 *
 * @example
 * const server = createServer(toNodeListener(gateway)).listen(3000);
 * attachStream(server, gateway);
 */
export function attachStream(server: Pick<Server, "on" | "off" | "listenerCount">, gateway: Gateway): AttachedStream {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: gateway.messageBytes, perMessageDeflate: false });
  const silent = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, pingEvery);
  pings.unref();

  const upgrade = async (incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const path = (incoming.url ?? "").split("?", 1)[0];
    if (path !== gateway.path) {
      if (server.listenerCount("upgrade") === 1) refuse(socket, 404);
      return;
    }
    // A visitor who leaves early must not end the process.
    const ignore = (): void => void socket.destroy();
    socket.on("error", ignore);
    const decision = await gateway.stream(toRequest(incoming, incoming.url ?? "/")).catch(() => undefined);
    if (!decision || "refused" in decision) {
      refuse(socket, decision?.refused.status ?? 500);
      return;
    }
    socket.off("error", ignore);
    sockets.handleUpgrade(incoming, socket, head, (opened) => {
      opened.on("error", () => {});
      const { message, closed } = decision.open(opened);
      opened.on("close", closed);
      opened.on("pong", () => silent.delete(opened));
      opened.on("message", (data, isBinary) => {
        if (isBinary) opened.close(1003, "text only");
        else if (opened.readyState === opened.OPEN) message(String(data));
      });
    });
  };
  server.on("upgrade", upgrade);
  return {
    close() {
      server.off("upgrade", upgrade);
      clearInterval(pings);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: number): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
