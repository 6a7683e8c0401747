import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { refreshFigures } from "../api/queries.ts";
import { useDialog } from "../form/use-dialog.ts";
import { useShell } from "../shell/shell-context.ts";
import { announce } from "../states/announcer.tsx";
import { FundProblem } from "./fund-problem.tsx";

/** Something that is about to be cancelled. */
export interface Leaving {
  /** `order`, `SIP` */
  readonly what: string;
  readonly fund: string;
  /** What it is, in a sentence. */
  readonly sentence: string;
  readonly cancel: () => Promise<unknown>;
}

interface CancelDialogProps {
  readonly leaving: Leaving;
  /** Called once it is closed, with whether it was cancelled. */
  readonly onClose: (isCancelled: boolean) => void;
}

/** Asks before an order or a SIP is cancelled. */
export default function CancelDialog({ leaving, onClose }: CancelDialogProps): ReactNode {
  const { what, fund, sentence, cancel } = leaving;
  const { live } = useShell();
  const dialog = useDialog();
  const client = useQueryClient();
  const title = useId();
  const isCancelled = useRef(false);
  const cancelling = useMutation({
    mutationFn: cancel,
    onSuccess: () => {
      isCancelled.current = true;
      announce(`The ${what} for ${fund} is cancelled`);
      dialog.close();
    },
    // after a failure too: it may be gone all the same
    onSettled: () => void refreshFigures(client),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!cancelling.isPending) cancelling.mutate();
  };
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={() => onClose(isCancelled.current)}>
      <form onSubmit={submit}>
        <h2 id={title}>Cancel this {what}?</h2>
        <p className="dialog-what">
          {fund}: {sentence}.
        </p>
        {live && <p className="dialog-live">This is your real account.</p>}
        <FundProblem error={cancelling.error} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Keep it
          </button>
          <button type="submit" className="button danger" aria-disabled={cancelling.isPending}>
            {cancelling.isPending ? "Cancelling…" : `Cancel the ${what}`}
          </button>
        </div>
      </form>
    </dialog>
  );
}
