import { type Connection, connect } from "./connection.ts";
import { simulatedExchange } from "./exchange.ts";
import { accountSteps } from "./once/account-steps.ts";
import { alertSteps } from "./once/alert-steps.ts";
import { fundSteps } from "./once/fund-steps.ts";
import { gttSteps } from "./once/gtt-steps.ts";
import { marketSteps } from "./once/market-steps.ts";
import { orderSteps } from "./once/order-steps.ts";
import { portfolioSteps } from "./once/portfolio-steps.ts";
import { startWalk } from "./once/walk.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Walks through the SDK on a simulated exchange of its own, and prints what it sees. Throws what the SDK throws. */
export async function runOnce(terminal: Terminal): Promise<void> {
  const exchange = await simulatedExchange();
  try {
    terminal.line(terminal.paint.bold("Kite SDK demo") + terminal.paint.faint(" on a simulated exchange"));
    await walkThrough(connect(exchange), await (exchange.simulation?.logIn() ?? ""), terminal);
  } finally {
    await exchange.close();
  }
}

async function walkThrough(connection: Connection, request_token: string, terminal: Terminal): Promise<void> {
  const { kite } = connection;
  const { paint, line, block } = terminal;
  const walk = startWalk(kite, terminal);
  const { user_name, user_id } = await walk.step("kite.auth.generateSession", () => connection.logIn(request_token));
  block([`${paint.bold(user_name)} (${user_id}) is logged in.`]);

  await accountSteps(walk);
  const traded = await marketSteps(walk);
  await orderSteps(walk, traded);
  await gttSteps(walk, traded);
  await alertSteps(walk, traded);
  await fundSteps(walk);
  await portfolioSteps(walk);

  await walk.step("kite.auth.invalidateAccessToken", () => connection.logOut());
  const { requests, retries, waits } = kite.stats();
  block([`Logged out. ${requests} requests, ${retries} repeated, ${waits} held back for the rate limit.`]);
  line();
  line(`${paint.bold("That was the SDK.")} Run ${paint.accent("pnpm demo")} for the same account as a dashboard.`);
}
