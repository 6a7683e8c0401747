import { Server } from "node:net";
import { alerts } from "@kite/alerts";
import { auth, memoryTokenStore } from "@kite/auth";
import { cache, createBudget, createKite, log } from "@kite/core";
import { gtt } from "@kite/gtt";
import { marketData } from "@kite/market-data";
import { mf } from "@kite/mf";
import { orders } from "@kite/orders";
import { portfolio } from "@kite/portfolio";
import { startSimulator } from "@kite/simulator";
import { ticker } from "@kite/ticker";
import WebSocket from "ws";

const platformFetch = globalThis.fetch;

// samples listen on the port that everybody writes; here several of them do, one after another
const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server, port?: unknown, ...rest: unknown[]) {
  return listen.call(this, ...([port === 3000 ? 0 : port, ...rest] as Parameters<typeof listen>));
} as typeof listen;

/** The address at which the simulator stands in for Kite's stream; the bundler puts `ws` behind this. */
export class SampleSocket extends WebSocket {
  constructor(address: string | URL, ...rest: unknown[]) {
    const { redirected } = globalThis as { redirected?: (address: string) => string };
    super(redirected?.(String(address)) ?? address, ...(rest as []));
  }
}

/** Puts a new simulator in Kite's place and everything that samples take for granted into the global scope. */
export async function prepare(): Promise<() => Promise<void>> {
  const simulator = await startSimulator({ tickEveryMs: 50, apiKey: "your_api_key" });
  const { apiKey, apiSecret, environment } = simulator;
  const toSimulator = (address: string): string =>
    address
      .replace(/^https:\/\/api\.kite\.trade/, environment.root)
      .replace(/^wss:\/\/ws\.kite\.trade/, environment.ws.replace(/\/$/, ""));
  globalThis.fetch = (input, init) => {
    if (input instanceof Request) return platformFetch(new Request(toSimulator(input.url), input), init);
    return platformFetch(toSimulator(String(input)), init);
  };
  const session = createKite({ apiKey }).use(auth());
  await session.auth.generateSession({ ...(await simulator.login()), api_secret: apiSecret });
  const accessToken = session.session.accessToken;
  const kite = session
    .use(orders())
    .use(portfolio())
    .use(marketData())
    .use(mf())
    .use(gtt())
    .use(alerts())
    .use(ticker());
  const { request_token } = await simulator.login();
  // only the customers of an approved platform get one
  const refreshable = createKite({ apiKey }).use(auth());
  const platform = await simulator.login({ user_id: "SIM003" });
  const { refresh_token } = await refreshable.auth.generateSession({ ...platform, api_secret: apiSecret });
  const given = {
    redirected: toSimulator,
    simulator,
    kite,
    apiKey,
    apiSecret,
    api_secret: apiSecret,
    accessToken,
    request_token,
    refresh_token,
    store: memoryTokenStore(),
    signal: new AbortController().signal,
    logger: { error() {} },
    async save() {},
    cursor: undefined,
    logInAgain() {},
    async work() {},
    lookAt() {},
    auth,
    portfolio,
    createKite,
    createBudget,
    cache,
    log,
  };
  Object.assign(globalThis, given);
  Object.assign(process.env, {
    KITE_API_KEY: apiKey,
    KITE_API_SECRET: apiSecret,
    KITE_ACCESS_TOKEN: accessToken,
    KITE_REQUEST_TOKEN: request_token,
    SESSION_SECRET: "a secret of at least thirty-two characters",
  });
  return async () => {
    kite.ticker.close();
    await simulator.close();
    globalThis.fetch = platformFetch;
  };
}
