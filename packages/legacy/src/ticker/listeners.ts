const events = [
  "connect",
  "ticks",
  "disconnect",
  "error",
  "close",
  "reconnect",
  "noreconnect",
  "message",
  "order_update",
] as const;

/** Name of an old event. */
export type OldEvent = (typeof events)[number];

export const isOldEvent = (name: unknown): name is OldEvent => events.includes(name as OldEvent);

// biome-ignore lint/suspicious/noExplicitAny: each event has arguments of its own
type Listener = (...values: any[]) => void;

/** The listeners of one ticker. One that throws does not keep the others from hearing, nor the stream from running. */
export class Listeners {
  readonly #lists = new Map<OldEvent, Listener[]>();
  readonly #onFailure: (error: unknown, event: OldEvent) => void;

  constructor(onFailure: (error: unknown, event: OldEvent) => void) {
    this.#onFailure = onFailure;
  }

  add(event: OldEvent, listener: Listener): void {
    this.#lists.set(event, [...(this.#lists.get(event) ?? []), listener]);
  }

  has(event: OldEvent): boolean {
    return this.#lists.has(event);
  }

  tell(event: OldEvent, ...values: unknown[]): void {
    for (const listener of this.#lists.get(event) ?? []) {
      try {
        listener(...values);
      } catch (error) {
        this.#onFailure(error, event);
      }
    }
  }
}
