import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.ts";
import { createExchange } from "./exchange.ts";
import { SimulatorHandle } from "./handle.ts";
import type { StartOptions } from "./options.ts";
import type { Simulator } from "./simulator.ts";
import { answerHandshakes } from "./stream/handshake.ts";
import { Stream } from "./stream/stream.ts";
import { checkStreamOptions } from "./stream/stream-options.ts";

/** A quote of a thousand instruments names them all in its URL; Node would stop at 16 kB. */
const MAX_HEADER_BYTES = 64 * 1024;

/** How long a request under way may still take when the simulator closes. */
const CLOSING_GRACE_MS = 250;

/**
 * Starts a simulated exchange that listens on this machine.
 *
 * @example
 * const simulator = await startSimulator({ seed: 7 });
 * const { request_token } = await simulator.login();
 * // exchange the token at `${simulator.url}/session/token`, work with it, then
 * await simulator.close();
 *
 * @throws {TypeError} for options that make no sense.
 * @throws {Error} with `code: "EADDRINUSE"` when the port is taken.
 */
export async function startSimulator(options: StartOptions = {}): Promise<Simulator> {
  checkStreamOptions(options);
  const exchange = createExchange(options);
  const stream = new Stream(exchange, options);
  const app = createApp(exchange, options.control ?? true, stream);
  // the adapter would otherwise replace the global Request and Response of the whole process
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, listener);
  answerHandshakes(server, exchange, stream);
  server.listen(options.port ?? 0, options.host ?? "127.0.0.1");
  await once(server, "listening");
  exchange.url = urlOf(server.address() as AddressInfo);
  return new SimulatorHandle(exchange, app, stream, () => stop(server, stream));
}

/** A server that listens on every address is reached through the loopback one. */
function urlOf({ address, port }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::") return `http://127.0.0.1:${port}`;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}

async function stop(server: Server, stream: Stream): Promise<void> {
  const closed = once(server, "close");
  server.close();
  stream.close();
  // a connection that was busy when the server closed falls idle later, and would then wait for its keep-alive time-out
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const deadline = setTimeout(() => {
    server.closeAllConnections();
    stream.destroy();
  }, CLOSING_GRACE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}
