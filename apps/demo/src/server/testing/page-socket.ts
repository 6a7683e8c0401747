import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { packetsOf } from "../stream/packets.ts";

/** What a page's end of the stream has heard. */
interface PageSocket {
  readonly socket: WebSocket;
  /** Tokens in the order their packets came. */
  readonly tokens: number[];
  readonly texts: string[];
  /** Everything, as text. */
  readonly heard: string[];
  say(message: object): void;
}

/** Opens the stream as a page does; gives the status where it is refused. Ends with the test. */
export function openStream(
  origin: string,
  { from = origin, cookie = "", path = "/api/stream" }: { from?: string; cookie?: string; path?: string } = {},
): Promise<PageSocket | number> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}${path}`, {
    headers: { ...(from && { origin: from }), ...(cookie && { cookie }) },
  });
  onTestFinished(() => socket.terminate());
  const tokens: number[] = [];
  const texts: string[] = [];
  const heard: string[] = [];
  socket.on("message", (data: Buffer, isBinary) => {
    heard.push(data.toString("latin1"));
    if (isBinary) tokens.push(...packetsOf(data).map(({ token }) => token));
    else texts.push(data.toString());
  });
  return new Promise((resolve) => {
    socket.on("error", () => {});
    socket.on("unexpected-response", (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on("open", () =>
      resolve({ socket, tokens, texts, heard, say: (message) => socket.send(JSON.stringify(message)) }),
    );
  });
}

/** Opens the stream, which has to be let in. */
export async function openedStream(...args: Parameters<typeof openStream>): Promise<PageSocket> {
  const opened = await openStream(...args);
  if (typeof opened === "number") throw new Error(`refused with ${opened}`);
  return opened;
}
