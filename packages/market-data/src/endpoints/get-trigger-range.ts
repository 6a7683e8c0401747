import { defineEndpoint, type Endpoint, invalidInput, requireOneOf } from "@kite/core";
import { type TriggerRange, TriggerRangeSchema, type TriggerRangeWire, transactionTypes } from "@kite/models";
import { record, string } from "valibot";
import { checkedKeys } from "../quotes/instrument-keys.ts";

export interface GetTriggerRangeParams {
  /** Side of the cover order's first leg. */
  readonly transaction_type: (typeof transactionTypes)[number];
  /** `EXCHANGE:TRADINGSYMBOL`, one at least. */
  readonly instruments: readonly string[];
}

/**
 * Gives the prices between which the trigger of a cover order may lie, by key; instruments that Kite does not know are missing.
 * Rupees.
 *
 * A route of the official clients that Kite does not document: it may be gone. Throws `InvalidInput`, with nothing sent, for an
 * unknown side, for a key without an exchange, and for an empty list.
 *
 * @example
 * const ranges = await getTriggerRange(kite, { transaction_type: "BUY", instruments: ["NSE:INFY"] });
 * const { lower, upper } = ranges["NSE:INFY"] ?? {};
 *
 * @function
 */
export const getTriggerRange: Endpoint<
  GetTriggerRangeParams,
  Record<string, TriggerRange>,
  Record<string, TriggerRangeWire>
> = defineEndpoint({
  id: "getTriggerRange",
  method: "GET",
  path: "/instruments/trigger_range/{side}",
  response: record(string(), TriggerRangeSchema),
  encode: ({ transaction_type, instruments }) => {
    const side = requireOneOf("transaction_type", transaction_type, transactionTypes).toLowerCase();
    const keys = checkedKeys(instruments);
    if (keys.length === 0) throw invalidInput("instruments", "must name one instrument at least");
    return { path: { side }, query: { i: keys } };
  },
});
