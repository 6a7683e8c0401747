import { KiteError, type KiteErrorDetails } from "@kite/core";

/** What an error carries for programs that were written for the old client. */
export interface LegacyErrorDetails extends KiteErrorDetails {
  /** Default `InputException`: refused here. */
  readonly error_type?: string;
  readonly data?: unknown;
}

/**
 * The error of the old calls: a `KiteError` that also carries the fields of the old client's rejections, as own enumerable ones.
 * `message` is the server's text as it is, without the place in front: programs compare it. The `cause` is the error as the typed
 * calls throw it.
 */
export class LegacyError extends KiteError {
  /** The server's name of the problem, or the one that the old client gave it. */
  declare readonly error_type: string;
  /** The server's `data`; null where there is none. */
  declare readonly data: unknown;

  constructor({ error_type = "InputException", data = null, ...details }: LegacyErrorDetails) {
    super(details);
    Object.defineProperty(this, "message", { value: details.message, enumerable: true });
    Object.assign(this, { name: "LegacyError", error_type, data });
  }
}
