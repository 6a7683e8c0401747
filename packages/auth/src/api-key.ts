import { invalidInput, type KiteClient } from "@kite/core";

/**
 * Gives the client's API key. Throws `InvalidInput` behind a gateway: a browser has neither key nor secret, and must not.
 * `caller` is named in the message by functions; an endpoint's name is put there by core.
 */
export function requireApiKey(kite: KiteClient, caller?: string): string {
  if (kite.apiKey) return kite.apiKey;
  throw invalidInput(
    "apiKey",
    "this client talks to a gateway, which keeps key, secret and tokens; log in and out through the gateway's own routes",
    caller,
  );
}
