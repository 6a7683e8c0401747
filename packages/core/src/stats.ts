import { type RateBucket, rateBuckets } from "./budget/limits.ts";

/** Counts since the client was made. */
export interface CallCounts {
  /** Attempts that went to the network. */
  readonly requests: number;
  /** Attempts after the first of a call. */
  readonly retries: number;
  /** Attempts that had to wait for the rate budget. */
  readonly waits: number;
  /** Milliseconds spent in those waits. */
  readonly waitedMs: number;
  /** Calls answered from the cache, or by a request already under way. */
  readonly cacheHits: number;
  /** Attempts that ended in an error. */
  readonly errors: number;
}

/** Counts of one client, in all and by rate category. */
export interface KiteStats extends CallCounts {
  readonly byCategory: Readonly<Record<RateBucket, CallCounts>>;
}

/** Keeps the counts; layers add to it. */
export interface StatsRecorder {
  add(bucket: RateBucket | undefined, what: keyof CallCounts, amount?: number): void;
  read(): KiteStats;
}

const noCounts = () => ({ requests: 0, retries: 0, waits: 0, waitedMs: 0, cacheHits: 0, errors: 0 });

export function createStats(): StatsRecorder {
  const total = noCounts();
  const byCategory = Object.fromEntries(rateBuckets.map((bucket) => [bucket, noCounts()])) as Record<
    RateBucket,
    ReturnType<typeof noCounts>
  >;
  return {
    add(bucket = "other", what, amount = 1) {
      total[what] += amount;
      byCategory[bucket][what] += amount;
    },
    read: () => structuredClone({ ...total, byCategory }),
  };
}
