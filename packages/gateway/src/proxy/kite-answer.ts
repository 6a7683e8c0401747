import { jsonAnswer } from "../http/answer.ts";
import { Refusal } from "../refusal.ts";
import { secondsToWait } from "./upstream.ts";

/** An answer of Kite as browsers get it: JSON text, or a refusal. */
export interface KiteAnswer {
  readonly status: number;
  readonly text: string;
  /** Seconds, where Kite says so. */
  readonly retryAfter: number | undefined;
  /** True when Kite does not take the token any more. */
  readonly isTokenDead: boolean;
}

/**
 * Reads an answer of Kite. Throws 502 for what is not Kite's JSON, such as the HTML page of a server in between; secrets that it
 * quotes are masked.
 */
export function readKiteAnswer(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  body: string,
  secrets: readonly string[],
): KiteAnswer {
  const text = secrets.reduce(
    (clean, secret) => (clean.includes(secret) ? clean.replaceAll(secret, "***") : clean),
    body,
  );
  const isJson = headers.get("content-type")?.startsWith("application/json") === true;
  const envelope = isJson ? parsed(text) : undefined;
  const isGood = status >= 200 && status < 300;
  // Kite's own refusals travel on as they are; a redirect, a proxy's page or a cut body does not.
  if (!envelope || (!isGood && envelope.status !== "error")) {
    throw new Refusal(
      status >= 500 ? status : 502,
      "NetworkException",
      `Kite answered HTTP ${status} without its JSON`,
    );
  }
  const retryAfter = headers.has("retry-after") || status === 429 ? secondsToWait(headers) : undefined;
  return { status, text, retryAfter, isTokenDead: envelope.error_type === "TokenException" };
}

export const browserAnswer = ({ status, text, retryAfter }: KiteAnswer): Response =>
  jsonAnswer(text, {
    status,
    ...(retryAfter !== undefined && { headers: { "retry-after": String(Math.ceil(retryAfter)) } }),
  });

function parsed(text: string): { readonly status?: unknown; readonly error_type?: unknown } | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
