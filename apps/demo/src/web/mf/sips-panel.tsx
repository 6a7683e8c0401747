import { cancelMFSIP, type MFSIP } from "@kite/mf";
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { kite } from "../api/kite.ts";
import { Empty } from "../states/empty.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import type { Leaving } from "./cancel-dialog.tsx";
import type { FundTask } from "./fund-task.ts";
import { scheduleText } from "./fund-words.ts";
import { SIPRow } from "./sip-row.tsx";

const CancelDialog = lazy(() => import("./cancel-dialog.tsx"));

const columns = ["instrument", "from-small", "from-medium", "action from-small"];

interface SIPsPanelProps {
  /** Undefined while they are on their way. */
  readonly sips: readonly MFSIP[] | undefined;
  readonly onTask: (task: FundTask) => void;
}

/** Standing orders: when each buys next, and what can be done with it. */
export function SIPsPanel({ sips, onTask }: SIPsPanelProps): ReactNode {
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [leaving, setLeaving] = useState<Leaving>();
  const closeDialog = (isCancelled: boolean) => {
    setLeaving(undefined);
    // the button that had the focus goes away
    if (isCancelled) setTimeout(() => title.current?.focus());
  };
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading} ref={title} tabIndex={-1}>
          SIPs <span className="count">{sips?.length}</span>
        </h2>
        <button type="button" className="button small" onClick={() => onTask({ action: "sip", isin: undefined })}>
          New SIP
        </button>
      </div>
      {sips?.length === 0 ? (
        <Empty title="No SIPs">A SIP buys a fund again and again, on a day that you choose.</Empty>
      ) : (
        <div className="table-frame">
          <table className="figures fund-table" aria-labelledby={heading}>
            <thead>
              <tr>
                <th scope="col">Fund and schedule</th>
                <th scope="col" className="from-small">
                  State
                </th>
                <th scope="col" className="from-medium">
                  Next instalment
                </th>
                <th scope="col" className="action from-small">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            {sips ? (
              <tbody>
                {sips.map((sip) => (
                  <SIPRow
                    key={sip.sip_id}
                    sip={sip}
                    onChange={() => onTask({ action: "sip", isin: sip.tradingsymbol, sip })}
                    onCancel={() => setLeaving(leavingOf(sip))}
                  />
                ))}
              </tbody>
            ) : (
              <SkeletonRows rows={3} columns={columns} />
            )}
          </table>
        </div>
      )}
      {leaving && (
        <Suspense>
          <CancelDialog leaving={leaving} onClose={closeDialog} />
        </Suspense>
      )}
    </section>
  );
}

const leavingOf = (sip: MFSIP): Leaving => ({
  what: "SIP",
  fund: sip.fund,
  sentence: scheduleText(sip),
  cancel: () => cancelMFSIP(kite, sip.sip_id),
});
