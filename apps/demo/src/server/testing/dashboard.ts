import type { Gateway } from "@kite/gateway";
import { attachStream } from "@kite/gateway/node";
import { type Simulator, startSimulator } from "@kite/simulator";
import { onTestFinished } from "vitest";
import { createApp } from "../app.ts";
import { type Exchange, exchangeOf } from "../exchange.ts";
import { callbackPath, openGateway } from "../gateway.ts";
import { type LocalServer, listen } from "../listen.ts";
import type { PageFile } from "../page-files.ts";

/** A dashboard's server and the simulated exchange it talks to, for one test. */
export interface TestDashboard extends LocalServer {
  readonly gateway: Gateway;
  readonly simulator: Simulator;
  /** What the terminal would show. */
  readonly reported: string[];
}

/**
 * Starts a dashboard over real HTTP.
 *
 * @param name - `production` asks who one is, as it would for a real account.
 */
export async function startDashboard(name: "simulator" | "production" = "simulator"): Promise<TestDashboard> {
  const simulator = await startSimulator({ seed: 5 });
  const { simulation, ...anywhere } = exchangeOf(simulator);
  const exchange: Exchange = { ...anywhere, name, ...(name === "simulator" && simulation && { simulation }) };
  const reported: string[] = [];
  const report = (line: string) => void reported.push(line);
  const parts: { gateway?: Gateway } = {};
  const server = await listen([0], (origin, nodeServer) => {
    const gateway = openGateway({ exchange, origin, report });
    const stream = attachStream(nodeServer, gateway);
    onTestFinished(async () => {
      await gateway.close();
      stream.close();
    });
    parts.gateway = gateway;
    return createApp({ exchange, gateway, origin, files: page, report });
  });
  simulator.redirectUrl = server.origin + callbackPath;
  onTestFinished(async () => {
    await server.close();
    await simulator.close();
  });
  if (!parts.gateway) throw new Error("the server was made without a gateway");
  return { ...server, gateway: parts.gateway, simulator, reported };
}

const page: ReadonlyMap<string, PageFile> = new Map([
  ["/", { body: new TextEncoder().encode("<!doctype html>"), type: "text/html; charset=utf-8", forever: false }],
  ["/assets/a-1.js", { body: new TextEncoder().encode("0"), type: "text/javascript; charset=utf-8", forever: true }],
]);
