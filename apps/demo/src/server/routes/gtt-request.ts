import { type PlaceGTTParams, singleTrigger, type TriggerOptions, twoLegTrigger } from "@kite/gtt";
import type { TriggerRequest } from "../../shared/market-api.ts";
import { Failure } from "../failure.ts";

/** Makes the SDK's parameters, measured against the market of now. Throws `InvalidInput` with the name of the field. */
export function triggerParams(
  wish: TriggerRequest,
  market: Required<Pick<TriggerOptions, "last_price" | "tick_size">>,
): PlaceGTTParams {
  const { exchange, tradingsymbol, transaction_type, product } = wish;
  const options = {
    exchange,
    tradingsymbol,
    transaction_type,
    product: product as TriggerOptions["product"],
    ...market,
  };
  if (wish.type === "two-leg") return twoLegTrigger({ ...options, lower: wish.lower, upper: wish.upper });
  const { trigger_value, price, quantity } = wish;
  return singleTrigger({ ...options, trigger_value, price, quantity });
}

/**
 * A single trigger waits for a rise or for a fall, by the side of the price it is on. Throws when the price has moved to its
 * other side while the form was filled in: the trigger would mean the opposite.
 */
export function checkSides(wish: TriggerRequest, now: number): void {
  if (wish.type !== "single") return;
  const { trigger_value, last_price } = wish;
  if (trigger_value > last_price === trigger_value > now) return;
  throw new Failure(400, {
    code: "PriceMoved",
    message: `The price has moved past the trigger while you were looking: it is ${now} now.`,
    what_to_do: "Look at the new price, then choose the trigger again.",
    field: "trigger_value",
  });
}
