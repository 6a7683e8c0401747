import type { DemoKite } from "../connection.ts";
import { LivelyPrices } from "./lively-prices.ts";
import type { Relay } from "./relay.ts";

/** Milliseconds between two steps of the prices. */
const STEP_MS = 1_000;
const SEED = 7;

/**
 * Moves the prices of what pages look at, every second: by themselves those of the simulated exchange move once a minute. Contracts
 * follow what they are on. Gives a function that ends it.
 */
export function keepLively(kite: DemoKite, relay: Relay, setPrice: (key: string, rupees: number) => void): () => void {
  const prices = new LivelyPrices(SEED);
  const step = async () => {
    const { watched } = relay;
    if (watched.size === 0) return;
    const instruments = await kite.marketData.loadInstruments();
    for (const token of watched) {
      const { exchange, tradingsymbol, tick_size, expiry } = instruments.byToken(token) ?? {};
      const last_price = kite.ticker.latest(token)?.last_price;
      if (tick_size === undefined || expiry !== null || !last_price) continue;
      const key = `${exchange}:${tradingsymbol}`;
      const price = prices.next({ key, tick_size, last_price });
      if (price !== undefined) setPrice(key, price);
    }
  };
  // nobody is logged in, or the exchange is about to stop: the next step may be luckier
  const timer = setInterval(() => void step().catch(() => {}), STEP_MS);
  return () => clearInterval(timer);
}
