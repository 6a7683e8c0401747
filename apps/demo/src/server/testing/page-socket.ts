import { onTestFinished } from "vitest";
import { WebSocket } from "ws";

/** What a page's end of the stream has heard. */
interface PageSocket {
  readonly socket: WebSocket;
  readonly texts: readonly string[];
  /** Number of messages with prices. */
  frames(): number;
  say(message: object): void;
}

/** Opens the stream as a page does; gives the status where it is refused. Ends with the test. */
export function openStream(
  origin: string,
  { from = origin, cookie = "", path = "/kite" }: { from?: string; cookie?: string; path?: string } = {},
): Promise<PageSocket | number> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}${path}`, {
    headers: { ...(from && { origin: from }), ...(cookie && { cookie }) },
  });
  onTestFinished(() => socket.terminate());
  const texts: string[] = [];
  let frames = 0;
  socket.on("message", (data: Buffer, isBinary) => {
    if (!isBinary) texts.push(data.toString());
    // a heartbeat has one byte
    else if (data.length > 1) frames += 1;
  });
  return new Promise((resolve) => {
    socket.on("error", () => {});
    socket.on("unexpected-response", (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on("open", () =>
      resolve({ socket, texts, frames: () => frames, say: (message) => socket.send(JSON.stringify(message)) }),
    );
  });
}
