import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Profile, ProfileSchema, type ProfileWire } from "@kite/models";

/**
 * Tells who is logged in, and which exchanges, products and order types the account may use.
 *
 * @see https://kite.trade/docs/connect/v3/user/#user-profile
 * @function
 */
export const getProfile: Endpoint<void, Profile, ProfileWire> = defineEndpoint({
  id: "getProfile",
  method: "GET",
  path: "/user/profile",
  response: ProfileSchema,
});
