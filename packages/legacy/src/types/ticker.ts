import type { KiteTicker } from "../ticker/kite-ticker.ts";

/** What a `KiteTicker` can do: the old name of its type. */
export type Ticker = Pick<KiteTicker, keyof KiteTicker>;
