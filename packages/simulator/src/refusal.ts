/** Names the API gives to its failures. */
export type ErrorType = "GeneralException" | "HoldingException" | "InputException" | "TokenException";

/** Thrown by a route that will not do what it was asked; becomes the error envelope with this status. */
export class Refusal extends Error {
  readonly status: number;
  readonly errorType: ErrorType;

  constructor(status: number, errorType: ErrorType, message: string) {
    super(message);
    this.status = status;
    this.errorType = errorType;
  }
}

/** A field is missing, empty, or holds a value the route does not take. */
export function invalid(field: string): Refusal {
  return new Refusal(400, "InputException", `Invalid \`${field}\`.`);
}

/** The session is missing, unknown, expired or closed; the API does not say which. */
export function notSignedIn(): Refusal {
  return new Refusal(403, "TokenException", "Incorrect `api_key` or `access_token`.");
}
