import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { TriggerItem } from "./trigger-item.tsx";
import type { TriggerRow } from "./trigger-row.ts";

const DeleteDialog = lazy(() => import("./delete-dialog.tsx"));

interface TriggersPanelProps {
  /** Undefined while they are on their way. */
  readonly triggers: readonly TriggerRow[] | undefined;
  /** Leads to the form. */
  readonly onNew: () => void;
  /** Leads to the form, filled with a trigger. */
  readonly onChange: (trigger: TriggerRow) => void;
}

/** The triggers: those that wait, then those that are over. */
export function TriggersPanel({ triggers, onNew, onChange }: TriggersPanelProps): ReactNode {
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [leaving, setLeaving] = useState<TriggerRow>();
  const active = triggers?.filter(({ status }) => status === "active");
  const over = triggers?.filter(({ status }) => status !== "active");
  const closeDialog = (isDeleted: boolean) => {
    setLeaving(undefined);
    // the button that had the focus goes away together with the trigger
    if (isDeleted) setTimeout(() => title.current?.focus());
  };
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading} ref={title} tabIndex={-1}>
          Triggers <span className="count">{active?.length}</span>
        </h2>
        <button type="button" className="button small to-form" onClick={onNew}>
          New trigger
        </button>
      </div>
      {triggers?.length === 0 ? (
        <Empty title="No triggers">Place one, and the broker watches the price for up to a year.</Empty>
      ) : (
        <>
          {active?.length === 0 && <p className="triggers-none">None is waiting.</p>}
          <ul className="triggers">
            {active?.map((trigger) => (
              <TriggerItem
                key={trigger.id}
                trigger={trigger}
                onChange={() => onChange(trigger)}
                onDelete={() => setLeaving(trigger)}
              />
            )) ?? bones}
          </ul>
          {over && over.length > 0 && (
            <>
              <h3 className="triggers-over">
                Over <span className="panel-note">in the last seven days</span>
              </h3>
              <ul className="triggers over">
                {over.map((trigger) => (
                  <TriggerItem key={trigger.id} trigger={trigger} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {leaving && (
        <Suspense>
          <DeleteDialog trigger={leaving} onClose={closeDialog} />
        </Suspense>
      )}
    </section>
  );
}

const bones = ["1", "2", "3"].map((key) => (
  <li key={key} className="trigger" aria-hidden="true">
    <Bone width="12ch" />
    <Bone width="32ch" />
    <Bone width="24ch" />
  </li>
));
