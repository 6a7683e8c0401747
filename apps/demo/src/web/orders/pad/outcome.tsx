import { type ReactNode, useEffect, useRef } from "react";
import { formatQuantity, formatRupees } from "../../../shared/rupees.ts";
import { besideField } from "../../form/refusal.ts";
import { wordsFor } from "../../states/problem.tsx";
import type { OrderRow } from "../book/order-row.ts";
import { statusWords } from "../book/status.tsx";
import { Doubt } from "./doubt.tsx";
import { outcomeOf } from "./outcome-words.ts";
import { Search } from "./search.tsx";
import { type Sent, tagOf } from "./sent.ts";
import { sentenceFor } from "./sentence.ts";
import { Stages } from "./stages.tsx";
import { Tried } from "./tried.tsx";

interface OutcomeProps {
  readonly sent: Sent;
  /** The order book, newest first. */
  readonly book: readonly OrderRow[] | undefined;
  /** Leads back to the form. */
  readonly onDone: () => void;
}

/** Takes the place of the button once an order was sent: its way step by step, and what became of it. A second one has to be asked for. */
export function Outcome({ sent, book = [], onDone }: OutcomeProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    // the button that was pressed is gone; who comes back from another view is at its heading
    if (activeElement === document.body || box.current?.closest("form")?.contains(activeElement)) box.current?.focus();
  }, []);
  const { tone, title, rows, isInDoubt } = outcomeOf(sent, book);
  const { order, steps, fate } = sent;
  useEffect(() => {
    // the button that stopped the search is gone
    if (fate && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [fate]);
  return (
    <section className={`outcome ${tone}`} ref={box} tabIndex={-1} aria-label="Outcome">
      <div role="status">
        <p className="outcome-title">{title}</p>
        {fate?.outcome === "rejected" && (
          <p>
            {besideField(wordsFor(fate.error).message, "")} {wordsFor(fate.error).advice}
          </p>
        )}
      </div>
      <p>{sentenceFor(order)}.</p>
      {rows.map((row) => (
        <p key={row.order_id} className="outcome-row">
          Order <span className="order-id">{row.order_id}</span>: {statusWords(row).toLowerCase()}
          {row.filled_quantity > 0 &&
            `, ${formatQuantity(row.filled_quantity)} filled at ${formatRupees(row.average_price)}`}
          {row.status === "REJECTED" && row.status_message && `. ${row.status_message}`}
        </p>
      ))}
      {steps.length > 0 && <Stages steps={steps} />}
      {isInDoubt && fate?.outcome === "unknown" && <Tried result={fate} />}
      {isInDoubt && fate?.outcome === "lost" && <p>{wordsFor(fate.error).message}</p>}
      {isInDoubt && fate && <Doubt tag={tagOf(sent)} />}
      <div className="outcome-actions">
        {isInDoubt && !fate && <Search onStop={sent.stop} />}
        {fate && (
          <button type="button" className="button" onClick={onDone}>
            {backWords(fate.outcome, isInDoubt)}
          </button>
        )}
      </div>
    </section>
  );
}

function backWords(outcome: string, isInDoubt: boolean): string {
  if (isInDoubt) return "Back to the form, without sending";
  return outcome === "rejected" ? "Back to the form" : "New order";
}
