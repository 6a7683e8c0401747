/** Words of Kite's `error_type` that the gateway uses itself; what is only its own affair is a `GatewayException`. */
export type RefusalType = "GatewayException" | "TokenException" | "InputException" | "NetworkException";

/** Why a login failed, as `?login=` tells the app's page. */
export type LoginProblem = "cancelled" | "not-started-here" | "refused" | "unreachable";

export interface RefusalOptions {
  /** Seconds for `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** Set-Cookie lines that go with it. */
  readonly cookies?: readonly string[] | undefined;
  /** Set where a person may be in front of it, coming back from Kite's login page. */
  readonly loginProblem?: LoginProblem | undefined;
  /** The CSRF token is missing or of another session; the same request with the right one is welcome. */
  readonly isForCsrf?: boolean | undefined;
}

/** An answer that is not what was asked for. The message tells a person what to do, and never holds a secret. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: RefusalType;
  readonly options: RefusalOptions;

  constructor(status: number, type: RefusalType, message: string, options: RefusalOptions = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.options = options;
  }
}

/** A refusal of the gateway's own. */
export const refuse = (status: number, message: string, options?: RefusalOptions): Refusal =>
  new Refusal(status, "GatewayException", message, options);
