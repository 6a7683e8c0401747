import { type ReactNode, useId } from "react";
import { useDialog } from "../form/use-dialog.ts";

interface LiveFundDialogProps {
  readonly fund: string;
  /** What the order comes to. */
  readonly sentence: string;
  readonly onConfirm: () => void;
  /** Called once it is closed, whichever way. */
  readonly onClose: () => void;
}

/** Asks once more before an order for a fund goes to a real account. */
export default function LiveFundDialog({ fund, sentence, onConfirm, onClose }: LiveFundDialogProps): ReactNode {
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
        <h2 id={title}>Send a live order for {fund}?</h2>
        <p className="dialog-what" id={text}>
          {sentence} Kite will most likely refuse it: mutual funds are read-only over its API.
        </p>
        <p className="dialog-live">This is your real account.</p>
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
