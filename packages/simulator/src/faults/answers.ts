import { STATUS_CODES } from "node:http";
import { failure } from "../envelope.ts";
import { type ErrorType, Refusal } from "../refusal.ts";
import type { HtmlFault, StatusFault, TimedOutFault } from "./rule.ts";

/** The answer that a fault puts in the place of the real one. */
export function falseAnswer(fault: StatusFault | HtmlFault | TimedOutFault): Response {
  if (fault.kind === "html") return page(200, "Kite is being updated");
  if (fault.kind === "timed-out") return failure(new Refusal(400, "InputException", TIMED_OUT));
  const { status, body = "envelope", error_type, message } = fault;
  if (body === "empty") return new Response(null, { status, headers: { "content-length": "0" } });
  if (body === "html") return page(status, `${status} ${STATUS_CODES[status] ?? "Error"}`);
  const [usualType, usualMessage] = USUAL[status] ?? (status < 500 ? BAD_REQUEST : BROKEN);
  return failure(new Refusal(status, error_type ?? usualType, message ?? usualMessage));
}

const TIMED_OUT = "Order request timed out. Please check the order book before placing again.";

const BAD_REQUEST = ["InputException", "The request could not be processed."] as const;
const BROKEN = ["GeneralException", "Something unexpected happened."] as const;

/** What the API says with a status. */
const USUAL: Readonly<Record<number, readonly [ErrorType, string]>> = {
  403: ["TokenException", "Incorrect `api_key` or `access_token`."],
  404: ["GeneralException", "Route not found"],
  405: ["GeneralException", "Request method not allowed"],
  429: ["NetworkException", "Too many requests"],
  502: ["DataException", "The order system gave an answer that could not be read."],
  503: ["NetworkException", "The order system could not be reached."],
  504: ["NetworkException", "The order system did not answer in time."],
};

function page(status: number, title: string): Response {
  const html = `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
