import { defineEndpoint, type Endpoint, invalidInput, requireText } from "@kite/core";
import { null_ } from "valibot";

/**
 * Deletes alerts. Gives null.
 *
 * A deleted alert fires no more and stays in `getAlerts` with the status `deleted`. An order that it has placed stays too. The ids
 * travel in the address: send a few dozen at a time.
 *
 * @example
 * const enabled = await getAlerts(kite, { status: "enabled" });
 * await deleteAlerts(kite, enabled.map(({ uuid }) => uuid));
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 * @function
 */
export const deleteAlerts: Endpoint<readonly string[], null> = defineEndpoint({
  id: "deleteAlerts",
  method: "DELETE",
  path: "/alerts",
  // An alert that is deleted already stays deleted.
  idempotent: true,
  response: null_(),
  encode: (uuids) => {
    if (!Array.isArray(uuids) || uuids.length === 0) throw invalidInput("uuids", "must be a list that names an alert");
    return { query: { uuid: uuids.map((uuid, index) => requireText(`uuids[${index}]`, uuid)) } };
  },
});
