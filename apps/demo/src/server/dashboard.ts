import { fileURLToPath } from "node:url";
import { isKiteError } from "@kite/core";
import { createApp } from "./app.ts";
import { type Connection, connect } from "./connection.ts";
import { type Exchange, simulatedExchange } from "./exchange.ts";
import { type LocalServer, listen, portsToTry, usualPort } from "./listen.ts";
import type { Options } from "./options.ts";
import { readPageFiles } from "./page-files.ts";
import { startStream } from "./stream/start-stream.ts";
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
  const connection = connect(exchange, () => report("The session has expired: log in again on the page"));
  const stream = startStream(connection);
  const end = new AbortController();
  const stopping = end.signal;
  try {
    // The redirect URL of a real app names one port, so another one would be of no use to it.
    const ports = configured ? [port ?? usualPort] : portsToTry(port);
    const server = await listen(
      ports,
      (origin) => createApp({ connection, origin, files, report, stopping }),
      stream.accept,
    );
    exchange.simulation?.redirectTo(`${server.origin}/callback`);
    await greet(connection, server.origin, terminal);
    const close = async () => {
      end.abort();
      stream.close();
      await Promise.all([server.close(), exchange.close()]);
    };
    return { server, close };
  } catch (error) {
    stream.close();
    await exchange.close();
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
    block([`The redirect URL of your app has to be ${paint.accent(`${origin}/callback`)}.`]);
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
