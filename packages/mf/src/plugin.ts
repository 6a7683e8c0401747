import { type Bound, bind, type Plugin } from "@kite/core";
import * as endpoints from "./endpoints/index.ts";

/** Mutual funds. */
export interface MFApi extends Bound<typeof endpoints> {}

/** Registers `kite.mf`. */
export const mf = (): Plugin<{ readonly mf: MFApi }> => (kite) => ({ mf: bind(kite, endpoints) });
