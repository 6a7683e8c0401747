import { isKiteError, type KiteError } from "@kite/core";
import type { FailureAnswer } from "../shared/api.ts";

/** A refusal of our own, with the status it is answered with. */
export class Failure extends Error {
  readonly status: number;
  readonly answer: FailureAnswer;

  constructor(status: number, answer: FailureAnswer) {
    super(answer.message);
    this.status = status;
    this.answer = answer;
  }
}

/** Makes the answer for whatever was thrown. Nothing that is not meant for a person gets into it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!isKiteError(error)) {
    return new Failure(500, {
      code: "InternalError",
      message: "The demo's server made a mistake.",
      what_to_do: "Look at the terminal it runs in; please report what it says there.",
    });
  }
  const { code, field, outcome } = error;
  const message = sentence(error.message);
  const answer = { code, message, what_to_do: adviceFor(error), ...(field && { field }), ...(outcome && { outcome }) };
  return new Failure(statusOf(error), answer);
}

const statuses: Readonly<Record<string, number>> = {
  TokenException: 401,
  PermissionException: 403,
  InvalidInput: 400,
  InputException: 400,
  HoldingException: 400,
  MarginException: 400,
  OrderException: 400,
  RateLimited: 429,
  Timeout: 504,
};

function statusOf({ code, status }: KiteError): number {
  return statuses[code] ?? (status === 429 ? 429 : 502);
}

function adviceFor({ code, status, outcome, retryable, endpoint, hints }: KiteError): string {
  if (code === "TokenException") return "Log in again.";
  if (outcome === "unknown") {
    return `It may have taken effect all the same. Look at the ${placeOf(endpoint)} before you try again.`;
  }
  if (code === "PermissionException") return "Check your app's plan and addresses at developers.kite.trade.";
  if (code === "RateLimited" || status === 429) return "Wait a little, then try again.";
  if (status === 428) return "Release these shares for sale at the depository first, in Kite's own app.";
  if (hints.includes("switch_to_amo"))
    return "The market is closed; an order of variety AMO waits for the next session.";
  if (statuses[code] === 400) return "Change what you entered and try again.";
  if (code === "ConnectionFailed" || code === "Timeout") return "Check the connection; the page tries again by itself.";
  if (retryable) return "Try again in a moment.";
  return "Try again; if it stays like this, look at the terminal.";
}

/** Where it shows whether a write took effect. */
function placeOf(endpoint = ""): string {
  if (/order/i.test(endpoint)) return "order book";
  return /gtt/i.test(endpoint) ? "GTTs" : "positions";
}

/** The SDK's messages have no full stop; on the page another sentence follows. */
const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);
