import { defineEndpoint, type Endpoint } from "@kite/core";
import { array, string } from "valibot";

/**
 * Lists the ISINs of the funds in which units have been allotted.
 *
 * Undocumented: Kite's Go client knows it.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/
 * @function
 */
export const getMFAllotments: Endpoint<void, string[]> = defineEndpoint({
  id: "getMFAllotments",
  method: "GET",
  path: "/mf/allotments",
  response: array(string()),
});
