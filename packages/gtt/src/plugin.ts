import { type Bound, bind, type Plugin } from "@kite/core";
import { singleTrigger } from "./builders/single-trigger.ts";
import { twoLegTrigger } from "./builders/two-leg-trigger.ts";
import * as endpoints from "./endpoints/index.ts";

/** Good-till-triggered orders. */
export interface GTTApi extends Bound<typeof endpoints> {
  /** Makes the parameters of a GTT with one trigger; sends nothing. */
  readonly singleTrigger: typeof singleTrigger;
  /** Makes the parameters of a GTT with two triggers; sends nothing. */
  readonly twoLegTrigger: typeof twoLegTrigger;
}

/** Registers `kite.gtt`. */
export const gtt = (): Plugin<{ readonly gtt: GTTApi }> => (kite) => ({
  gtt: { ...bind(kite, endpoints), singleTrigger, twoLegTrigger },
});
