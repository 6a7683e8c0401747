import type { Refusal } from "../refusal.ts";
import { csrfHeader, csrfRefused } from "./csrf-header.ts";

/** What every answer carries: it belongs to one person, is data and nothing to show, and is no business of other sites. */
const always: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export interface AnswerParts {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[] | undefined;
}

/** Makes an answer whose headers are these and no others. */
export function answer(
  body: BodyInit | null,
  { status = 200, headers = {}, cookies = [] }: AnswerParts = {},
): Response {
  const all = new Headers({ ...always, ...headers });
  for (const cookie of cookies) all.append("set-cookie", cookie);
  return new Response(body, { status, headers: all });
}

/** Makes an answer of JSON text. */
export const jsonAnswer = (text: string, { headers, ...parts }: AnswerParts = {}): Response =>
  answer(text, { ...parts, headers: { "content-type": "application/json", ...headers } });

/** Makes an answer in Kite's success envelope. */
export const success = (data: unknown, parts?: AnswerParts): Response =>
  jsonAnswer(JSON.stringify({ status: "success", data }), parts);

/** Makes an answer in Kite's error envelope. */
export function refusalAnswer({ status, type, message, options }: Refusal): Response {
  const { retryAfter, cookies, isForCsrf } = options;
  const body = { status: "error", message, data: null, error_type: type };
  return jsonAnswer(JSON.stringify(body), {
    status,
    cookies,
    headers: {
      ...(retryAfter !== undefined && { "retry-after": String(Math.max(1, Math.ceil(retryAfter))) }),
      ...(isForCsrf && { [csrfHeader]: csrfRefused }),
    },
  });
}
