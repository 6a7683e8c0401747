import { type PlaceGTTParams, singleTrigger, type TriggerOptions, twoLegTrigger } from "@kite/gtt";
import { KnownFailure } from "../api/known-failure.ts";

/** A trigger that somebody wishes for. Refusals name the fields of this, a leg's as `lower.price`. */
export type TriggerRequest = TriggerBasics &
  (
    | ({ readonly type: "single" } & TriggerLegRequest)
    | { readonly type: "two-leg"; readonly lower: TriggerLegRequest; readonly upper: TriggerLegRequest }
  );

interface TriggerBasics {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly tick_size: number;
  readonly transaction_type: "BUY" | "SELL";
  readonly product: string;
  /** Price on the page when it was sent. A newer one is taken then, and asked about when that changes the meaning. */
  readonly last_price: number;
}

export interface TriggerLegRequest {
  readonly trigger_value: number;
  readonly price: number;
  readonly quantity: number;
}

/** Makes the SDK's parameters, measured against the price of now. Throws `InvalidInput` with the name of the field. */
export function triggerParams(wish: TriggerRequest, last_price: number): PlaceGTTParams {
  const { exchange, tradingsymbol, tick_size, transaction_type, product } = wish;
  const options = {
    ...{ exchange, tradingsymbol, tick_size, transaction_type, last_price },
    product: product as TriggerOptions["product"],
  };
  if (wish.type === "two-leg") return twoLegTrigger({ ...options, lower: wish.lower, upper: wish.upper });
  const { trigger_value, price, quantity } = wish;
  return singleTrigger({ ...options, trigger_value, price, quantity });
}

/**
 * A single trigger waits for a rise or for a fall, by the side of the price it is on. Throws `KnownFailure` when the price has
 * moved to its other side while the form was filled in: the trigger would mean the opposite.
 */
export function checkSides(wish: TriggerRequest, now: number): void {
  if (wish.type !== "single") return;
  const { trigger_value, last_price } = wish;
  if (trigger_value > last_price === trigger_value > now) return;
  throw new KnownFailure({
    code: "PriceMoved",
    message: `The price has moved past the trigger while you were looking: it is ${now} now.`,
    what_to_do: "Look at the new price, then choose the trigger again.",
    field: "trigger_value",
    outcome: "not-sent",
  });
}
