import { cancelOrder } from "@kite/orders";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { formatQuantity } from "../../../shared/rupees.ts";
import { kite } from "../../api/kite.ts";
import { refreshFigures } from "../../api/queries.ts";
import { useDialog } from "../../form/use-dialog.ts";
import { unitOf } from "../../positions/units.ts";
import { useShell } from "../../shell/shell-context.ts";
import { announce } from "../../states/announcer.tsx";
import { DialogProblem } from "./dialog-problem.tsx";
import type { OrderRow } from "./order-row.ts";

interface CancelDialogProps {
  readonly order: OrderRow;
  /** Called once it is closed, with what had the focus when it was opened. */
  readonly onClose: (opener: Element | null) => void;
}

/** Asks whether an order is really to be cancelled. */
export function CancelDialog({ order, onClose }: CancelDialogProps): ReactNode {
  const { live } = useShell();
  const client = useQueryClient();
  const dialog = useDialog();
  const title = useId();
  const { parent_order_id, tradingsymbol, exchange, transaction_type, left } = order;
  const cancelling = useMutation({
    mutationFn: () => cancelOrder(kite, order),
    onSuccess: () => {
      announce(`Asked to cancel the order for ${tradingsymbol}`);
      dialog.close();
    },
    // after a failure too: it may be gone all the same
    onSettled: () => void refreshFigures(client),
  });
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={() => onClose(dialog.opener.current)}>
      <div className="dialog-body">
        <h2 id={title}>Cancel this order?</h2>
        <p className="dialog-what">
          {transaction_type === "BUY" ? "Buy" : "Sell"} {formatQuantity(left)} {unitOf(exchange, left)} of{" "}
          {tradingsymbol} on {exchange}. It can still fill before the exchange acts.
        </p>
        {parent_order_id && (
          <p className="dialog-live">
            This is the second leg of a cover order: cancelling it closes the position at the market's price.
          </p>
        )}
        {live && <p className="dialog-live">This is your real account.</p>}
        <DialogProblem error={cancelling.error} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Keep it
          </button>
          <button
            type="button"
            className="button primary"
            onClick={() => !cancelling.isPending && cancelling.mutate()}
            aria-disabled={cancelling.isPending}
          >
            {cancelling.isPending ? "Cancelling…" : "Cancel the order"}
          </button>
        </div>
      </div>
    </dialog>
  );
}
