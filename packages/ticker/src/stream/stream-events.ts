import type { KiteError, Session } from "@kite/core";
import { Emitter } from "../reading/emitter.ts";
import type { TickerEvents } from "../ticker-api.ts";
import { streamError } from "./errors.ts";

/** Events whose listeners cannot break the stream: what they throw is an `error`, and without a listener for that a warning. */
export class StreamEvents extends Emitter<TickerEvents> {
  readonly #session: Session;
  readonly #onWarning: (message: string) => void;

  constructor(session: Session, onWarning: (message: string) => void = (message) => console.warn(message)) {
    super((cause, event) => {
      const message = `a listener of "${event}" threw: ${this.clean(String(cause))}`;
      if (event === "error") this.#onWarning(message);
      else this.report(streamError("ListenerFailed", message, { cause }));
    });
    this.#session = session;
    this.#onWarning = onWarning;
  }

  report(error: KiteError): void {
    if (this.has("error")) this.emit("error", error);
    else this.#onWarning(error.message);
  }

  /** Takes the access token out of a text that came from elsewhere. */
  clean(text: string): string {
    const { accessToken = "" } = this.#session;
    // Real ones have 32 characters; masking a test's token "t" would leave no word readable.
    return accessToken.length < 3 ? text : text.replaceAll(accessToken, "***");
  }

  /** Runs what reads a message. Whatever a server sends, an exception there would end the process. */
  guard(read: () => void): void {
    try {
      read();
    } catch (cause) {
      this.report(
        streamError("MalformedAnswer", `a message could not be read: ${this.clean(String(cause))}`, { cause }),
      );
    }
  }
}
