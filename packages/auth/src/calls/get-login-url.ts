import type { KiteClient } from "@kite/core";
import { requireApiKey } from "../api-key.ts";

export interface GetLoginURLOptions {
  /** Pairs that Kite appends to the redirect after the login, e.g. a `state` to recognise your own login by. */
  readonly redirect_params?: Readonly<Record<string, string>> | undefined;
}

/**
 * Gives the address of the login page for this client's app. Send the browser there; Kite sends it on to the app's registered
 * redirect URL, with a `request_token` for `generateSession`.
 *
 * @example
 * response.redirect(getLoginURL(kite, { redirect_params: { state } }));
 *
 * @see https://kite.trade/docs/connect/v3/user/#login-flow
 */
export function getLoginURL(kite: KiteClient, options: GetLoginURLOptions = {}): string {
  const { login } = kite.environment;
  const fields = [`api_key=${encodeURIComponent(requireApiKey(kite, "getLoginURL"))}`];
  const pairs = Object.entries(options.redirect_params ?? {});
  // Encoded twice: Kite decodes the field once, and puts what it gets into the redirect's query as it stands.
  if (pairs.length > 0) {
    const query = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    fields.push(`redirect_params=${encodeURIComponent(query)}`);
  }
  return `${login}${login.includes("?") ? "&" : "?"}${fields.join("&")}`;
}
