import { type MFSIP, modifyMFSIP } from "@kite/mf";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { announce } from "../states/announcer.tsx";
import { FundProblem } from "./fund-problem.tsx";
import { calendarText, progressText, scheduleText, stepUpText } from "./fund-words.ts";

interface SIPRowProps {
  readonly sip: MFSIP;
  readonly onChange: () => void;
  readonly onCancel: () => void;
}

const states: Readonly<Record<string, readonly [text: string, tone: string]>> = {
  ACTIVE: ["Active", "good"],
  PAUSED: ["Paused", "moving"],
  CANCELLED: ["Cancelled", "over"],
};

/** A standing order, with its switch. */
export function SIPRow({ sip, onChange, onCancel }: SIPRowProps): ReactNode {
  const { sip_id, fund, status, sip_type, next_instalment, step_up } = sip;
  const client = useQueryClient();
  const isPaused = status === "PAUSED";
  const pausing = useMutation({
    mutationFn: () => modifyMFSIP(kite, { sip_id, status: isPaused ? "active" : "paused" }),
    onSuccess: () => announce(`The SIP in ${fund} ${isPaused ? "goes on" : "is paused"}`),
    // after a failure too: it may have taken effect all the same
    onSettled: (_, error) => {
      const isShown = refreshFigures(client);
      // the button waits for the new state, a refusal for nothing
      return error ? undefined : isShown;
    },
  });
  const isOver = status === "CANCELLED";
  const [text, tone] = states[status] ?? [status, "moving"];
  const grows = stepUpText(step_up);
  const next = isOver ? "–" : isPaused ? "None while it is paused" : calendarText(next_instalment);
  const state = <span className={`status ${tone}`}>{text}</span>;
  const buttons = !isOver && (
    <span className="fund-actions">
      <button
        type="button"
        className="button small"
        onClick={() => !pausing.isPending && pausing.mutate()}
        aria-disabled={pausing.isPending}
        aria-label={`${isPaused ? "Resume" : "Pause"} the SIP in ${fund}`}
      >
        {isPaused ? "Resume" : "Pause"}
      </button>
      <button type="button" className="button small" onClick={onChange} aria-label={`Change the SIP in ${fund}`}>
        Change
      </button>
      <button type="button" className="button small" onClick={onCancel} aria-label={`Cancel the SIP in ${fund}`}>
        Cancel
      </button>
    </span>
  );
  return (
    <tr className={isOver ? "closed" : undefined}>
      <th scope="row" className="instrument">
        <span className="fund-name">{fund}</span>
        <span className="fund-note">
          {scheduleText(sip)}
          {grows && `, ${grows}`}
        </span>
        <span className="fund-note">
          {progressText(sip)}
          {sip_type === "amc_sip" && " · kept at the fund house"}
        </span>
        {!isOver && <span className="fund-note until-medium">Next: {isPaused ? "none while it is paused" : next}</span>}
        <span className="until-small">
          {state} {buttons}
        </span>
        <FundProblem error={pausing.error} />
      </th>
      <td className="from-small">{state}</td>
      <td className="from-medium">{next}</td>
      <td className="action from-small">{buttons}</td>
    </tr>
  );
}
