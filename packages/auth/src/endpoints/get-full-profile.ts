import { defineEndpoint, type Endpoint } from "@kite/core";
import { type FullProfile, FullProfileSchema, type FullProfileWire } from "@kite/models";

/**
 * Tells what `getProfile` does, with masked contact, bank and demat details.
 *
 * Kite does not document this route: it may change, or be refused, without notice.
 *
 * @see https://kite.trade/docs/connect/v3/user/
 * @function
 */
export const getFullProfile: Endpoint<void, FullProfile, FullProfileWire> = defineEndpoint({
  id: "getFullProfile",
  method: "GET",
  path: "/user/profile/full",
  response: FullProfileSchema,
});
