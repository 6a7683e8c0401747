import { formatAmount, formatPercent, formatQuantity } from "../../shared/rupees.ts";
import { unitOf } from "../positions/units.ts";
import type { TriggerLegRow, TriggerRow } from "./trigger-row.ts";

/** Which way the price has to go to reach a trigger. */
export type Way = "fall" | "rise";

export const wayTo = (trigger_value: number, last_price: number): Way => (trigger_value < last_price ? "fall" : "rise");

/** How far a trigger is from a price: `93.20 (6.24 %) below the last price`. */
export function distanceText(trigger_value: number, last_price: number, name = "the last price"): string {
  const distance = trigger_value - last_price;
  if (distance === 0) return `at ${name}`;
  const percent = formatPercent(Math.abs(distance * 100) / last_price).replace("+", "");
  return `${formatAmount(Math.abs(distance))} (${percent}) ${distance < 0 ? "below" : "above"} ${name}`;
}

/** Says a leg in a sentence: `Sell 10 shares at 1,445.00 or better when the price falls to 1,450.00`. */
export function legSentence(leg: Omit<TriggerLegRow, "result" | "product">, exchange: string, way: Way): string {
  const { transaction_type, quantity, price, trigger_value } = leg;
  const side = transaction_type === "BUY" ? "Buy" : transaction_type === "SELL" ? "Sell" : transaction_type;
  const what = `${side} ${formatQuantity(quantity)} ${unitOf(exchange, quantity)} at ${formatAmount(price)} or better`;
  return `${what} when the price ${way === "fall" ? "falls" : "rises"} to ${formatAmount(trigger_value)}`;
}

/** Warns of a limit that the price has to come back to after the trigger; undefined for one that fills at once, as a rule. */
export function limitAdvice(
  transaction_type: "BUY" | "SELL",
  trigger_value: number,
  price: number,
): string | undefined {
  if (transaction_type === "SELL" && price > trigger_value) {
    return "The limit is above the trigger: the order then waits for a higher price.";
  }
  if (transaction_type === "BUY" && price < trigger_value) {
    return "The limit is below the trigger: the order then waits for a lower price.";
  }
  return undefined;
}

/** The way to the leg of a trigger that was placed: the lower one of two is reached by a fall. */
export function wayOfLeg({ legs, placed_at_price }: TriggerRow, index: number): Way {
  if (legs.length === 2) return index === 0 ? "fall" : "rise";
  return wayTo(legs[index]?.trigger_value ?? 0, placed_at_price);
}

/** What a leg is for: two legs that sell end a position with a loss below, with a gain above. */
export function roleOf(transaction_type: string, index: number): "Stop-loss" | "Target" {
  return (transaction_type === "SELL") === (index === 0) ? "Stop-loss" : "Target";
}

const states: Readonly<Record<string, string>> = {
  active: "Waiting",
  triggered: "Fired",
  disabled: "Disabled",
  expired: "Expired",
  cancelled: "Cancelled by the broker",
  rejected: "Rejected",
  deleted: "Deleted",
};

/** The state of a trigger in a word, with what became of its order where that matters more. */
export function stateOf({ status, legs }: TriggerRow): {
  readonly text: string;
  readonly kind: "wait" | "good" | "bad" | "over";
} {
  const result = legs.find((leg) => leg.result)?.result;
  if (status === "active") return { text: "Waiting", kind: "wait" };
  if (status === "triggered" && result) {
    return result.accepted
      ? { text: "Fired, order placed", kind: "good" }
      : { text: "Fired, order refused", kind: "bad" };
  }
  return { text: states[status] ?? status, kind: status === "rejected" ? "bad" : "over" };
}
