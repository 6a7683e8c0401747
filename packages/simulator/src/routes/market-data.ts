import type { Exchange } from "../exchange.ts";
import { historyRoutes } from "./history.ts";
import { instrumentsRoutes } from "./instruments.ts";
import { mutualFundInstrumentsRoutes } from "./mf-instruments.ts";
import { quotesRoutes } from "./quotes.ts";
import type { App } from "./signed-in.ts";
import { triggerRangeRoutes } from "./trigger-range.ts";

/** Everything about instruments and their prices. */
export function marketDataRoutes(app: App, exchange: Exchange): void {
  instrumentsRoutes(app, exchange);
  quotesRoutes(app, exchange);
  historyRoutes(app, exchange);
  triggerRangeRoutes(app, exchange);
  mutualFundInstrumentsRoutes(app, exchange);
}
