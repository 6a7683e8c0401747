/** How much the API takes. `Infinity` lifts a limit. */
export interface RateLimits {
  /** Requests for quotes per second, of all users together. */
  readonly quote: number;
  /** Requests for candles per second, of all users together. */
  readonly historical: number;
  /** Placements, modifications and cancellations per second and user. */
  readonly order: number;
  /** Everything else per second, of all users together. */
  readonly other: number;
  /** Placements, modifications and cancellations per minute and user. */
  readonly ordersPerMinute: number;
  /** Placements per user and day in India; each leg of an iceberg is one. */
  readonly ordersPerDay: number;
  /** How often one order can be modified. */
  readonly modifications: number;
}

/** The published limits. @see https://kite.trade/docs/connect/v3/exceptions/ */
export const KITE_LIMITS: RateLimits = {
  quote: 1,
  historical: 3,
  order: 10,
  other: 10,
  ordersPerMinute: 400,
  ordersPerDay: 5000,
  modifications: 25,
};

/** What the option means: all of Kite's limits, or some of them changed; undefined for none. */
export function limitsOf(option: boolean | Partial<RateLimits> | undefined): RateLimits | undefined {
  if (option === undefined || option === false) return undefined;
  const limits = { ...KITE_LIMITS, ...(option !== true && option) };
  for (const [name, limit] of Object.entries(limits)) {
    if (!Object.hasOwn(KITE_LIMITS, name)) throw new TypeError(`rateLimits.${name}: there is no such limit`);
    if (!(limit >= 0)) throw new TypeError(`rateLimits.${name}: expected a number from 0, got ${limit}`);
  }
  return limits;
}
