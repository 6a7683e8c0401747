import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Simulator, type StartOptions, startSimulator } from "@kite/simulator";
import { onTestFinished } from "vitest";
import { createGateway } from "../create-gateway.ts";
import type { Gateway } from "../gateway.ts";
import { attachStream } from "../node/attach-stream.ts";
import { toNodeListener } from "../node/to-node-listener.ts";
import type { GatewayOptions } from "../options.ts";
import type { GatewayEvent } from "../stats.ts";
import { Browser } from "./browser.ts";

export const secret = "a-secret-of-tests-with-forty-characters!";

/** A gateway on a server, and the simulated exchange behind it, for one test. */
export interface Mounted {
  readonly origin: string;
  readonly gateway: Gateway;
  readonly simulator: Simulator;
  readonly server: Server;
  readonly events: readonly GatewayEvent[];
  /** Requests for Kite's routes that reached the simulator. */
  reached(): string[];
  /** A browser that is signed in. */
  signedIn(user_id?: string): Promise<Browser>;
}

/** How a gateway is mounted: gives the listener of the server. */
export type Mount = (gateway: Gateway) => RequestListener;

/** Starts a simulator, and a server with a gateway for it. They end with the test. */
export async function mounted(
  options: Partial<GatewayOptions> = {},
  { mount = toNodeListener, ...startOptions }: StartOptions & { readonly mount?: Mount } = {},
): Promise<Mounted> {
  const simulator = await startSimulator({ seed: 5, ...startOptions });
  const events: GatewayEvent[] = [];
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    apiSecret: simulator.apiSecret,
    environment: simulator.environment,
    sessions: { secret },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const server = createServer(mount(gateway));
  const stream = attachStream(server, gateway);
  const origin = await listening(server);
  simulator.redirectUrl = `${origin}${gateway.path}/callback`;
  onTestFinished(async () => {
    await gateway.close();
    stream.close();
    server.closeAllConnections();
    server.close();
    await simulator.close();
  });
  return {
    ...{ origin, gateway, simulator, server, events },
    reached: () =>
      simulator.requests.map(({ method, path }) => `${method} ${path}`).filter((line) => !line.includes(" /connect/")),
    async signedIn(user_id = "SIM001") {
      const browser = new Browser();
      const { status } = await browser.signIn(origin, { user_id, path: gateway.path });
      if (status !== 303) throw new Error(`the login answered ${status}`);
      return browser;
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
