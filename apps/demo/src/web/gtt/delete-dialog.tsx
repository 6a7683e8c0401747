import { deleteGTT } from "@kite/gtt";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { useDialog } from "../form/use-dialog.ts";
import { announce } from "../states/announcer.tsx";
import { wordsFor } from "../states/problem.tsx";
import type { TriggerRow } from "./trigger-row.ts";
import { legSentence, wayOfLeg } from "./trigger-words.ts";

interface DeleteDialogProps {
  readonly trigger: TriggerRow;
  /** Called once it is closed, with whether the trigger is gone. */
  readonly onClose: (isDeleted: boolean) => void;
}

/** Asks before a trigger is deleted. */
export default function DeleteDialog({ trigger, onClose }: DeleteDialogProps): ReactNode {
  const { id, tradingsymbol, exchange, legs } = trigger;
  const dialog = useDialog();
  const client = useQueryClient();
  const title = useId();
  const isDeleted = useRef(false);
  const deletion = useMutation({
    mutationFn: () => deleteGTT(kite, id),
    onSuccess: () => {
      isDeleted.current = true;
      announce(`The trigger on ${tradingsymbol} is deleted`);
      dialog.close();
    },
    // after a failure too: it may have fired, or gone, all the same
    onSettled: () => void refreshFigures(client),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!deletion.isPending) deletion.mutate();
  };
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={() => onClose(isDeleted.current)}>
      <form onSubmit={submit}>
        <h2 id={title}>Delete the trigger on {tradingsymbol}?</h2>
        <ul className="dialog-list">
          {legs.map((leg, index) => (
            <li key={`${index}`}>{legSentence(leg, exchange, wayOfLeg(trigger, index))}.</li>
          ))}
        </ul>
        <p className="dialog-note">The broker then stops watching. An order that it has placed already stays.</p>
        {deletion.error && (
          <p className="dialog-problem" role="alert">
            <strong>{wordsFor(deletion.error).message}</strong> {wordsFor(deletion.error).advice}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Keep it
          </button>
          <button type="submit" className="button danger" aria-disabled={deletion.isPending}>
            {deletion.isPending ? "Deleting…" : "Delete"}
          </button>
        </div>
      </form>
    </dialog>
  );
}
