import type { Alert } from "@kite/alerts";
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { Empty } from "../states/empty.tsx";
import { AlertTable } from "./alert-table.tsx";
import { mostEnabled } from "./alerts-figures.ts";

const DeleteAlertsDialog = lazy(() => import("./delete-alerts-dialog.tsx"));
const WatchAgainDialog = lazy(() => import("./watch-again-dialog.tsx"));

interface AlertsPanelProps {
  /** Undefined while they are on their way. */
  readonly alerts: readonly Alert[] | undefined;
  /** Leads to the form. */
  readonly onNew: () => void;
  /** Leads to the form, filled with an alert. */
  readonly onChange: (alert: Alert) => void;
}

/** The alerts, with what can be done to several of them at once. Deleted ones stay at the exchange, and are shown on request. */
export function AlertsPanel({ alerts, onNew, onChange }: AlertsPanelProps): ReactNode {
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [leaving, setLeaving] = useState<readonly Alert[]>();
  const [waking, setWaking] = useState<Alert>();
  const [withDeleted, setWithDeleted] = useState(false);
  const present = alerts?.filter(({ status }) => status !== "deleted");
  const deleted = (alerts?.length ?? 0) - (present?.length ?? 0);
  const enabled = present?.filter(({ status }) => status === "enabled").length ?? 0;
  // one that is gone meanwhile is not marked any more
  const chosen = present?.filter(({ uuid }) => marked.has(uuid)) ?? [];
  const shown = withDeleted ? alerts : present;
  const closeDialog = (isDeleted: boolean) => {
    setLeaving(undefined);
    if (!isDeleted) return;
    setMarked(new Set());
    // the button that had the focus goes away together with the alert
    setTimeout(() => title.current?.focus());
  };
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading} ref={title} tabIndex={-1}>
          Alerts <span className="count">{present?.length}</span>
        </h2>
        <div className="alerts-tools">
          {alerts && (
            <span className="panel-note">
              {enabled} of {mostEnabled} watching
            </span>
          )}
          {chosen.length > 0 && (
            <button type="button" className="button small" onClick={() => setLeaving(chosen)}>
              Delete {chosen.length}
            </button>
          )}
          <button type="button" className="button small to-form" onClick={onNew}>
            New alert
          </button>
        </div>
      </div>
      {shown?.length === 0 ? (
        <Empty title="No alerts">
          Create one, and it fires when the price gets there, whether this page is open or not.
        </Empty>
      ) : (
        <AlertTable
          alerts={shown}
          labelledBy={heading}
          marked={marked}
          onMark={setMarked}
          onWatch={setWaking}
          onChange={onChange}
          onDelete={(alert) => setLeaving([alert])}
        />
      )}
      {alerts && (
        <div className="caveats alerts-foot">
          <p>
            Kite’s API cannot switch an alert off and keep it. One that is off watches again when its definition is sent
            again.
          </p>
          {deleted > 0 && (
            <label className="tick">
              <input type="checkbox" checked={withDeleted} onChange={(event) => setWithDeleted(event.target.checked)} />
              Show {deleted} deleted
            </label>
          )}
        </div>
      )}
      {leaving && (
        <Suspense>
          <DeleteAlertsDialog alerts={leaving} onClose={closeDialog} />
        </Suspense>
      )}
      {waking && (
        <Suspense>
          <WatchAgainDialog alert={waking} onClose={() => setWaking(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
