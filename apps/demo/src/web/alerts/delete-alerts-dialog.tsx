import { type Alert, deleteAlerts } from "@kite/alerts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { useDialog } from "../form/use-dialog.ts";
import { announce } from "../states/announcer.tsx";
import { wordsFor } from "../states/problem.tsx";
import { conditionText } from "./alert-words.ts";

/** Ids that fit into one address. */
const AT_ONCE = 40;

interface DeleteAlertsDialogProps {
  readonly alerts: readonly Alert[];
  /** Called once it is closed, with whether the alerts are gone. */
  readonly onClose: (isDeleted: boolean) => void;
}

/** Asks before alerts are deleted. */
export default function DeleteAlertsDialog({ alerts, onClose }: DeleteAlertsDialogProps): ReactNode {
  const dialog = useDialog();
  const client = useQueryClient();
  const title = useId();
  const isDeleted = useRef(false);
  const what = alerts.length === 1 ? `“${alerts[0]?.name}”` : `${alerts.length} alerts`;
  const deletion = useMutation({
    mutationFn: async () => {
      const uuids = alerts.map(({ uuid }) => uuid);
      for (let from = 0; from < uuids.length; from += AT_ONCE) {
        await deleteAlerts(kite, uuids.slice(from, from + AT_ONCE));
      }
    },
    onSuccess: () => {
      isDeleted.current = true;
      announce(`Deleted ${what}`);
      dialog.close();
    },
    onSettled: () => void refreshFigures(client),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!deletion.isPending) deletion.mutate();
  };
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={() => onClose(isDeleted.current)}>
      <form onSubmit={submit}>
        <h2 id={title}>Delete {what}?</h2>
        <ul className="dialog-list alerts-leaving">
          {alerts.map((alert) => (
            <li key={alert.uuid}>
              {alerts.length > 1 && <strong>{alert.name}: </strong>}
              {conditionText(alert)}
            </li>
          ))}
        </ul>
        <p className="dialog-note">A deleted alert fires no more, and cannot be brought back.</p>
        {deletion.error && (
          <p className="dialog-problem" role="alert">
            <strong>{wordsFor(deletion.error).message}</strong> {wordsFor(deletion.error).advice}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            {alerts.length === 1 ? "Keep it" : "Keep them"}
          </button>
          <button type="submit" className="button danger" aria-disabled={deletion.isPending}>
            {deletion.isPending ? "Deleting…" : "Delete"}
          </button>
        </div>
      </form>
    </dialog>
  );
}
