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
