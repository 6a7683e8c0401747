import {
  type CallOptions,
  defineEndpoint,
  type Endpoint,
  invalidInput,
  isKiteError,
  type KiteClient,
  KiteError,
  requireQuantity,
} from "@kite/core";
import { type GTT, GTTSchema, type GTTWire, type TriggerId, TriggerIdSchema } from "@kite/models";
import { gttForm } from "../params/gtt-form.ts";
import type { GTTChanges, PlaceGTTParams } from "../params/gtt-params.ts";
import { mergeGTT } from "../params/merge-gtt.ts";

/** A whole new definition, known by its `type`, or changes to the present one. */
export type ModifyGTTParams = { readonly trigger_id: number } & (PlaceGTTParams | GTTChanges);

const slots = (trigger_id: number) => ({ trigger_id: String(requireQuantity("trigger_id", trigger_id)) });

const replaceGTT: Endpoint<ModifyGTTParams, TriggerId> = defineEndpoint({
  id: "modifyGTT",
  method: "PUT",
  path: "/gtt/triggers/{trigger_id}",
  response: TriggerIdSchema,
  // Changes have been made whole before they come here.
  encode: ({ trigger_id, ...params }) => ({ path: slots(trigger_id), form: gttForm(params as PlaceGTTParams) }),
});

const readGTT: Endpoint<{ readonly trigger_id: number } & GTTChanges, GTT, GTTWire> = defineEndpoint({
  id: "modifyGTT",
  method: "GET",
  path: "/gtt/triggers/{trigger_id}",
  cacheFor: 0,
  response: GTTSchema,
  encode: ({ trigger_id, condition, orders }) => {
    if (condition === undefined && orders === undefined) {
      throw invalidInput("condition", "is missing, and so is orders: nothing would change");
    }
    // Without types it can be left out, and the stored price, old as it may be, would decide the direction.
    if (condition !== undefined && condition?.last_price === undefined) {
      throw invalidInput("condition.last_price", "is missing: give the price of now");
    }
    return { path: slots(trigger_id) };
  },
});

/**
 * Changes a GTT. Gives its id.
 *
 * Kite replaces the whole definition. So changes alone cost two requests: the GTT is read first, past any cache, and the changes
 * are put into what it says. Between the two it can fire, or be changed elsewhere. A definition that is whole (with a `type`)
 * is sent as it is, in one request.
 *
 * The replacement is sent once, whatever happens: after an error whose `outcome` is `unknown`, look at `getGTT`. When the read
 * fails the outcome is `not-sent`. Throws `InvalidInput`, with nothing changed, for what cannot be right.
 *
 * @example
 * await modifyGTT(kite, { trigger_id, orders: [{ price: 1440 }] });
 * await modifyGTT(kite, { trigger_id, condition: { trigger_values: [1460], last_price: 1525 } });
 *
 * @see https://kite.trade/docs/connect/v3/gtt/#modify-gtt
 * @function
 */
export const modifyGTT: Endpoint<ModifyGTTParams, TriggerId> = Object.assign(
  async (kite: KiteClient, params: ModifyGTTParams, options?: CallOptions) =>
    replaceGTT(kite, ...(await completed(kite, params, options))),
  {
    raw: async (kite: KiteClient, params: ModifyGTTParams, options?: CallOptions) =>
      replaceGTT.raw(kite, ...(await completed(kite, params, options))),
    spec: replaceGTT.spec,
  },
);

/** Gives the whole definition to send, and what is left of the options for sending it. */
async function completed(
  kite: KiteClient,
  params: ModifyGTTParams,
  options: CallOptions | undefined,
): Promise<[ModifyGTTParams, CallOptions | undefined]> {
  if (params.type !== undefined) return [params, options];
  const started = performance.now();
  const { data } = await readGTT.raw(kite, params, options).catch((error: unknown) => {
    throw isKiteError(error) ? notSent(error) : error;
  });
  const whole = { trigger_id: params.trigger_id, ...mergeGTT(data, params) };
  if (options?.deadline === undefined) return [whole, options];
  // A deadline is for the whole call. One that is over ends it before anything is sent.
  return [whole, { ...options, deadline: Math.max(1, options.deadline - (performance.now() - started)) }];
}

/** The read failed, so the write was never made: to the caller that is the news. */
function notSent(error: KiteError): KiteError {
  if (error.outcome) return error;
  const { code, endpoint, field, status, retryable, retryAfter, hints, cause } = error;
  const message = `reading it failed, nothing was changed: ${error.message.replace(`${endpoint}: `, "")}`;
  const known = { code, endpoint, field, status, retryable, retryAfter, hints, cause, answer: error.answer() };
  return new KiteError({ ...known, message, outcome: "not-sent" });
}
