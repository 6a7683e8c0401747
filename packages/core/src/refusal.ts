import type { KiteError, Outcome } from "./errors.ts";
import { failure } from "./failure.ts";
import type { Plan } from "./request.ts";
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
  const { status, error_type, message, data = null } = body as Record<string, unknown>;
  if (status !== "error" && typeof error_type !== "string") return undefined;
  return {
    error_type: String(error_type || "GeneralException"),
    message: String(message || "the server gave no reason"),
    data,
  };
}

/** Types that say what is wrong with the request itself: no repetition helps, and a write had no effect. */
const definite = /^(Token|Permission|User|TwoFA|Input|Margin|Holding)Exception$/;

const advice: Readonly<Record<string, string>> = {
  TokenException: "log in again, or check the apiKey; a token lives until 06:00 IST or a logout",
  PermissionException: "a new login does not help: check the app's plan and addresses",
};

/** The server names the address that the order came from. */
const unregistered =
  "orders have left from this address: register it at developers.kite.trade, or give a way from a registered one as orderTransport; many hosts take IPv6 first";

/** Makes the error for an answer in Kite's envelope. */
export function refused(plan: Plan, answer: TransportAnswer, envelope: ErrorEnvelope, secrets: Secrets): KiteError {
  const { status, headers } = answer;
  const { error_type: code, message, data } = envelope;
  const known = /^IP \(/.test(message) ? unregistered : advice[code];
  const hint = known && plan.authorised !== false ? ` — ${known}` : "";
  return failure(plan, {
    code,
    field: /^Invalid `(\w+)`/.exec(message)?.[1],
    status,
    message: `${clean(message, secrets)} (${status} ${code})${hint}`,
    passing: !definite.test(code) && isPassing(status),
    outcome: refusalOutcome(status, envelope),
    retryAfter: retryAfter(headers),
    hints: hintsOf(data).map((hint) => clean(hint, secrets)),
    answer: envelope,
  });
}

/** Statuses that a request gets before anything is done with it. Not 400: the order system fails with it as well. */
const beforeWork: ReadonlySet<number> = new Set([401, 403, 404, 405, 410, 413, 414, 415, 428, 429]);

/** A refusal is certain only when the server names what it dislikes: even a 400 that says "timed out" can mean a live order. */
function refusalOutcome(status: number, { error_type, message }: ErrorEnvelope): Outcome {
  if (/timed? ?out/i.test(message)) return "unknown";
  return definite.test(error_type) || beforeWork.has(status) ? "rejected" : "unknown";
}

/** Makes the error for an answer that is not Kite's: a gateway's page, a cut body, or JSON without data. */
export function malformed(plan: Plan, answer: TransportAnswer, problem: string): KiteError {
  const { status, headers, text } = answer;
  const succeeded = status >= 200 && status < 300;
  return failure(plan, {
    code: succeeded ? "MalformedAnswer" : "HttpError",
    status,
    message: `HTTP ${status} with ${problem} (${text.length} characters)`,
    passing: succeeded || isPassing(status),
    retryAfter: retryAfter(headers),
    answer: text,
  });
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;

function hintsOf(data: unknown): string[] {
  const { hints } = (data ?? {}) as { hints?: unknown };
  return Array.isArray(hints) ? hints.filter((hint) => typeof hint === "string") : [];
}

/** Reads `Retry-After`, in seconds or as a date, as milliseconds from now. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("retry-after");
  if (!text) return undefined;
  const milliseconds = Number.isNaN(Number(text)) ? Date.parse(text) - Date.now() : Number(text) * 1_000;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
