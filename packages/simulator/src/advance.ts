import { advanceAlerts } from "./alerts/alerts.ts";
import type { Exchange } from "./exchange.ts";
import { advanceTriggers } from "./gtt/triggers.ts";
import * as engine from "./trading/engine.ts";

/** Brings everything that waits for a time or a price to the present. */
export function advance({ desk }: Exchange): void {
  engine.advance(desk);
  advanceTriggers(desk);
  advanceAlerts(desk);
  desk.updates.advance();
}
