import type { Plugin } from "@kite/core";
import type { TickerOptions } from "./options.ts";
import type { Ticker } from "./ticker-api.ts";
import { TickerStream } from "./ticker-stream.ts";

/** Registers `kite.ticker`, which uses the client's session. It connects when something is asked for. */
export const ticker =
  (options?: TickerOptions): Plugin<{ readonly ticker: Ticker }> =>
  (kite) => ({ ticker: new TickerStream(kite, options) });
