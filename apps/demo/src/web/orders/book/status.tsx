import type { ReactNode } from "react";
import type { OrderRow } from "./order-row.ts";

type Shown = Pick<OrderRow, "status" | "stage" | "filled_quantity">;

const words: Readonly<Record<string, string>> = {
  "TRIGGER PENDING": "Waits for its trigger",
  "AMO REQ RECEIVED": "Kept for the next session",
  "MODIFY AMO REQ RECEIVED": "Kept for the next session",
  "PUT ORDER REQ RECEIVED": "Received",
};

/** Says a state in words; one that is not known is shown as it came. */
export function statusWords({ status, filled_quantity }: Shown): string {
  if (status === "OPEN" && filled_quantity > 0) return "Partly filled";
  return words[status] ?? status.charAt(0) + status.slice(1).toLowerCase();
}

/** The state of an order, in words and colour. */
export function Status({ order }: { readonly order: Shown }): ReactNode {
  return <span className={`status ${toneOf(order)}`}>{statusWords(order)}</span>;
}

function toneOf({ status, stage }: Shown): string {
  if (status === "COMPLETE") return "good";
  if (status === "REJECTED") return "bad";
  return stage === "finished" ? "over" : stage === "open" ? "live" : "moving";
}
