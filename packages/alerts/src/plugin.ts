import { type Bound, bind, type Plugin } from "@kite/core";
import * as endpoints from "./endpoints/index.ts";

/** Price alerts. */
export interface AlertsApi extends Bound<typeof endpoints> {}

/** Registers `kite.alerts`. */
export const alerts = (): Plugin<{ readonly alerts: AlertsApi }> => (kite) => ({ alerts: bind(kite, endpoints) });
