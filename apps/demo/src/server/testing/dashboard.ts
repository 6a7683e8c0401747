import { startSimulator } from "@kite/simulator";
import { onTestFinished } from "vitest";
import { createApp } from "../app.ts";
import { type Connection, connect } from "../connection.ts";
import type { Exchange } from "../exchange.ts";
import { type LocalServer, listen } from "../listen.ts";
import type { PageFile } from "../page-files.ts";
import { Relay } from "../stream/relay.ts";
import { weatherOf } from "../weather.ts";

type RunningSimulator = Awaited<ReturnType<typeof startSimulator>>;

/** A dashboard's server and the simulated exchange it talks to, for one test. */
export interface TestDashboard extends LocalServer {
  readonly connection: Connection;
  readonly simulator: RunningSimulator;
  /** What the terminal would show. */
  readonly reported: string[];
  /** Tells the server that it is to stop. */
  stop(): void;
  /** Logs in as the person with this id would, without the login page. */
  logIn(user_id: string): Promise<void>;
}

/**
 * Starts a dashboard over real HTTP.
 *
 * @param name - `production` guards the account as it would a real one.
 * @param reach - Gives another address for the exchange, to stand in the way.
 */
export async function startDashboard(
  name: "simulator" | "production" = "simulator",
  reach: (root: string) => Promise<string> = async (root) => root,
): Promise<TestDashboard> {
  const simulator = await startSimulator({ seed: 5 });
  const { apiKey, apiSecret } = simulator;
  const environment = { ...simulator.environment, root: await reach(simulator.environment.root) };
  const exchange: Exchange = {
    name,
    environment,
    apiKey,
    apiSecret,
    ...(name === "simulator" && {
      simulation: {
        logIn: async () => (await simulator.login()).request_token,
        redirectTo: (callback: string) => {
          simulator.redirectUrl = callback;
        },
        expireSessions: () => simulator.expireSessions(),
        weather: weatherOf(simulator.faults),
        setPrice: (key: string, rupees: number) => simulator.setPrice(key, rupees),
      },
    }),
    close: () => simulator.close(),
  };
  const reported: string[] = [];
  const end = new AbortController();
  const connection = connect(exchange);
  const relay = new Relay(connection.kite.ticker);
  const server = await listen(
    [0],
    (origin) =>
      createApp({
        ...{ connection, origin, files: page },
        ...{ report: (line) => reported.push(line), stopping: end.signal },
      }),
    relay.accept,
  );
  simulator.redirectUrl = `${server.origin}/callback`;
  onTestFinished(async () => {
    end.abort();
    relay.close();
    connection.kite.ticker.close();
    await server.close();
    await simulator.close();
  });
  const logIn = async (user_id: string) => {
    const { request_token } = await simulator.login({ user_id });
    await connection.logIn(request_token);
  };
  return { ...server, connection, simulator, reported, logIn, stop: () => end.abort() };
}

const page: ReadonlyMap<string, PageFile> = new Map([
  ["/", { body: new TextEncoder().encode("<!doctype html>"), type: "text/html; charset=utf-8", forever: false }],
  ["/assets/a-1.js", { body: new TextEncoder().encode("0"), type: "text/javascript; charset=utf-8", forever: true }],
]);
