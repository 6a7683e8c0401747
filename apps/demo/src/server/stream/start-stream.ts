import type { Connection } from "../connection.ts";
import { keepLively } from "./keep-lively.ts";
import { Relay } from "./relay.ts";

/** Begins to hand the account's stream on to the pages. On the exchange inside this process the prices move while somebody looks. */
export function startStream({ exchange, kite }: Connection): Pick<Relay, "accept" | "close"> {
  const relay = new Relay(kite.ticker);
  const endLively = exchange.simulation && keepLively(kite, relay, exchange.simulation.setPrice);
  return {
    accept: relay.accept,
    close() {
      endLively?.();
      relay.close();
      kite.ticker.close();
    },
  };
}
