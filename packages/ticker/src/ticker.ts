import { createClient, type KiteClient, type KiteConfig } from "@kite/core";
import type { TickerOptions } from "./options.ts";
import type { Ticker } from "./ticker-api.ts";
import { TickerStream } from "./ticker-stream.ts";

/**
 * Makes a ticker: live ticks and order updates of an account, as one stream that looks after itself.
 *
 * It connects when something is asked for, comes back after each loss with everything that was asked for, follows each new token of the
 * client's session, and ends with `close()` alone. Throws `InvalidInput` for settings that cannot be meant.
 *
 * @example
 * const ticker = createTicker(kite);
 * ticker.on("tick", ({ instrument_token, last_price }) => console.log(instrument_token, last_price));
 * ticker.subscribe([408065, 256265], { mode: "full" });
 *
 * @see https://kite.trade/docs/connect/v3/websocket/
 */
export const createTicker = (source: KiteClient | KiteConfig, options?: TickerOptions): Ticker =>
  new TickerStream("send" in source ? source : createClient(source), options);
