import type { Connection } from "./connection.ts";
import type { Simulation } from "./exchange.ts";
import { LivelyPrices } from "./lively-prices.ts";

/** Milliseconds between two steps of the prices. */
const STEP_MS = 1_000;
const SEED = 7;

/**
 * Moves the prices of what pages look at, every second: by themselves those of the simulated exchange move once a minute. Contracts
 * follow what they are on. Gives a function that ends it.
 */
export function keepLively(connection: Connection, simulation: Simulation): () => void {
  const { kite } = connection;
  const prices = new LivelyPrices(SEED);
  /** What each costs, rupees, by key. */
  const current = new Map<string, number>();
  const step = async () => {
    const watched = simulation.watched();
    if (watched.size === 0) return;
    if (connection.state !== "logged-in") await connection.logIn(await simulation.logIn());
    const instruments = await kite.marketData.loadInstruments();
    const moving = [...watched].flatMap((token) => {
      const { exchange, tradingsymbol, tick_size, expiry } = instruments.byToken(token) ?? {};
      return tick_size === undefined || expiry !== null ? [] : [{ key: `${exchange}:${tradingsymbol}`, tick_size }];
    });
    const strangers = moving.map(({ key }) => key).filter((key) => !current.has(key));
    if (strangers.length > 0) {
      const quotes = await kite.marketData.getLTP(strangers);
      for (const [key, quote] of Object.entries(quotes)) if (quote) current.set(key, quote.last_price);
    }
    for (const { key, tick_size } of moving) {
      const last_price = current.get(key);
      const price = last_price && prices.next({ key, tick_size, last_price });
      if (!price) continue;
      current.set(key, price);
      simulation.setPrice(key, price);
    }
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // the exchange is about to stop, or the sessions have just been ended: the next step may be luckier
    void step()
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, STEP_MS);
  return () => clearInterval(timer);
}
