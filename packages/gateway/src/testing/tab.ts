import { decodeFrame, type Tick } from "@kite/ticker/decode";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { Browser } from "./browser.ts";

/** A page's end of the stream, and what it has heard. */
export interface PageTab {
  readonly socket: WebSocket;
  /** A test may empty it. */
  readonly frames: Buffer[];
  readonly texts: readonly string[];
  ticks(): Tick[];
  say(message: unknown): void;
  /** Code and reason, when the server has closed it. */
  readonly closed: Promise<readonly [number, string]>;
}

export interface TabHandshake {
  /** Origin of the page. Default: that of the gateway; empty for none. */
  readonly from?: string;
  readonly path?: string;
}

/** Opens a stream as a page does; gives the status where the handshake is refused. Ends with the test. */
export async function openTab(
  origin: string,
  browser: Pick<Browser, "cookie">,
  { from = origin, path = "/kite" }: TabHandshake = {},
): Promise<PageTab | number> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}${path}`, {
    headers: { ...(from && { origin: from }), ...(browser.cookie && { cookie: browser.cookie }) },
  });
  onTestFinished(() => socket.terminate());
  const frames: Buffer[] = [];
  const texts: string[] = [];
  socket.on("message", (data: Buffer, isBinary) => {
    if (!isBinary) texts.push(data.toString());
    else if (data.length > 1) frames.push(data);
  });
  socket.on("error", () => {});
  const closed = new Promise<readonly [number, string]>((resolve) =>
    socket.on("close", (code, reason) => resolve([code, reason.toString()])),
  );
  const status = await new Promise<number>((resolve) => {
    socket.on("open", () => resolve(101));
    socket.on("unexpected-response", (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  if (status !== 101) return status;
  return {
    ...{ socket, frames, texts, closed },
    ticks: () => frames.flatMap((frame) => decodeFrame(frame).ticks),
    say: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
  };
}

/** Opens a stream that has to be let in. */
export async function openedTab(...given: Parameters<typeof openTab>): Promise<PageTab> {
  const tab = await openTab(...given);
  if (typeof tab === "number") throw new Error(`the handshake was refused with ${tab}`);
  return tab;
}
