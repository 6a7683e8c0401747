import { isKiteError, type KiteError, type Outcome } from "@kite/core";
import { KnownFailure } from "./known-failure.ts";

/** A failure, in words for the person in front of the page. */
export interface Failure {
  readonly code: string;
  /** HTTP status; undefined where there was no answer. */
  readonly status?: number | undefined;
  readonly message: string;
  /** What the person can do about it. */
  readonly what_to_do: string;
  /** Field of the request that was refused. */
  readonly field?: string | undefined;
  /** What is known about a change that failed: with `unknown` it may have taken effect. */
  readonly outcome?: Outcome | undefined;
}

/** Puts whatever was thrown into words. Nothing that is not meant for a person gets into them. */
export function failureOf(error: unknown): Failure {
  if (error instanceof KnownFailure) return error.failure;
  if (!isKiteError(error)) {
    return { code: "PageError", message: "The page made a mistake.", what_to_do: "Reload it and try again." };
  }
  if (error.code === "ConnectionFailed") return { ...serverGone, outcome: error.outcome };
  const { code, status, field, outcome } = error;
  const message = sentence(error.message.replace(doubt, ""));
  return { code, status, message, what_to_do: adviceFor(error), field, outcome };
}

/** What the SDK says of a change in doubt. The page's advice says the same, and where to look. */
const doubt = /; it may have taken effect: look before sending again$/;

/** Tells whether a change that failed may have taken effect all the same. */
export function isDoubtful(error: unknown): boolean {
  if (!isKiteError(error)) return true;
  // what is refused before it is sent has no doubt about it
  return error.outcome ? error.outcome === "unknown" : error.code !== "InvalidInput";
}

/** What there is to say when the demo's server does not answer. */
const serverGone: Failure = {
  code: "ConnectionFailed",
  message: "The demo's server does not answer.",
  what_to_do: "Start it again with “pnpm demo”. This page goes on by itself once it is back.",
};

const theirs: readonly string[] = ["InvalidInput", "InputException", "OrderException"];

function adviceFor({ code, status, outcome, retryable, endpoint, hints }: KiteError): string {
  if (code === "TokenException") return "Log in again.";
  if (outcome === "unknown") {
    return `It may have taken effect all the same. Look at the ${placeOf(endpoint)} before you try again.`;
  }
  if (code === "GatewayException") return "That is a rule of this page's own server: nothing was sent to the exchange.";
  if (code === "PermissionException") return "Check your app's plan and addresses at developers.kite.trade.";
  if (code === "RateLimited" || status === 429) return "Wait a little, then try again.";
  if (status === 428) return "Authorise these shares for sale at the depository first, in Kite's own app.";
  if (hints.includes("switch_to_amo")) {
    return "The market is closed; an order of variety AMO waits for the next session.";
  }
  if (code === "MarginException") return "Lower the quantity, or add funds to your account.";
  if (code === "HoldingException") return "Sell at most what you hold.";
  if (theirs.includes(code)) return "Change what you entered and try again.";
  if (code === "Timeout") return "Check the connection; the page tries again by itself.";
  if (retryable) return "Try again in a moment.";
  return "Try again; if it stays like this, look at the terminal.";
}

/** Where it shows whether a write took effect. */
function placeOf(endpoint = ""): string {
  if (/mf/i.test(endpoint)) return "orders of your mutual funds";
  if (/order/i.test(endpoint)) return "order book";
  if (/alert/i.test(endpoint)) return "alerts";
  return /gtt/i.test(endpoint) ? "GTTs" : "positions";
}

/** The SDK's messages have no full stop; on the page another sentence follows. */
const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);
