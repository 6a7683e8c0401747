import { type ReactNode, useId } from "react";
import type { TriggerLegRow, TriggerRow } from "../../shared/market-api.ts";
import { formatAmount } from "../../shared/rupees.ts";
import { istMoment } from "../market/market-words.ts";
import { InstrumentName } from "../table/instrument-name.tsx";
import { distanceText, legSentence, roleOf, stateOf, wayOfLeg } from "./trigger-words.ts";

interface TriggerItemProps {
  readonly trigger: TriggerRow;
  /** Left out for what is over. */
  readonly onDelete?: () => void;
}

/** A trigger: what it waits for, how far that is, and what became of it. */
export function TriggerItem({ trigger, onDelete }: TriggerItemProps): ReactNode {
  const { exchange, tradingsymbol, legs, id, created_at, expires_at, last_price, rejection_reason } = trigger;
  const name = useId();
  const { text, kind } = stateOf(trigger);
  const isActive = trigger.status === "active";
  return (
    <li className="trigger" aria-labelledby={name}>
      <div className="trigger-head">
        <h3 id={name}>
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>{" "}
          <span className="badge">{legs.length === 2 ? "Two legs" : "Single"}</span>{" "}
          <span className="product-name">{legs[0]?.product}</span>
        </h3>
        <span className={`trigger-state ${kind}`}>{text}</span>
      </div>
      <ul className="legs">
        {legs.map((leg, index) => (
          <li key={`${index}`}>
            {legs.length === 2 && <span className="leg-role">{roleOf(leg.transaction_type, index)}</span>}
            <span>{legSentence(leg, exchange, wayOfLeg(trigger, index))}</span>
            {isActive && last_price !== null && (
              <span className="leg-distance">
                {distanceText(leg.trigger_value, last_price, `now, ${formatAmount(last_price)}`)}
              </span>
            )}
            <Fate leg={leg} trigger={trigger} />
          </li>
        ))}
      </ul>
      {rejection_reason && <p className="leg-fate bad">{rejection_reason}</p>}
      <div className="trigger-foot">
        <span>
          GTT {id} · placed {istMoment(created_at)} IST{isActive && ` · until ${dayOf(expires_at)}`}
        </span>
        {onDelete && (
          <button
            type="button"
            className="button small"
            onClick={onDelete}
            aria-label={`Delete the trigger ${id} on ${tradingsymbol}`}
          >
            Delete
          </button>
        )}
      </div>
    </li>
  );
}

/** What became of a leg of a trigger that has fired. */
function Fate({ leg: { result }, trigger }: { readonly leg: TriggerLegRow; readonly trigger: TriggerRow }): ReactNode {
  if (trigger.status !== "triggered") return null;
  if (!result) return <span className="leg-fate">Ended when the other one fired.</span>;
  const fired = `Fired at ${formatAmount(result.triggered_at)} on ${istMoment(result.at)} IST`;
  if (!result.accepted) {
    return (
      <span className="leg-fate bad">
        {fired}. The order was refused: {result.rejection_reason || "no reason was given."}
      </span>
    );
  }
  return (
    <span className="leg-fate good">
      {fired}: order {result.order_id} was placed. <a href="#/orders">See what became of it</a>
    </span>
  );
}

const day = new Intl.DateTimeFormat("en-IN", {
  timeZone: "Asia/Kolkata",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const dayOf = (iso: string): string => day.format(new Date(iso));
