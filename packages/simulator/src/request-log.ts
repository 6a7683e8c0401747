import type { Fault } from "./faults/rule.ts";

/** One request that reached the simulator. Holds no query, header or body, because that is where secrets travel. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path without the query, e.g. `/user/profile`. */
  readonly path: string;
  /** When it arrived, by the simulator's clock. */
  readonly at: Date;
  /** HTTP status of the answer, even if a fault kept it from arriving; 0 when a fault left nothing to answer. */
  readonly status: number;
  /** What became of the answer instead; missing when it went out as it was. */
  readonly fault?: Fault["kind"];
  /** Who asked; missing when the request carried no valid session. */
  readonly user_id?: string;
}

const CAPACITY = 1000;

/** Remembers the latest 1000 requests, oldest first. */
export class RequestLog {
  readonly #entries: ReceivedRequest[] = [];
  readonly #tell: ((entry: ReceivedRequest) => void) | undefined;

  /** @param tell - Hears of every entry. */
  constructor(tell?: (entry: ReceivedRequest) => void) {
    this.#tell = tell;
  }

  add(entry: ReceivedRequest): void {
    this.#entries.push(Object.freeze(entry));
    this.#tell?.(entry);
    if (this.#entries.length > CAPACITY) this.#entries.shift();
  }

  /** A copy, so that a list taken earlier stays as it was. */
  list(): readonly ReceivedRequest[] {
    return [...this.#entries];
  }
}
