import type { CreateAlertParams } from "@kite/alerts";
import { type ReactNode, useId } from "react";
import { useDialog } from "../form/use-dialog.ts";
import { orderSentence } from "./order-words.ts";

interface LiveOrderDialogProps {
  readonly definition: CreateAlertParams;
  readonly onConfirm: () => void;
  /** Called once it is closed, whichever way. */
  readonly onClose: () => void;
}

/** Asks once more before an alert that places orders goes to a real account. */
export default function LiveOrderDialog({ definition, onConfirm, onClose }: LiveOrderDialogProps): ReactNode {
  const dialog = useDialog();
  const title = useId();
  const text = useId();
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} aria-describedby={text} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
          dialog.close();
        }}
      >
        <h2 id={title}>Create an alert that places a live order?</h2>
        <ul className="dialog-list" id={text}>
          <li>Watches {definition.lhs_tradingsymbol}.</li>
          {definition.basket?.items.map((item) => (
            <li key={item.tradingsymbol}>{orderSentence(item)}.</li>
          ))}
        </ul>
        <p className="dialog-live">This is your real account: when the alert fires, its order goes to the exchange.</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Go back
          </button>
          <button type="submit" className="button primary">
            Send it
          </button>
        </div>
      </form>
    </dialog>
  );
}
