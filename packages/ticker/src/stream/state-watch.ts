import type { Clock } from "../connection/clock.ts";
import type { Loss } from "../connection/loss.ts";
import type { ConnectionState, TickerState, TickerStatus } from "../ticker-api.ts";
import { closedError } from "./errors.ts";

/** From what is worst off to what is best off. */
const order: readonly TickerStatus[] = ["closed", "reconnecting", "stale", "connecting", "live"];

const idle = { status: "idle", reason: undefined, detail: undefined } as const;

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Knows the state of the whole: that of the connection that is worst off. */
export class StateWatch {
  readonly #clock: Clock;
  readonly #tell: (state: TickerState) => void;
  readonly #waiters: Waiter[] = [];
  #end: Loss | undefined;
  #state: TickerState;

  constructor(clock: Clock, tell: (state: TickerState) => void) {
    this.#clock = clock;
    this.#tell = tell;
    this.#state = { ...idle, since: new Date(clock.date()), connections: [] };
  }

  get state(): TickerState {
    return this.#state;
  }

  /** Why it is over; undefined while it is not. */
  get end(): Loss | undefined {
    return this.#end;
  }

  /** Takes note of what the connections are now. */
  update(connections: readonly ConnectionState[]): void {
    if (this.#end) return;
    const [first = idle, ...rest] = connections;
    this.#become(
      rest.reduce((worst, one) => (order.indexOf(one.status) < order.indexOf(worst.status) ? one : worst), first),
      connections,
    );
  }

  /** Ends it; `before` is done between the end and the telling of it. */
  close(end: Loss, before: () => void): void {
    this.#end = end;
    before();
    this.#become({ status: "closed", ...end }, []);
    for (const { reject } of this.#waiters.splice(0)) reject(closedError(end));
  }

  /** Resolves when all connections are live, and rejects when that cannot be any more. */
  whenLive(): Promise<void> {
    const live = new Promise<void>((resolve, reject) => {
      if (this.#end) reject(closedError(this.#end));
      else if (this.#state.status === "live") resolve();
      else this.#waiters.push({ resolve, reject });
    });
    // Who does not wait hears of it by `state`; a rejection that nobody handles would end the process.
    live.catch(() => {});
    return live;
  }

  #become(
    { status, reason, detail }: Pick<TickerState, "status" | "reason" | "detail">,
    connections: readonly ConnectionState[],
  ): void {
    const since = status === this.#state.status ? this.#state.since : new Date(this.#clock.date());
    this.#state = { status, reason, detail, since, connections };
    if (status === "live") for (const { resolve } of this.#waiters.splice(0)) resolve();
    this.#tell(this.#state);
  }
}
