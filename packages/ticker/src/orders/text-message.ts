import { KiteError } from "@kite/core";

/** A text message of the stream, by what it is about. */
export type TextMessage =
  /** News about an order of the user, whichever app placed it; the payload of a postback. */
  | { readonly type: "order"; readonly data: unknown }
  /** The server refused something that was asked for on the socket. */
  | { readonly type: "error"; readonly data: string }
  /** A notice by the broker, for people. */
  | { readonly type: "message"; readonly data: string }
  /** What the server knows of the instrument list; undocumented, comes after connecting. */
  | { readonly type: "instruments_meta"; readonly data: { readonly count: number; readonly etag: string } }
  /** Undocumented. */
  | { readonly type: "app_code"; readonly timestamp: Date }
  /** Of a type that is not known, or not of the form that its type should have; as it came. */
  | { readonly type: "unknown"; readonly message: Readonly<Record<string, unknown>> }
  /** No JSON object. `error.answer()` has the text. */
  | { readonly type: "unreadable"; readonly error: KiteError };

/** Reads a text message. Never throws. */
export function readText(text: string): TextMessage {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return unreadable(text, "no JSON");
  }
  if (typeof message !== "object" || message === null || Array.isArray(message)) {
    return unreadable(text, "no JSON object");
  }
  return sorted(message as Record<string, unknown>);
}

function sorted(message: Record<string, unknown>): TextMessage {
  const { type, data, timestamp } = message;
  if (type === "order") return { type, data };
  if ((type === "error" || type === "message") && typeof data === "string") return { type, data };
  if (type === "instruments_meta") {
    const { count, etag } = (data ?? {}) as Record<string, unknown>;
    if (typeof count === "number" && typeof etag === "string") return { type, data: { count, etag } };
  }
  if (type === "app_code" && typeof timestamp === "string") {
    // Unlike the times of orders, this one has an offset.
    const date = new Date(timestamp);
    if (!Number.isNaN(date.getTime())) return { type, timestamp: date };
  }
  return { type: "unknown", message };
}

/** The text can hold an order, so the error does not quote it, as that of the parser would. */
function unreadable(text: string, problem: string): TextMessage {
  const message = `text message of ${text.length} characters: ${problem}`;
  return { type: "unreadable", error: new KiteError({ code: "MalformedAnswer", message, answer: text }) };
}
