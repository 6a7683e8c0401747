import type { Refusal } from "./refusal.ts";

/** Wraps what a route found into the success envelope. */
export function success(data: unknown): Response {
  return json(200, { status: "success", data });
}

/** The same without saying that it is a success: one route of the real API forgets to. */
export function unmarked(data: unknown): Response {
  return json(200, { data });
}

/** Wraps a refusal into the error envelope. */
export function failure({ status, message, errorType, data }: Refusal): Response {
  return json(status, { status: "error", message, data, error_type: errorType });
}

function json(status: number, envelope: object): Response {
  const text = JSON.stringify(envelope, (_, value) => (Object.is(value, -0) ? NEGATIVE_ZERO : value));
  const body = new TextEncoder().encode(text.replaceAll(`"${NEGATIVE_ZERO}"`, "-0"));
  return new Response(body, {
    status,
    headers: { "content-type": "application/json", "content-length": String(body.length) },
  });
}

// Kite sends `-0` for some amounts and JSON.stringify would make it 0. A private-use character never occurs in our data.
const NEGATIVE_ZERO = "\uE000";
