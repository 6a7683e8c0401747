import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

/** First port that is tried when none was named. */
export const usualPort = 4173;
const PORTS_TRIED = 20;

/** A server that answers on this machine only. */
export interface LocalServer {
  /** `http://127.0.0.1:4173` */
  readonly origin: string;
  /** Stops at once; requests under way are cut off. */
  close(): Promise<void>;
}

/** No port could be had. The message says which. */
export class PortTaken extends Error {}

/**
 * Listens on 127.0.0.1. `makeApp` gets the address before the first request is answered, and the server for what is no request.
 *
 * @param ports - Ports to try, in order. Throws `PortTaken` when all of them are in use.
 */
export async function listen(
  ports: readonly number[],
  makeApp: (origin: string, server: Server) => Hono,
): Promise<LocalServer> {
  let app: Hono | undefined;
  const ask = (request: Request, environment?: object) =>
    app?.fetch(request, environment) ?? new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: ask, overrideGlobalObjects: false }) as Server;
  const port = await firstFree(server, ports);
  const origin = `http://127.0.0.1:${port}`;
  app = makeApp(origin, server);
  return {
    origin,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The ports to try: the named one alone, or the usual one and those after it. */
export function portsToTry(named: number | undefined): number[] {
  return named === undefined ? Array.from({ length: PORTS_TRIED }, (_, index) => usualPort + index) : [named];
}

async function firstFree(server: Server, ports: readonly number[]): Promise<number> {
  for (const port of ports) {
    server.listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES") throw new PortTaken(`port ${port} is not for ordinary users`);
      if (code !== "EADDRINUSE") throw error;
    }
  }
  const [first, last] = [ports[0], ports.at(-1)];
  throw new PortTaken(first === last ? `port ${first} is taken` : `the ports ${first} to ${last} are all taken`);
}
