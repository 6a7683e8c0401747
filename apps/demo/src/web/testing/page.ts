import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createKite, type KiteClient } from "@kite/core";
import { createGateway, type GatewayOptions } from "@kite/gateway";
import { gatewayFetch } from "@kite/gateway/browser";
import { toNodeListener } from "@kite/gateway/node";
import { type Simulator, startSimulator } from "@kite/simulator";
import { onTestFinished } from "vitest";
import { Browser } from "../../server/testing/browser.ts";

/** A gateway with somebody logged in, and the simulated exchange behind it. */
export interface TestGateway {
  readonly simulator: Simulator;
  /** Opens a page: a client that has neither key nor token. */
  openPage(): KiteClient;
  /** How often an order was sent to the exchange. */
  placements(): number;
}

/** Starts both over real HTTP; they end with the test. */
export async function startGateway(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const simulator = await startSimulator({ seed: 5 });
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    apiSecret: simulator.apiSecret,
    environment: simulator.environment,
    sessions: { secret: "a-secret-of-tests-with-forty-characters!" },
    allow: { orders: true },
    ...options,
  });
  const server = createServer(toNodeListener(gateway));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    await gateway.close();
    server.closeAllConnections();
    server.close();
    await simulator.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  simulator.redirectUrl = `${origin}/kite/callback`;
  const browser = new Browser();
  await browser.logIn(origin, "SIM001");
  const fetchOfPage: typeof fetch = (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", browser.cookie);
    headers.set("sec-fetch-site", "same-origin");
    if (init.method !== undefined && init.method !== "GET") headers.set("origin", origin);
    return fetch(new URL(String(input), origin), { ...init, headers });
  };
  return {
    simulator,
    openPage: () => createKite({ environment: { root: "/kite" }, fetch: gatewayFetch({ fetch: fetchOfPage }) }),
    placements: () =>
      simulator.requests.filter(({ method, path }) => method === "POST" && path.startsWith("/orders/")).length,
  };
}
