import { fileURLToPath } from "node:url";
import { isKiteError } from "@kite/core";
import { attachStream } from "@kite/gateway/node";
import { createApp } from "./app.ts";
import { type Connection, connect } from "./connection.ts";
import { type Exchange, simulatedExchange } from "./exchange.ts";
import { callbackPath, openGateway } from "./gateway.ts";
import { keepLively } from "./keep-lively.ts";
import { type LocalServer, listen, portsToTry, usualPort } from "./listen.ts";
import type { Options } from "./options.ts";
import { readPageFiles } from "./page-files.ts";
import { changeCell } from "./terminal/figures.ts";
import { holdingsTable } from "./terminal/tables.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Milliseconds by which the simulated exchange answers late, as a real one over the internet does. */
const SIMULATED_LATENCY = 60;

/** A running dashboard. */
export interface Dashboard {
  readonly server: LocalServer;
  close(): Promise<void>;
}

/**
 * Serves the dashboard and prints how it goes. `configured` is the exchange with a real account; without it everything
 * is simulated, and somebody is logged in at once.
 */
export async function serveDashboard(
  { port }: Pick<Options, "port">,
  configured: Exchange | undefined,
  terminal: Terminal,
): Promise<Dashboard> {
  const files = await readPageFiles(fileURLToPath(new URL("../web", import.meta.url)));
  const exchange = configured ?? (await simulatedExchange(SIMULATED_LATENCY));
  const report = (text: string) => terminal.line(`${terminal.paint.faint(clockTime())} ${text}`);
  const connection = connect(exchange);
  const { simulation } = exchange;
  const closing: (() => unknown)[] = [exchange.close];
  const close = async () => void (await Promise.all(closing.map((end) => end())));
  try {
    // The redirect URL of a real app names one port, so another one would be of no use to it.
    const ports = configured ? [port ?? usualPort] : portsToTry(port);
    const server = await listen(ports, (origin, nodeServer) => {
      const gateway = openGateway({ exchange, origin, report });
      const stream = attachStream(nodeServer, gateway);
      closing.push(gateway.close, stream.close);
      return createApp({ exchange, gateway, origin, files, report });
    });
    closing.push(server.close);
    if (simulation) closing.push(keepLively(connection, simulation));
    simulation?.redirectTo(server.origin + callbackPath);
    await greet(connection, server.origin, terminal);
    return { server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function greet(connection: Connection, origin: string, terminal: Terminal): Promise<void> {
  const { line, block, paint } = terminal;
  const { exchange } = connection;
  line(`${paint.bold("Kite SDK demo")} ${paint.faint(places[exchange.name])}`);
  line();
  if (exchange.simulation) {
    try {
      await showAccount(connection, await exchange.simulation.logIn(), terminal);
    } catch (error) {
      // the page can log in later, and says what is wrong
      if (!isKiteError(error)) throw error;
      block([paint.loss(error.message)]);
    }
  } else {
    block([`The redirect URL of your app has to be ${paint.accent(`${origin}${callbackPath}`)}.`]);
  }
  line();
  line(`Open ${paint.accent(origin)} ${paint.faint("(Ctrl-C stops it)")}`);
  line();
}

async function showAccount({ logIn, kite }: Connection, request_token: string, terminal: Terminal): Promise<void> {
  const { line, block, paint } = terminal;
  const { user_name, user_id } = await logIn(request_token);
  const report = kite.portfolio.summarizeHoldings(await kite.portfolio.getHoldings());
  block([`Logged in as ${paint.bold(user_name)} (${user_id})`]);
  line();
  block(holdingsTable(report, paint));
  const { text, paint: colour } = changeCell(report.today_pnl, paint);
  block(["", `Today ${colour?.(text) ?? text}`]);
}

const places: Readonly<Record<Exchange["name"], string>> = {
  simulator: "on a simulated exchange: no account needed, no money involved",
  sandbox: "on Kite's sandbox",
  production: "on your real account",
  custom: "on the server that KITE_ENVIRONMENT names",
};

const clockTime = (): string => new Date().toTimeString().slice(0, 8);
