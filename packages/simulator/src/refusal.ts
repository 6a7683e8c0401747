/** Names the API gives to its failures. */
export const ERROR_TYPES = [
  "DataException",
  "GeneralException",
  "HoldingException",
  "InputException",
  "MarginException",
  "NetworkException",
  "OrderException",
  "PermissionException",
  "TokenException",
  "TwoFAException",
  "UserException",
] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

/** Thrown by a route that will not do what it was asked; becomes the error envelope with this status. */
export class Refusal extends Error {
  readonly status: number;
  readonly errorType: ErrorType;
  /** What a program can read besides the message, such as `{ hints: ["switch_to_amo"] }`; mostly null. */
  readonly data: unknown;

  constructor(status: number, errorType: ErrorType, message: string, data: unknown = null) {
    super(message);
    this.status = status;
    this.errorType = errorType;
    this.data = data;
  }
}

/** A field is missing, empty, or holds a value the route does not take. */
export function invalid(field: string): Refusal {
  return refuse(`Invalid \`${field}\`.`);
}

/** The request can be read, but a check in front of the order system stops it. */
export function refuse(message: string, data: unknown = null): Refusal {
  return new Refusal(400, "InputException", message, data);
}

/** The session is missing, unknown, expired or closed; the API does not say which. */
export function notSignedIn(): Refusal {
  return new Refusal(403, "TokenException", "Incorrect `api_key` or `access_token`.");
}
