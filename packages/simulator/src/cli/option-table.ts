/** One option of the program: what parses it, and what `--help` says about it. */
export interface OptionEntry {
  readonly type: "boolean" | "string";
  readonly short?: string;
  /** Stands for the value in the help text. */
  readonly value?: string;
  /** A value that works, for the message about a missing one. */
  readonly example?: string;
  readonly about: string;
  /** What `--record` takes too, or takes alone; without it an option is for a simulator. */
  readonly record?: "too" | "alone";
}

/** First port that is taken when none is named: KITE on the keys of a telephone. */
export const USUAL_PORT = 5483;

/** Every option by name, in groups, in the order of the help text. */
export const optionGroups: Readonly<Record<string, Readonly<Record<string, OptionEntry>>>> = {
  Address: {
    port: {
      type: "string",
      short: "p",
      value: "N",
      example: "5484",
      about: `port, 0 for any free one (${USUAL_PORT})`,
    },
    host: {
      type: "string",
      value: "ADDRESS",
      example: "0.0.0.0",
      about: "address to listen on (127.0.0.1, this machine only)",
    },
  },
  Market: {
    seed: { type: "string", value: "N", example: "7", about: "other prices; the same number gives the same day (1)" },
    market: {
      type: "string",
      value: "small|LIST",
      example: "small",
      about: 'a hundred instruments, or these alone: "NSE:INFY,NSE:TCS" (all, some 2500)',
    },
    clock: {
      type: "string",
      value: "TIME",
      example: "2026-03-02T09:15+05:30",
      about: "where its clock begins; Indian time if no zone is given (now)",
    },
    speed: {
      type: "string",
      value: "N",
      example: "60",
      about: "how fast its clock runs: with 60, an hour in a minute (1)",
    },
    "market-hours": {
      type: "string",
      value: "real|always",
      example: "real",
      about: "take orders in the hours of the exchanges, or at any hour (always)",
    },
    replay: {
      type: "string",
      value: "FILE",
      example: "day.kite",
      about: "instruments, prices and clock of a recording",
    },
  },
  "Your app": {
    token: { type: "boolean", about: "log the first user in and print the access token" },
    redirect: {
      type: "string",
      value: "URL",
      example: "http://127.0.0.1:3000/callback",
      about: "where the login page sends the browser",
    },
    postback: {
      type: "string",
      value: "URL",
      example: "http://127.0.0.1:3000/postback",
      about: "where order updates are posted",
    },
  },
  "Bad weather": {
    latency: { type: "string", value: "MS", example: "200", about: "hold every answer back (0)" },
    "rate-limits": { type: "boolean", about: "refuse what is too much with 429, as Kite does" },
    faults: {
      type: "string",
      value: "storm|FILE",
      example: "storm",
      about: "lose and garble answers to orders; or rules, as JSON",
    },
  },
  Recording: {
    record: {
      type: "string",
      value: "FILE",
      example: "day.kite",
      about: "write the public market data of a real account to a file",
      record: "alone",
    },
    instruments: {
      type: "string",
      value: "LIST",
      example: "NSE:INFY,NSE:NIFTY 50",
      about: 'what to record, as in "NSE:INFY,NSE:NIFTY 50"',
      record: "alone",
    },
    root: {
      type: "string",
      value: "URL",
      example: "http://127.0.0.1:5483",
      about: "another server for it, or KITE_ROOT (https://api.kite.trade)",
      record: "alone",
    },
    ws: {
      type: "string",
      value: "URL",
      example: "ws://127.0.0.1:5483",
      about: "its stream, or KITE_WS (wss://ws.kite.trade)",
      record: "alone",
    },
  },
  Output: {
    log: { type: "boolean", about: "print a line for every request" },
    quiet: { type: "boolean", short: "q", about: "print the address and nothing else", record: "too" },
    help: { type: "boolean", short: "h", about: "show this text", record: "too" },
    version: { type: "boolean", short: "v", about: "show the version", record: "too" },
  },
};

/** All options by name. */
export const optionEntries: Readonly<Record<string, OptionEntry>> = Object.assign({}, ...Object.values(optionGroups));
