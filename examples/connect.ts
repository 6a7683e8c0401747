import { alerts } from "@kite/alerts";
import { auth } from "@kite/auth";
import { createKite, type KiteConfig, type Layer, type SafeLayers } from "@kite/core";
import { gtt } from "@kite/gtt";
import { marketData } from "@kite/market-data";
import { orders } from "@kite/orders";
import { portfolio } from "@kite/portfolio";
import { startSimulator } from "@kite/simulator";
import { ticker } from "@kite/ticker";

/** A client with the plugins that the examples use. A program of yours takes those it needs. */
function clientOf(settings: KiteConfig & SafeLayers, layers: readonly Layer[]) {
  return createKite(settings, ...layers)
    .use(auth())
    .use(orders())
    .use(portfolio())
    .use(marketData())
    .use(gtt())
    .use(alerts())
    .use(ticker());
}

/**
 * Connects to your account when `KITE_API_KEY` and `KITE_ACCESS_TOKEN` are set and `KITE_LIVE` is `yes`, and to a simulated exchange of its own
 * otherwise: a shell that has the keys for something else must not buy by mistake.
 *
 * `simulator` is undefined with an account. Call `close` at the end.
 */
export async function connect(settings: SafeLayers = {}, ...layers: readonly Layer[]) {
  const { KITE_API_KEY: apiKey, KITE_ACCESS_TOKEN: accessToken, KITE_LIVE } = process.env;
  if (apiKey && accessToken && KITE_LIVE === "yes") {
    const kite = clientOf({ ...settings, apiKey, accessToken }, layers);
    return { kite, simulator: undefined, close: async () => kite.ticker.close() };
  }
  const simulator = await startSimulator({ tickEveryMs: 100 });
  const kite = clientOf({ ...settings, apiKey: simulator.apiKey, environment: simulator.environment }, layers);
  await kite.auth.generateSession({ ...(await simulator.login()), api_secret: simulator.apiSecret });
  const close = async () => {
    kite.ticker.close();
    await simulator.close();
  };
  return { kite, simulator, close };
}
