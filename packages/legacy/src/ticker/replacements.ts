/** What takes the place of each old call of a ticker. */
export const newTickerCall = {
  connect: "ticker.subscribe(tokens, { mode }), which connects",
  disconnect: "ticker.close()",
  connected: 'ticker.state.status === "live"',
  autoReconnect: "createTicker(kite, { maxRetries, backoff })",
  subscribe: "ticker.subscribe(tokens, { mode })",
  unsubscribe: "ticker.unsubscribe(tokens)",
  setMode: "ticker.setMode(tokens, mode)",
  on: 'ticker.on("ticks" | "order" | "state" | "gap" | "error", listener)',
  parseBinary: "decodeFrame(bytes)",
} as const;

/** Name of an old call of a ticker. */
export type OldTickerCall = keyof typeof newTickerCall;
