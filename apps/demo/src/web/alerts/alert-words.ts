import type { Alert } from "@kite/alerts";
import { formatPercent } from "../../shared/rupees.ts";
import { formatPrice } from "../market/price-text.ts";

/** What an alert compares. */
export type Condition = Pick<
  Alert,
  | "lhs_attribute"
  | "lhs_exchange"
  | "lhs_tradingsymbol"
  | "operator"
  | "rhs_type"
  | "rhs_attribute"
  | "rhs_tradingsymbol"
  | "rhs_constant"
>;

const signs: Readonly<Record<string, string>> = { "<=": "≤", ">=": "≥", "<": "<", ">": ">", "==": "=" };
const attributes: Readonly<Record<string, string>> = { LastTradedPrice: "last price" };

/** Writes a level: `₹1,600.00`, and without the sign of the rupee for an index, which has points. */
export function levelText(level: number, exchange: string, tick_size = 0.05): string {
  const text = formatPrice(Math.abs(level), tick_size);
  return `${level < 0 ? "−" : ""}${exchange === "INDICES" ? "" : "₹"}${text}`;
}

/** Says what an alert waits for: `INFY last price ≥ ₹1,600.00`, `INFY last price > last price of TCS`. */
export function conditionText(condition: Condition, tick_size?: number): string {
  const { lhs_tradingsymbol, lhs_attribute, lhs_exchange, operator, rhs_type } = condition;
  const { rhs_attribute, rhs_tradingsymbol, rhs_constant } = condition;
  const right =
    rhs_type === "instrument"
      ? `${attributeName(rhs_attribute)} of ${rhs_tradingsymbol}`
      : levelText(rhs_constant, lhs_exchange, tick_size);
  return `${lhs_tradingsymbol} ${attributeName(lhs_attribute)} ${signs[operator] ?? operator} ${right}`;
}

/** What an attribute is called; one that is not known keeps its name. */
const attributeName = (attribute: string): string => attributes[attribute] ?? attribute;

/** Whether a comparison holds; undefined for an operator that is not known. */
export function holds(left: number, operator: string, right: number): boolean | undefined {
  const results: Readonly<Record<string, boolean>> = {
    "<=": left <= right,
    ">=": left >= right,
    "<": left < right,
    ">": left > right,
    "==": left === right,
  };
  return results[operator];
}

/** How far the left side is from the right one: `₹12.35 or 0.80 % away`, with the way it has to go. */
export function distanceText(left: number, operator: string, right: number, level: (gap: number) => string): string {
  if (holds(left, operator, right)) return "Holds now";
  const gap = Math.abs(right - left);
  // 0 away and not there yet: the operator asks for more than the same
  if (gap === 0) return "At the limit";
  const percent = formatPercent((gap * 100) / left).replace("+", "");
  return `${level(gap)} or ${percent} away`;
}

const states: Readonly<Record<string, string>> = { enabled: "Watching", disabled: "Off", deleted: "Deleted" };

/** The state of an alert in a word, with the reason of the system where it gave one; a state of the future keeps its name. */
export function stateOf({ status, type, alert_count, disabled_reason }: Alert): {
  readonly text: string;
  readonly kind: "wait" | "good" | "over";
  readonly why: string;
} {
  const isDone = status === "disabled" && type === "ato" && alert_count > 0;
  return {
    text: isDone ? "Fired" : (states[status] ?? status),
    kind: status === "enabled" ? "wait" : isDone ? "good" : "over",
    why: disabled_reason || (isDone ? "Its order was placed, so it watches no more." : ""),
  };
}

/** How often an alert has fired: `once`, `3 times`. */
export const firedText = (count: number): string =>
  count === 0 ? "not yet" : count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
