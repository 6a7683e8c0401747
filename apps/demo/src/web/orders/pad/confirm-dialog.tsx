import type { PlaceOrderParams } from "@kite/orders";
import { type ReactNode, useId } from "react";
import { useDialog } from "../../form/use-dialog.ts";
import { sentenceFor } from "./sentence.ts";

interface ConfirmDialogProps {
  readonly order: PlaceOrderParams;
  readonly onConfirm: () => void;
  /** Called once it is closed, whichever way. */
  readonly onClose: () => void;
}

/** Asks once more before an order goes to a real account. */
export function ConfirmDialog({ order, onConfirm, onClose }: ConfirmDialogProps): ReactNode {
  const dialog = useDialog();
  const title = useId();
  const text = useId();
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} aria-describedby={text} onClose={onClose}>
      <div className="dialog-body">
        <h2 id={title}>Place a live order?</h2>
        <p id={text}>{sentenceFor(order)}.</p>
        <p className="dialog-live">This is your real account: the order goes to the exchange.</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Go back
          </button>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              onConfirm();
              dialog.close();
            }}
          >
            Place the live order
          </button>
        </div>
      </div>
    </dialog>
  );
}
