import { type ReactNode, useId } from "react";
import { formatAmount } from "../../shared/rupees.ts";
import { useLivePrice, useWatch } from "../live/use-live.ts";
import { InstrumentName } from "../table/instrument-name.tsx";
import { indianDay, indianMoment } from "../time.ts";
import type { TriggerLegRow, TriggerRow } from "./trigger-row.ts";
import { distanceText, legSentence, roleOf, stateOf, wayOfLeg } from "./trigger-words.ts";

interface TriggerItemProps {
  readonly trigger: TriggerRow;
  /** Left out for what is over, and so is the next one. */
  readonly onChange?: () => void;
  readonly onDelete?: () => void;
}

/** A trigger: what it waits for, how far that is, and what became of it. */
export function TriggerItem({ trigger, onChange, onDelete }: TriggerItemProps): ReactNode {
  const { exchange, tradingsymbol, instrument_token, legs, id, created_at, expires_at, rejection_reason } = trigger;
  const name = useId();
  const { text, kind } = stateOf(trigger);
  const isActive = trigger.status === "active";
  const watched = isActive ? instrument_token : undefined;
  useWatch(watched, "ltp");
  const last_price = useLivePrice(watched)?.tick.last_price ?? trigger.last_price;
  return (
    <li className="trigger" aria-labelledby={name}>
      <div className="trigger-head">
        <h3 id={name}>
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>{" "}
          <span className="badge">{legs.length === 2 ? "OCO (two legs)" : "Single"}</span>{" "}
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
          GTT {id} · placed {indianMoment(created_at)} IST{isActive && ` · until ${indianDay(expires_at)}`}
        </span>
        {onChange && onDelete && (
          <span className="trigger-actions">
            <button
              type="button"
              className="button small"
              onClick={onChange}
              aria-label={`Change the trigger ${id} on ${tradingsymbol}`}
            >
              Change
            </button>
            <button
              type="button"
              className="button small"
              onClick={onDelete}
              aria-label={`Delete the trigger ${id} on ${tradingsymbol}`}
            >
              Delete
            </button>
          </span>
        )}
      </div>
    </li>
  );
}

/** What became of a leg of a trigger that has fired. */
function Fate({ leg: { result }, trigger }: { readonly leg: TriggerLegRow; readonly trigger: TriggerRow }): ReactNode {
  if (trigger.status !== "triggered") return null;
  if (!result) return <span className="leg-fate">Ended when the other one fired.</span>;
  const fired = `Fired at ${formatAmount(result.triggered_at)} on ${indianMoment(result.at)} IST`;
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
