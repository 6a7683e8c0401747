import { invalidInput, type KiteClient, requireText } from "@kite/core";

/**
 * Gives the address of the page on which the user agrees to a sale of holdings. Open it in the user's browser, where they
 * are logged in; it ends on the same path followed by `/finish?status=success` or `/finish?status=error`.
 *
 * The page stands next to the environment's login page. Throws `InvalidInput` for a client without an API key, as behind a
 * gateway: the key is part of the address.
 *
 * @param request_id - From `authoriseHoldings`.
 *
 * @example
 * const { request_id } = await authoriseHoldings(kite, { holdings: [{ isin: "INE009A01021", quantity: 5 }] });
 * window.open(getAuthorisationURL(kite, request_id));
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 */
export function getAuthorisationURL(kite: KiteClient, request_id: string): string {
  const id = requireText("request_id", request_id);
  if (/^\.+$/.test(id)) throw invalidInput("request_id", "is no id", "getAuthorisationURL");
  if (kite.apiKey === undefined) {
    throw invalidInput("apiKey", "this client has none; make the address where the key is", "getAuthorisationURL");
  }
  const page = `portfolio/authorise/holdings/${encodeURIComponent(kite.apiKey)}/${encodeURIComponent(id)}`;
  return new URL(page, kite.environment.login).href;
}
