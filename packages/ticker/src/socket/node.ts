import type { IncomingMessage } from "node:http";
import WebSocket from "ws";
import type { OpenSocket, SocketEnd } from "./socket.ts";

/** Most that one message may hold, in bytes. 3,000 instruments with their books are 558,002. */
const maxPayload = 4 * 1024 * 1024;

/** Opens a WebSocket of the package `ws`: on Node it shows the status of a refused handshake, which the built-in one hides. */
export const openSocket: OpenSocket = (address, events) => {
  // Ticks hardly compress, and inflating them costs more than reading them.
  const socket = new WebSocket(address, {
    headers: { "X-Kite-Version": "3" },
    perMessageDeflate: false,
    maxPayload,
    skipUTF8Validation: true,
  });
  // "arraybuffer" would copy each frame; a Buffer is a view of what the system read.
  socket.binaryType = "nodebuffer";
  let refusal: SocketEnd | undefined;
  let problem: string | undefined;
  let dropped = false;
  socket.on("open", () => events.opened());
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    if (dropped) return;
    if (isBinary) events.binary(data);
    else events.text(data.toString());
  });
  socket.on("ping", () => events.alive());
  socket.on("unexpected-response", (_request, response) => {
    refusal = refusedBy(response);
    response.resume();
    socket.terminate();
  });
  // Stays after `drop`: an error without a listener would end the process.
  socket.on("error", (error: NodeJS.ErrnoException) => {
    problem ??= error.code;
  });
  socket.on("close", (code) => {
    if (!dropped) events.ended(refusal ?? { code, problem });
  });
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    drop() {
      dropped = true;
      socket.close();
      socket.terminate();
    },
  };
};

function refusedBy({ statusCode, headers }: IncomingMessage): SocketEnd {
  const seconds = Number(headers["retry-after"]);
  return { status: statusCode, retryAfter: Number.isFinite(seconds) ? seconds * 1_000 : undefined };
}
