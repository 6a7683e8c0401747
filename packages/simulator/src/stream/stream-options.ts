/** How the stream runs. Milliseconds of real time: how fast the simulator's clock goes does not matter here. */
export interface StreamOptions {
  /** From one round of packets to the next. Default 1000. */
  readonly tickEveryMs?: number;
  /** What a round sends: packets that have `changed` since they were sent, or those of `all` subscriptions. Default `changed`. */
  readonly ticks?: "changed" | "all";
  /** How long a socket is left without anything before it gets a heartbeat. Default 2000. */
  readonly heartbeatEveryMs?: number;
}

/** Timers of Node count no further. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** @throws {TypeError} for a value the stream cannot work with. */
export function checkStreamOptions({ tickEveryMs = 1, heartbeatEveryMs = 1 }: StreamOptions): void {
  for (const [name, ms] of Object.entries({ tickEveryMs, heartbeatEveryMs })) {
    if (!(ms >= 1 && ms <= LONGEST_TIMER_MS)) {
      throw new TypeError(`${name}: expected milliseconds from 1 to ${LONGEST_TIMER_MS}, got ${ms}`);
    }
  }
}
