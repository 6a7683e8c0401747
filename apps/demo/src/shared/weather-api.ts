/** What the switch for bad weather and its server say to each other; on the simulated exchange alone. */

/** `GET /api/weather`, and the answer of `POST /api/weather` */
export interface WeatherAnswer {
  /** Placements lose their answers. */
  readonly bad: boolean;
  /** How often something has gone wrong on purpose since it was last switched on. */
  readonly count: number;
  readonly latest: Mishap | null;
}

export interface Mishap {
  /** ISO 8601 */
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

/** `POST /api/weather` */
export interface WeatherRequest {
  readonly bad: boolean;
}
