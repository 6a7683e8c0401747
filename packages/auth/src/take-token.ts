import { type KiteClient, KiteError } from "@kite/core";
import { isToken } from "./is-token.ts";

/**
 * Puts the access token of a login's answer to use. Throws `MalformedAnswer` when there is none, and leaves the session as it
 * was: a login without a token must not look like one that worked, whatever the client's `validate` says.
 */
export function takeToken(kite: KiteClient, endpoint: string, answer: unknown): void {
  const token = typeof answer === "object" && answer !== null && "access_token" in answer && answer.access_token;
  if (!isToken(token)) {
    throw new KiteError({
      code: "MalformedAnswer",
      endpoint,
      message: "access_token: the answer holds none that can be used; the session is unchanged",
      outcome: "unknown",
      answer,
    });
  }
  kite.session.setAccessToken(token);
}
