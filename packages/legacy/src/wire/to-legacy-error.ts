import type { KiteError } from "@kite/core";
import { LegacyError } from "./legacy-error.ts";
import { reasonPhrase } from "./reason-phrase.ts";

/** What the old client says instead. */
interface OldWords {
  readonly error_type: string;
  readonly message: string;
  readonly data?: unknown;
}

/** Gives an error of core the old client's fields. One that has them already stays as it is. */
export function toLegacyError(error: KiteError): LegacyError {
  if (error instanceof LegacyError) return error;
  const { code, endpoint, field, status, retryable, outcome, retryAfter, hints } = error;
  const facts = { code, endpoint, field, status, retryable, outcome, retryAfter, hints, answer: error.answer() };
  return new LegacyError({ ...facts, cause: error, ...oldWords(error) });
}

/** Makes the error for an answer that cannot be read: candles without a list of them. */
export function unreadable(endpoint: string, cause: unknown, answer: unknown): LegacyError {
  const message = "the answer is not as documented";
  return new LegacyError({ code: "MalformedAnswer", endpoint, error_type: "DataException", message, cause, answer });
}

function oldWords(error: KiteError): OldWords {
  const { code, status } = error;
  const message = withoutPlace(error);
  if (code === "InvalidInput") return { error_type: "InputException", message };
  if (code === "HttpError") return { error_type: "NetworkException", message: reasonPhrase(status) };
  if (code === "MalformedAnswer") return { error_type: "DataException", message };
  if (code === "Timeout") return noResponse("ECONNABORTED");
  if (code === "ConnectionFailed") return noResponse(connectionCode(message));
  if (code === "Aborted" || code === "RateLimited") return { error_type: "NetworkException", message };
  return { error_type: code, message: serversWords(message, error), data: envelopeData(error) };
}

const noResponse = (code: string): OldWords => ({
  error_type: "NetworkException",
  message: `No response from server with error code: ${code}`,
});

const withoutPlace = ({ endpoint, message }: KiteError): string =>
  endpoint && message.startsWith(`${endpoint}: `) ? message.slice(endpoint.length + 2) : message;

/** Core puts status, code and advice behind the server's words, from which it has taken the secrets. */
function serversWords(message: string, { status, code }: KiteError): string {
  const end = message.lastIndexOf(` (${status} ${code})`);
  return end === -1 ? message : message.slice(0, end);
}

/** The name that Node's HTTP has for a broken connection, which programs look for; fetch has its own. */
function connectionCode(message: string): string {
  const code = /\(([A-Z0-9_]+)\)(?:;|$)/.exec(message)?.[1] ?? "ERR_NETWORK";
  return code === "UND_ERR_SOCKET" ? "ECONNRESET" : code;
}

function envelopeData(error: KiteError): unknown {
  const answer = error.answer();
  return typeof answer === "object" && answer !== null && "data" in answer ? answer.data : null;
}
