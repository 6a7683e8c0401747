import { type Alert, modifyAlert } from "@kite/alerts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId } from "react";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { useDialog } from "../form/use-dialog.ts";
import { useShell } from "../shell/shell-context.ts";
import { announce } from "../states/announcer.tsx";
import { wordsFor } from "../states/problem.tsx";
import { definitionOf } from "./alert-params.ts";
import { conditionText } from "./alert-words.ts";
import { orderSentence } from "./order-words.ts";

interface WatchAgainDialogProps {
  readonly alert: Alert;
  readonly onClose: () => void;
}

/** Asks before an alert that is off watches again: where its condition holds already, it fires at once, order and all. */
export default function WatchAgainDialog({ alert, onClose }: WatchAgainDialogProps): ReactNode {
  const { live } = useShell();
  const { uuid, name, type, basket } = alert;
  const dialog = useDialog();
  const client = useQueryClient();
  const title = useId();
  const waking = useMutation({
    mutationFn: () => modifyAlert(kite, { uuid, ...definitionOf(alert) }),
    onSuccess: ({ status }) => {
      announce(status === "enabled" ? `“${name}” watches again` : `Kite took “${name}”, and it is still off`);
      dialog.close();
    },
    // after a failure too: it may have taken effect all the same
    onSettled: () => void refreshFigures(client),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!waking.isPending) waking.mutate();
  };
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={title}>Watch “{name}” again?</h2>
        <ul className="dialog-list">
          <li>{conditionText(alert)}.</li>
          {basket?.items.map((item) => (
            <li key={item.id}>{orderSentence(item)}.</li>
          ))}
        </ul>
        <p className="dialog-note">
          {type === "ato"
            ? "Where the condition holds already, it fires at once and places its order again."
            : "Where the condition holds already, it fires at once."}
        </p>
        {live && type === "ato" && <p className="dialog-live">This is your real account.</p>}
        {waking.error && (
          <p className="dialog-problem" role="alert">
            <strong>{wordsFor(waking.error).message}</strong> {wordsFor(waking.error).advice}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Leave it off
          </button>
          <button type="submit" className="button primary" aria-disabled={waking.isPending}>
            {waking.isPending ? "Sending…" : "Watch again"}
          </button>
        </div>
      </form>
    </dialog>
  );
}
