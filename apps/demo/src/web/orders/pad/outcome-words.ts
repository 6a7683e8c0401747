import { type OrderRow, orderRow } from "../book/order-row.ts";
import { type Sent, tagOf } from "./sent.ts";

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

/** Puts together what the SDK has told and what the book shows: an order that nobody could find may stand in it later. */
export function outcomeOf({ steps, fate }: Pick<Sent, "steps" | "fate">, book: readonly OrderRow[]): OutcomeWords {
  if (!fate) {
    const isInDoubt = steps.some(({ stage }) => stage === "doubtful");
    const title = isInDoubt ? "In doubt: looking for it in the book" : "On its way…";
    return { tone: isInDoubt ? "doubt" : "moving", title, rows: [], isInDoubt };
  }
  if (fate.outcome === "rejected") {
    const title = fate.order ? "Rejected" : "Not placed";
    return { tone: "refused", title, rows: fate.order ? [orderRow(fate.order)] : [], isInDoubt: false };
  }
  const rows =
    fate.outcome === "placed"
      ? rowsOf(fate.order_ids, [...book, ...fate.orders.map(orderRow)])
      : placedOrders(tagOf({ steps }), book);
  if (fate.outcome !== "placed" && rows.length === 0) {
    return { tone: "doubt", title: "It is not known whether the order was placed", rows, isInDoubt: true };
  }
  const [first] = rows;
  if (first?.status === "REJECTED") return { tone: "refused", title: "Rejected", rows, isInDoubt: false };
  const title = first?.status === "COMPLETE" ? "Placed, and filled" : "Placed";
  return { tone: "taken", title, rows, isInDoubt: false };
}

const rowsOf = (ids: readonly string[], known: readonly OrderRow[]): OrderRow[] =>
  ids.flatMap((id) => known.find(({ order_id }) => order_id === id) ?? []);

/** Orders of the book that were placed with this tag: more than one when it was sliced. */
const placedOrders = (tag: string | undefined, book: readonly OrderRow[]): OrderRow[] =>
  tag === undefined ? [] : book.filter(({ tags }) => tags.includes(tag));
