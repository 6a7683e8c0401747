/** A function that gets what an event carries. What it returns is ignored; a promise that fails counts as a throw. */
export type Listener<Payload> = (payload: Payload) => void;

interface Registration {
  readonly call: (payload: never) => unknown;
  removed: boolean;
}

/**
 * Events by name, each with one payload: `new Emitter<{ tick: Tick; state: State }>(report)`.
 *
 * A listener that throws, or whose promise fails, stops neither the other listeners nor the caller of `emit`; `onError` hears of it.
 * When `onError` emits an event itself, let it look at `event` first: a listener of that event may be the one that failed.
 */
export class Emitter<Events extends object> {
  // Never changed in place, so that `emit` can walk a list while listeners come and go.
  readonly #lists = new Map<keyof Events, readonly Registration[]>();
  readonly #onError: (error: unknown, event: keyof Events) => void;

  constructor(onError: (error: unknown, event: keyof Events) => void) {
    this.#onError = onError;
  }

  /**
   * Calls `listener` at each `event` from the next one on; the function returned ends that. A function added twice is called twice.
   */
  on<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): () => void {
    const registration: Registration = { call: listener, removed: false };
    this.#lists.set(event, [...(this.#lists.get(event) ?? []), registration]);
    return () => this.#remove(event, registration);
  }

  /** Calls `listener` at the next `event` and never again; the function returned ends the wait. */
  once<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): () => void {
    const remove = this.on(event, (payload) => {
      remove();
      return listener(payload);
    });
    return remove;
  }

  /** Calls the listeners in the order they came. One that is removed meanwhile is not called, one that is added waits. */
  emit<Name extends keyof Events>(event: Name, payload: Events[Name]): void {
    const list = this.#lists.get(event);
    if (!list) return;
    for (const registration of list) {
      if (registration.removed) continue;
      try {
        const result = registration.call(payload as never);
        if (result instanceof Promise) result.catch((error) => this.#report(error, event));
      } catch (error) {
        this.#report(error, event);
      }
    }
  }

  /** Tells whether anybody listens, so that nothing is made for nobody. */
  has(event: keyof Events): boolean {
    return this.#lists.has(event);
  }

  /** Removes every listener. */
  clear(): void {
    for (const registration of [...this.#lists.values()].flat()) registration.removed = true;
    this.#lists.clear();
  }

  #remove(event: keyof Events, registration: Registration): void {
    registration.removed = true;
    const rest = this.#lists.get(event)?.filter((other) => other !== registration);
    if (rest?.length) this.#lists.set(event, rest);
    else this.#lists.delete(event);
  }

  #report(error: unknown, event: keyof Events): void {
    try {
      this.#onError(error, event);
    } catch {
      // The reporter itself is broken; there is nobody left to tell, and the stream must go on.
    }
  }
}
