import type { Alert } from "@kite/alerts";
import { Fragment, type ReactNode, useState } from "react";
import { useInstruments } from "../market/use-instruments.ts";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import { AlertHistory } from "./alert-history.tsx";
import { AlertRow } from "./alert-row.tsx";

interface AlertTableProps {
  /** Undefined while they are on their way. */
  readonly alerts: readonly Alert[] | undefined;
  readonly labelledBy: string;
  /** Ids of those that are marked. */
  readonly marked: ReadonlySet<string>;
  readonly onMark: (marked: ReadonlySet<string>) => void;
  readonly onWatch: (alert: Alert) => void;
  readonly onChange: (alert: Alert) => void;
  readonly onDelete: (alert: Alert) => void;
}

const columns = ["mark", "instrument", "number from-small", "from-small", "action from-small"];

/** One row for each alert, the newest first; each opens to when it has fired. */
export function AlertTable(props: AlertTableProps): ReactNode {
  const { alerts, labelledBy, marked, onMark, onWatch, onChange, onDelete } = props;
  const instruments = useInstruments().data;
  const [open, setOpen] = useState<string>();
  const present = alerts?.filter(({ status }) => status !== "deleted") ?? [];
  const isAll = present.length > 0 && present.every(({ uuid }) => marked.has(uuid));
  return (
    <div className="table-frame">
      <table className="figures alert-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col" className="mark">
              <input
                type="checkbox"
                aria-label="Mark all alerts"
                checked={isAll}
                disabled={present.length === 0}
                onChange={() => onMark(new Set(isAll ? [] : present.map(({ uuid }) => uuid)))}
              />
            </th>
            <th scope="col">Alert</th>
            <th scope="col" className="number from-small">
              Distance
            </th>
            <th scope="col" className="from-small">
              State
            </th>
            <th scope="col" className="action from-small">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        {alerts ? (
          <tbody>
            {alerts.map((alert) => (
              <Fragment key={alert.uuid}>
                <AlertRow
                  alert={alert}
                  instruments={instruments}
                  isMarked={marked.has(alert.uuid)}
                  isOpen={open === alert.uuid}
                  onMark={() => onMark(toggled(marked, alert.uuid))}
                  onToggle={() => setOpen(open === alert.uuid ? undefined : alert.uuid)}
                  onWatch={() => onWatch(alert)}
                  onChange={() => onChange(alert)}
                  onDelete={() => onDelete(alert)}
                />
                {open === alert.uuid && (
                  <tr className="detail" id={`history-${alert.uuid}`}>
                    <td colSpan={columns.length}>
                      <AlertHistory alert={alert} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ) : (
          <SkeletonRows rows={4} columns={columns} />
        )}
      </table>
    </div>
  );
}

function toggled(marked: ReadonlySet<string>, uuid: string): ReadonlySet<string> {
  const next = new Set(marked);
  if (!next.delete(uuid)) next.add(uuid);
  return next;
}
