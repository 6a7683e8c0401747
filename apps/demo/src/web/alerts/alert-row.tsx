import type { Alert } from "@kite/alerts";
import type { Instruments } from "@kite/market-data";
import type { ReactNode } from "react";
import { ChevronIcon } from "../icons.tsx";
import { AlertDistance } from "./alert-distance.tsx";
import { findForAlert } from "./alert-instruments.ts";
import { conditionText, firedText, stateOf } from "./alert-words.ts";
import { orderSentence } from "./order-words.ts";

interface AlertRowProps {
  readonly alert: Alert;
  /** Undefined while they are on their way. */
  readonly instruments: Instruments | undefined;
  readonly isMarked: boolean;
  readonly isOpen: boolean;
  readonly onMark: () => void;
  readonly onToggle: () => void;
  readonly onWatch: () => void;
  readonly onChange: () => void;
  readonly onDelete: () => void;
}

/** An alert: what it waits for, how far that is, how often it was reached. */
export function AlertRow(props: AlertRowProps): ReactNode {
  const { alert, instruments, isMarked, isOpen, onMark, onToggle, onWatch, onChange, onDelete } = props;
  const { uuid, name, type, status, alert_count, lhs_exchange, lhs_tradingsymbol, basket } = alert;
  const lhs = instruments && findForAlert(instruments, lhs_exchange, lhs_tradingsymbol);
  const isPresent = status !== "deleted";
  const { text, kind, why } = stateOf(alert);
  const distance = status === "enabled" && <AlertDistance alert={alert} instruments={instruments} />;
  const fired = `Fired: ${firedText(alert_count)}`;
  const state = <span className={`trigger-state ${kind}`}>{text}</span>;
  // in two places, of which the width of the table shows one
  const buttons = (
    <span className="alert-actions">
      {status === "disabled" && (
        <button type="button" className="button small" onClick={onWatch} aria-label={`Watch again: ${name}`}>
          Watch again
        </button>
      )}
      {isPresent && (
        <>
          <button type="button" className="button small" onClick={onChange} aria-label={`Change ${name}`}>
            Change
          </button>
          <button type="button" className="button small" onClick={onDelete} aria-label={`Delete ${name}`}>
            Delete
          </button>
        </>
      )}
      <button
        type="button"
        className="button small icon-only"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `history-${uuid}` : undefined}
        onClick={onToggle}
        aria-label={`When ${name} fired`}
        title="When it fired"
      >
        <ChevronIcon />
      </button>
    </span>
  );
  return (
    <tr className={isPresent ? undefined : "closed"}>
      <td className="mark">
        {isPresent && <input type="checkbox" aria-label={`Mark ${name}`} checked={isMarked} onChange={onMark} />}
      </td>
      <th scope="row" className="instrument">
        <span className="name-line">
          <span className="symbol">{name}</span>
          {type === "ato" && <span className="badge">Places an order</span>}
        </span>
        <span className="alert-condition">{conditionText(alert, lhs?.tick_size)}</span>
        {basket?.items.map((item) => (
          <span key={item.id} className="alert-condition">
            {orderSentence(item)}
          </span>
        ))}
        <span className="alert-narrow until-small">
          {state} <span className="unit">{fired}</span> {distance}
        </span>
        {why && <span className="alert-condition">{why}</span>}
        <span className="until-small">{buttons}</span>
      </th>
      <td className="number from-small">{distance}</td>
      <td className="from-small">
        {state}
        <span className="beneath">{fired}</span>
      </td>
      <td className="action from-small">{buttons}</td>
    </tr>
  );
}
