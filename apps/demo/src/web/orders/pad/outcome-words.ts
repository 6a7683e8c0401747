import type { OrderRow } from "../../../shared/orders-api.ts";
import { placedOrders } from "./intent.ts";
import type { Sent } from "./sent.ts";

/** What there is to say of an order that was sent. */
export interface OutcomeWords {
  /** Class of the box. */
  readonly tone: "moving" | "taken" | "refused" | "doubt";
  readonly title: string;
  /** The orders it became, as the book shows them now. */
  readonly rows: readonly OrderRow[];
  /** It may be live, and nothing has shown it yet. */
  readonly isInDoubt: boolean;
}

/** Puts together what the server has told and what the book shows: an order that nobody could find may stand in it later. */
export function outcomeOf({ intent, steps, fate }: Sent, book: readonly OrderRow[]): OutcomeWords {
  if (!fate) {
    const isInDoubt = steps.some(({ stage }) => stage === "doubtful");
    const title = isInDoubt ? "In doubt: looking for it in the book" : "On its way…";
    return { tone: isInDoubt ? "doubt" : "moving", title, rows: [], isInDoubt };
  }
  if (fate.outcome === "rejected") {
    const title = fate.orders.length > 0 ? "Rejected" : "Not placed";
    return { tone: "refused", title, rows: fate.orders, isInDoubt: false };
  }
  const rows =
    fate.outcome === "placed"
      ? fate.order_ids.flatMap((id) => [...book, ...fate.orders].find(({ order_id }) => order_id === id) ?? [])
      : placedOrders(intent, book);
  if (fate.outcome !== "placed" && rows.length === 0) {
    return { tone: "doubt", title: "It is not known whether the order was placed", rows, isInDoubt: true };
  }
  const [first] = rows;
  if (first?.status === "REJECTED") return { tone: "refused", title: "Rejected", rows, isInDoubt: false };
  return {
    tone: "taken",
    title: first?.status === "COMPLETE" ? "Placed, and filled" : "Placed",
    rows,
    isInDoubt: false,
  };
}
