/** Names the server uses in `error_type`. @see https://kite.trade/docs/connect/v3/exceptions/ */
export type ServerErrorCode =
  | "TokenException"
  | "PermissionException"
  | "UserException"
  | "TwoFAException"
  | "InputException"
  | "OrderException"
  | "MarginException"
  | "HoldingException"
  | "NetworkException"
  | "DataException"
  | "GeneralException";

/**
 * Our own codes.
 *
 * | code | what happened |
 * | --- | --- |
 * | `InvalidInput` | an argument or setting was refused here; nothing was sent |
 * | `RateLimited` | the budget has no place for this call today, or a deadline ended the wait; nothing was sent |
 * | `Timeout` | no complete answer within the attempt's `timeout` or the call's `deadline` |
 * | `Aborted` | the caller's `AbortSignal` fired |
 * | `ConnectionFailed` | no connection, or it broke before the answer was complete |
 * | `HttpError` | a failure status without Kite's error envelope, a gateway's HTML page for one |
 * | `MalformedAnswer` | a success status with something else than what was due: HTML, a cut body, no `data` |
 * | `SchemaMismatch` | `validate: "strict"` and the answer does not match the documented shape |
 * | `PluginConflict` | a plugin's name is taken, or another plugin that it needs is missing |
 */
export type SdkErrorCode =
  | "InvalidInput"
  | "RateLimited"
  | "Timeout"
  | "Aborted"
  | "ConnectionFailed"
  | "HttpError"
  | "MalformedAnswer"
  | "SchemaMismatch"
  | "PluginConflict";

/** Every code a `KiteError` can carry. Open, because the server adds types without notice. */
export type KiteErrorCode = ServerErrorCode | SdkErrorCode | (string & {});

/**
 * What is known about a failed write.
 *
 * - `not-sent`: it never left this machine; sending again is safe.
 * - `rejected`: the server refused it; it has no effect.
 * - `unknown`: it may have taken effect. Look before sending again.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

/** The facts a `KiteError` is made of. */
export interface KiteErrorDetails {
  readonly code: KiteErrorCode;
  /** Human text; the constructor puts `endpoint` in front. */
  readonly message: string;
  readonly endpoint?: string | undefined;
  /** Name of the argument or setting that was refused, here or by the server. */
  readonly field?: string | undefined;
  readonly status?: number | undefined;
  readonly retryable?: boolean | undefined;
  readonly outcome?: Outcome | undefined;
  /** Milliseconds to wait, from the server's `Retry-After` or our own budget. */
  readonly retryAfter?: number | undefined;
  /** The server's `data.hints`, machine-readable: `["switch_to_amo"]` for one. */
  readonly hints?: readonly string[] | undefined;
  readonly cause?: unknown;
  /** What the server sent; reachable through `answer()` only, so that no log prints it by accident. */
  readonly answer?: unknown;
}

const brand: unique symbol = Symbol.for("@kite/error") as never;

/**
 * The one error this SDK throws.
 *
 * `message` begins with the place (`getHoldings: …`). It, the fields and `util.inspect` never hold a token or a secret.
 *
 * @see https://kite.trade/docs/connect/v3/exceptions/
 */
export class KiteError extends Error {
  declare readonly code: KiteErrorCode;
  /** Id of the endpoint, or the function that refused. */
  declare readonly endpoint: string | undefined;
  /** Name of the refused argument or setting, where one is to blame. */
  declare readonly field: string | undefined;
  /** HTTP status, when there was an answer. */
  declare readonly status: number | undefined;
  /** True when making the same call again may succeed and cannot do harm. */
  declare readonly retryable: boolean;
  /** Set on calls that change something. */
  declare readonly outcome: Outcome | undefined;
  /** Milliseconds to wait before the next try, where it is known. */
  declare readonly retryAfter: number | undefined;
  /** The server's machine-readable hints. */
  declare readonly hints: readonly string[];
  readonly #answer: unknown;

  constructor({ message, cause, answer, ...facts }: KiteErrorDetails) {
    const { endpoint, retryable = false, hints = [] } = facts;
    super(endpoint ? `${endpoint}: ${message}` : message, cause === undefined ? undefined : { cause });
    Object.assign(this, { name: "KiteError", ...facts, retryable, hints });
    Object.defineProperty(this, brand, { value: true });
    this.#answer = answer;
  }

  /** Gives what the server sent, parsed where it was JSON, text otherwise. May hold account data: do not log it. */
  answer(): unknown {
    return this.#answer;
  }
}

/**
 * Tells whether a caught value is a `KiteError`, of the given code if one is named.
 * Works across two installed copies of this package, where `instanceof` does not.
 *
 * @example
 * if (isKiteError(error, "TokenException")) return signInAgain();
 */
export function isKiteError(error: unknown, code?: KiteErrorCode): error is KiteError {
  const branded = typeof error === "object" && error !== null && brand in error;
  return branded && (code === undefined || (error as unknown as KiteError).code === code);
}
