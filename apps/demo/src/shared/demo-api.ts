/** What the page and the demo's own routes say to each other; all else goes through the gateway. Times are ISO 8601. */

/** Which exchange is on the other side. */
export type EnvironmentName = "simulator" | "sandbox" | "production" | "custom";

/** `GET /demo/about` */
export interface AboutAnswer {
  readonly environment: EnvironmentName;
}

/** `GET /demo/statistics`: since the server was started, of all tabs. */
export interface GatewayStatistics {
  /** Requests of pages. */
  readonly requests: number;
  /** Of these, what the gateway refused by itself. */
  readonly refused: number;
  /** What reached the exchange. */
  readonly upstream: number;
  /** Reads that were answered together with another tab's. */
  readonly shared: number;
  /** Open streams. */
  readonly tabs: number;
  /** Frames of prices from the exchange, and to tabs. */
  readonly framesIn: number;
  readonly framesOut: number;
}

/** `GET /demo/weather`, and the answer of `POST /demo/weather` with `{ bad }`; on the simulated exchange alone. */
export interface WeatherAnswer {
  /** Placements lose their answers. */
  readonly bad: boolean;
  /** How often something has gone wrong on purpose since it was last switched on. */
  readonly count: number;
  readonly latest: Mishap | null;
}

export interface Mishap {
  readonly at: string;
  readonly kind: MishapKind;
  /** How long the order is kept out of the book, milliseconds; null where it is not. */
  readonly late_ms: number | null;
}

/**
 * The order was taken each time.
 *
 * - `hang`: no answer came
 * - `drop`: the connection was cut
 * - `timed-out`: the answer was 400 “Order request timed out”
 * - `gateway`: the answer was a gateway's error page
 */
export type MishapKind = "hang" | "drop" | "timed-out" | "gateway";

/** Body of every failure of the demo's own routes. */
export interface FailureAnswer {
  readonly code: string;
  readonly message: string;
  /** What the person in front of the page can do about it. */
  readonly what_to_do: string;
}
