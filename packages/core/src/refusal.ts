import { KiteError, type Outcome } from "./errors.ts";
import { isIdempotent, isWrite, type Plan } from "./request.ts";
import { clean, type Secrets } from "./secrets.ts";
import type { TransportAnswer } from "./transport.ts";

/** The server's error envelope. @see https://kite.trade/docs/connect/v3/exceptions/ */
export interface ErrorEnvelope {
  readonly error_type: string;
  readonly message: string;
  readonly data: unknown;
}

/** Recognises an error envelope, whatever the HTTP status says. */
export function errorEnvelope(body: unknown): ErrorEnvelope | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { status, error_type, message, data } = body as Record<string, unknown>;
  if (status !== "error" && typeof error_type !== "string") return undefined;
  return {
    error_type: typeof error_type === "string" && error_type ? error_type : "GeneralException",
    message: typeof message === "string" && message ? message : "the server gave no reason",
    data: data ?? null,
  };
}

/** Types that say what is wrong with the request itself: no repetition helps, and a write had no effect. */
const definite = new Set([
  "TokenException",
  "PermissionException",
  "UserException",
  "TwoFAException",
  "InputException",
  "MarginException",
  "HoldingException",
]);

const advice: Readonly<Record<string, string>> = {
  TokenException: "log in again: a token lives until 06:00 IST, a logout, or another login",
  PermissionException: "a new login does not help: check the app's plan and its registered addresses",
};

/** Makes the error for an answer in Kite's envelope. */
export function refused(plan: Plan, answer: TransportAnswer, envelope: ErrorEnvelope, secrets: Secrets): KiteError {
  const { status } = answer;
  const { error_type: code, data } = envelope;
  const message = clean(envelope.message, secrets);
  const passing = !definite.has(code) && (status === 429 || status >= 500);
  const hint = advice[code] && plan.authorised !== false ? ` — ${advice[code]}` : "";
  return new KiteError({
    code,
    endpoint: plan.endpoint,
    status,
    message: `${message} (${status} ${code})${hint}`,
    retryable: passing && isIdempotent(plan),
    outcome: isWrite(plan) ? refusalOutcome(status, envelope) : undefined,
    retryAfter: retryAfter(answer.headers),
    hints: hintsOf(data),
    answer: envelope,
  });
}

/** A refusal is certain only when the server names what it dislikes: even a 400 that says "timed out" can mean a live order. */
function refusalOutcome(status: number, { error_type, message }: ErrorEnvelope): Outcome {
  if (/timed? ?out/i.test(message)) return "unknown";
  if (definite.has(error_type) || status === 429) return "rejected";
  return status >= 400 && status < 500 ? "rejected" : "unknown";
}

/** Makes the error for a failure status without Kite's envelope: a gateway's page, or nothing at all. */
export function failedStatus(plan: Plan, answer: TransportAnswer): KiteError {
  const { status, text, headers } = answer;
  const passing = status === 429 || status >= 500;
  const type = headers.get("content-type")?.split(";")[0] ?? "no content type";
  return new KiteError({
    code: "HttpError",
    endpoint: plan.endpoint,
    status,
    message: `HTTP ${status} without Kite's error envelope (${type}, ${text.length} characters)`,
    retryable: passing && isIdempotent(plan),
    outcome: isWrite(plan) ? "unknown" : undefined,
    retryAfter: retryAfter(headers),
    answer: text,
  });
}

/** Makes the error for a success status whose body is not what was due. */
export function malformed(plan: Plan, answer: TransportAnswer, problem: string): KiteError {
  return new KiteError({
    code: "MalformedAnswer",
    endpoint: plan.endpoint,
    status: answer.status,
    message: `HTTP ${answer.status} with ${problem} (${answer.text.length} characters)`,
    retryable: isIdempotent(plan),
    outcome: isWrite(plan) ? "unknown" : undefined,
    answer: answer.text,
  });
}

function hintsOf(data: unknown): string[] {
  const hints = typeof data === "object" && data !== null ? (data as { hints?: unknown }).hints : undefined;
  return Array.isArray(hints) ? hints.filter((hint) => typeof hint === "string") : [];
}

/** Reads `Retry-After`, in seconds or as a date, as milliseconds from now. */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (!text) return undefined;
  const milliseconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
