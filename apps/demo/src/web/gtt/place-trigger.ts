import type { KiteClient } from "@kite/core";
import { modifyGTT, placeGTT } from "@kite/gtt";
import { getLTP } from "@kite/market-data";
import { KnownFailure } from "../api/known-failure.ts";
import { checkSides, type TriggerRequest, triggerParams } from "./trigger-request.ts";

/**
 * Places a trigger, or puts it in the place of another one; gives its id. It is measured against the price of this moment, which
 * may be another one than the page has.
 *
 * Throws with nothing sent: `KnownFailure` when that price makes it mean something else, `InvalidInput` when the SDK refuses it.
 *
 * @param trigger_id - The trigger to change.
 */
export async function placeTrigger(kite: KiteClient, wish: TriggerRequest, trigger_id?: number): Promise<number> {
  const key = `${wish.exchange}:${wish.tradingsymbol}`;
  // no signal here: a view that is closed must not leave a trigger in doubt
  const last_price = (await getLTP(kite, [key]))[key]?.last_price;
  if (last_price === undefined) throw withoutPrice(key);
  checkSides(wish, last_price);
  const params = triggerParams(wish, last_price);
  const placed = trigger_id === undefined ? placeGTT(kite, params) : modifyGTT(kite, { trigger_id, ...params });
  return (await placed).trigger_id;
}

const withoutPrice = (key: string): KnownFailure =>
  new KnownFailure({
    code: "NoPrice",
    message: `The exchange gives no price for ${key}, and a trigger is measured against one.`,
    what_to_do: "Try again in a moment.",
    outcome: "not-sent",
  });
