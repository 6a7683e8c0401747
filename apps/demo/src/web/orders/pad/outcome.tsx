import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { OrderRow } from "../../../shared/orders-api.ts";
import { formatQuantity, formatRupees } from "../../../shared/rupees.ts";
import { readAgain } from "../../api/queries.ts";
import { wordsFor } from "../../states/problem.tsx";
import { clockTime } from "../../time.ts";
import { statusWords } from "../book/status.tsx";
import { ordersPath } from "../orders-path.ts";
import { placedOrders } from "./intent.ts";
import type { Sent } from "./sent.ts";
import { sentenceFor } from "./sentence.ts";

interface OutcomeProps {
  readonly sent: Sent;
  /** The order book, newest first. */
  readonly book: readonly OrderRow[] | undefined;
  /** Leads back to the form. */
  readonly onDone: () => void;
}

/** Takes the place of the button once an order was sent: a second one has to be asked for. */
export function Outcome({ sent, book = [], onDone }: OutcomeProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    // the button that was pressed is gone; who comes back from another view is at its heading
    if (activeElement === document.body || box.current?.closest("form")?.contains(activeElement)) box.current?.focus();
  }, []);
  const found = placedOrders(sent.intent, book);
  const taken = sent.kind === "taken" ? book.find(({ order_id }) => order_id === sent.order_id) : undefined;
  const rows = taken ? [taken] : found;
  const isKnown = sent.kind === "taken" || found.length > 0;
  return (
    <section className={`outcome ${isKnown ? toneOf(rows) : "doubt"}`} ref={box} tabIndex={-1} aria-label="Outcome">
      <p className="outcome-title" role="status">
        {isKnown ? titleOf(rows) : "It is not known whether the order was placed"}
      </p>
      <p>{sentenceFor(sent.intent.order)}.</p>
      {rows.map((row) => (
        <p key={row.order_id} className="outcome-row">
          Order <span className="order-id">{row.order_id}</span>: {statusWords(row).toLowerCase()}
          {row.filled_quantity > 0 &&
            `, ${formatQuantity(row.filled_quantity)} filled at ${formatRupees(row.average_price)}`}
          {row.status === "REJECTED" && row.status_message && `. ${row.status_message}`}
        </p>
      ))}
      {sent.kind === "unknown" && !isKnown && <Doubt error={sent.error} tag={sent.intent.tag} />}
      <div className="outcome-actions">
        <button type="button" className="button" onClick={onDone}>
          {isKnown ? "New order" : "Back to the form, without sending"}
        </button>
      </div>
    </section>
  );
}

function titleOf([row]: readonly OrderRow[]): string {
  if (row?.status === "REJECTED") return "Rejected";
  if (row?.status === "COMPLETE") return "Placed, and filled";
  return "Placed";
}

const toneOf = ([row]: readonly OrderRow[]): string => (row?.status === "REJECTED" ? "refused" : "taken");

/** What to do when an answer was lost: look, and look again, before sending once more. The page never sends again by itself. */
function Doubt({ error, tag }: { readonly error: Error; readonly tag: string }): ReactNode {
  const client = useQueryClient();
  const [seen, setSeen] = useState<string>();
  const look = useMutation({
    mutationFn: () => readAgain(client, ordersPath),
    onSuccess: () =>
      setSeen(
        `No order with the tag ${tag} is in the book at ${clockTime(Date.now())}. One can show up two minutes late.`,
      ),
    onError: () => setSeen("The order book could not be read."),
  });
  return (
    <>
      <p>{wordsFor(error).message} It may be live all the same, and was sent once. Look before you send it again.</p>
      <p role="status">{seen}</p>
      <button type="button" className="button primary" onClick={() => look.mutate()} aria-disabled={look.isPending}>
        {look.isPending ? "Looking…" : seen ? "Look again" : "Look in the order book"}
      </button>
    </>
  );
}
