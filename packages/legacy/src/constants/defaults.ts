/** What a `KiteConnect` uses where its parameters say nothing. `timeout` is milliseconds. */
export const DEFAULTS = {
  root: "https://api.kite.trade",
  login: "https://kite.zerodha.com/connect/login",
  debug: false,
  timeout: 7000,
} as const;
