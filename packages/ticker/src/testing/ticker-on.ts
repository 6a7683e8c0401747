import { createKite, type KiteClient, type KiteConfig, type KiteError, type SafeLayers } from "@kite/core";
import { onTestFinished } from "vitest";
import { systemClock } from "../connection/clock.ts";
import type { TickerOptions } from "../options.ts";
import { type TickerParts, TickerStream } from "../ticker-stream.ts";
import type { StreamServer } from "./stream-server.ts";

/** A ticker and what it told of itself. */
export interface TickerUnderTest {
  readonly kite: KiteClient;
  readonly ticker: TickerStream;
  readonly errors: KiteError[];
  /** `status (reason)`, in order. */
  readonly states: string[];
  readonly warnings: string[];
}

/** A ticker on a server of this process that comes back within milliseconds; it ends with the test. */
export function tickerOn(
  server: StreamServer,
  options: TickerOptions = {},
  {
    linger = 20,
    loadEngine = () => import("../engine/engine.ts"),
    ...settings
  }: Partial<KiteConfig & TickerParts> = {},
): TickerUnderTest {
  const kite = createKite({
    apiKey: "key",
    accessToken: "token-one",
    environment: server.environment,
    retry: false,
    onWarning: () => {},
    ...settings,
  } as KiteConfig & SafeLayers);
  const warnings: string[] = [];
  const ticker = new TickerStream(
    kite,
    { backoff: { first: 10, longest: 50 }, onWarning: (message) => warnings.push(message), ...options },
    { clock: systemClock, random: Math.random, linger, loadEngine },
  );
  const errors: KiteError[] = [];
  const states: string[] = [];
  ticker.on("error", (error) => errors.push(error));
  ticker.on("state", ({ status, reason }) => states.push(reason ? `${status} (${reason})` : status));
  onTestFinished(() => ticker.close());
  return { kite, ticker, errors, states, warnings };
}
