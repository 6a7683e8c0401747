import type { OrderMessage } from "./updates.ts";

/** How long the receiver may take. */
const PATIENCE_MS = 5000;

/** Posts order updates to the app's own server. What does not arrive is lost: nothing is sent twice. */
export class Postbacks {
  readonly #url: string | undefined;
  readonly #closing = new AbortController();

  /** @param url - Where to; undefined sends nothing. */
  constructor(url: string | undefined) {
    this.#url = url;
  }

  send(message: OrderMessage): void {
    // a long way of the clock is gone in one go, and the patience of a message must not begin before its end
    queueMicrotask(() => this.#post(message));
  }

  #post(message: OrderMessage): void {
    if (this.#url === undefined || this.#closing.signal.aborted) return;
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const headers = { "content-type": "application/json" };
    fetch(this.#url, { method: "POST", headers, body: JSON.stringify(message), signal }).then(
      (response) => response.body?.cancel(),
      () => undefined,
    );
  }

  /** Gives up on every message that is still under way. */
  close(): void {
    this.#closing.abort();
  }
}
