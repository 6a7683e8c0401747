/** Groups of routes that the server counts together. */
export type RateBucket = "quote" | "historical" | "order" | "other";

export const rateBuckets: readonly RateBucket[] = ["quote", "historical", "order", "other"];

/** Calls allowed in any sliding or calendar second and minute, and in one day from midnight to midnight IST. */
export interface RateLimit {
  readonly second: number;
  readonly minute?: number;
  readonly day?: number;
}

export type RateLimits = Readonly<Record<RateBucket, RateLimit>>;

/**
 * The published limits of one account.
 * @see https://kite.trade/docs/connect/v3/exceptions/#api-rate-limit
 */
export const defaultRateLimits: RateLimits = {
  quote: { second: 1 },
  historical: { second: 3 },
  order: { second: 10, minute: 400, day: 5000 },
  other: { second: 10 },
};
