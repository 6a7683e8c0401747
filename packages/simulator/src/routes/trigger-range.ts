import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { type Instrument, isIndex, toRupees } from "../market/instrument.ts";
import { invalid } from "../refusal.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The old route for the prices at which the stop of a cover order may lie. */
export function triggerRangeRoutes(app: App, exchange: Exchange): void {
  const { market } = exchange;

  app.get("/instruments/trigger_range/:transaction_type", signedIn(exchange), ({ req }) => {
    const side = req.param("transaction_type");
    if (side !== "buy" && side !== "sell") throw invalid("transaction_type");
    const keys = new URL(req.url).searchParams.getAll("i");
    if (keys.length === 0) throw invalid("i");
    const found = keys.flatMap((key) => {
      const instrument = market.findByKey(key);
      return instrument && !isIndex(instrument) ? [[key, range(instrument, market.price(instrument), side)]] : [];
    });
    return success(Object.fromEntries(found));
  });
}

/** Within a tenth of the last price, on the side on which an order of that kind loses. */
function range({ tick }: Instrument, last_price: number, side: "buy" | "sell") {
  const last = Math.round((last_price * 100) / tick);
  const [lower, upper] = side === "buy" ? [Math.ceil(last * 0.9), last - 1] : [last + 1, Math.floor(last * 1.1)];
  // the route has never filled the token in
  return { instrument_token: 0, lower: toRupees(lower * tick), upper: toRupees(upper * tick) };
}
