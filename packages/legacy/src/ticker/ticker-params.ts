/** Parameters of the old constructor, and what this one takes besides. */
export type KiteTickerParams = {
  api_key: string;
  access_token: string;
  /** Whether a lost connection is opened again. Default true. */
  reconnect?: boolean;
  /** Tries in a row; 300 at most, a negative number for no end. Default 50. */
  max_retry?: number;
  /** Longest wait before a try, in seconds; 5 at least. Default 60. */
  max_delay?: number;
  /** Where the stream is. Default `wss://ws.kite.trade/`. The old types lack it. */
  root?: string;
  /** Names the new call, once for each old one that is used. Default false. */
  warnDeprecated?: boolean | undefined;
  /** Where warnings go. Default `console.warn`. */
  onWarning?: ((message: string) => void) | undefined;
};

/** How a lost connection is opened again. */
export interface Persistence {
  readonly isOn: boolean;
  /** Tries in a row; infinite for no end. */
  readonly tries: number;
  /** Seconds. */
  readonly longestWait: number;
}

/** Applies the old limits and defaults, with one exception: a negative number of tries is no end, as the old readme has it. */
export function persistenceOf(isOn: boolean, max_retry?: number, max_delay?: number): Persistence {
  const tries = Number(max_retry) || 50;
  return {
    isOn,
    tries: tries < 0 ? Number.POSITIVE_INFINITY : Math.min(tries, 300),
    longestWait: Math.max(Number(max_delay) || 60, 5),
  };
}
