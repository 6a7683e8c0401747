import { type ReactNode, useId } from "react";
import { useDialog } from "../form/use-dialog.ts";
import type { TriggerRequest } from "./trigger-request.ts";
import { legSentence, wayTo } from "./trigger-words.ts";

interface LiveDialogProps {
  readonly request: TriggerRequest;
  readonly onConfirm: () => void;
  /** Called once it is closed, whichever way. */
  readonly onClose: () => void;
}

/** Asks once more before a trigger goes to a real account. */
export default function LiveDialog({ request, onConfirm, onClose }: LiveDialogProps): ReactNode {
  const dialog = useDialog();
  const title = useId();
  const text = useId();
  const { transaction_type, exchange, tradingsymbol, last_price } = request;
  const legs = request.type === "single" ? [request] : [request.lower, request.upper];
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} aria-describedby={text} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
          dialog.close();
        }}
      >
        <h2 id={title}>Place a live trigger on {tradingsymbol}?</h2>
        <ul className="dialog-list" id={text}>
          {legs.map((leg) => (
            <li key={leg.trigger_value}>
              {legSentence({ ...leg, transaction_type }, exchange, wayTo(leg.trigger_value, last_price))}.
            </li>
          ))}
        </ul>
        <p className="dialog-live">This is your real account: when a trigger fires, its order goes to the exchange.</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Go back
          </button>
          <button type="submit" className="button primary">
            Place the live trigger
          </button>
        </div>
      </form>
    </dialog>
  );
}
